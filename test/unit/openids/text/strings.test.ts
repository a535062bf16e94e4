import assert from 'node:assert/strict';
import { readText } from '../heard';
import { ada, bo, cy, short, stranger, union, union2 } from '../samples';

interface Case {
  readonly text: string;
  readonly found?: readonly string[];
  readonly leftOut?: Readonly<Record<string, number>>;
}

/** Strings whose name rules out what is in them, and where the text goes on. */
const ruledOut: Readonly<Record<string, Case>> = {
  'leaves a string out, and reads on behind it': {
    text: `unionid: "${union}" ${ada}`,
    found: [ada],
    leftOut: { unionid: 1 },
  },
  'reads on behind an empty string': { text: `unionid: "" ${ada}`, found: [ada] },
  'reads on behind a string of one character': { text: `unionid: "1" ${ada}`, found: [ada] },
  'reads on behind two empty strings': { text: `unionid: "", unionid: '' ${ada}`, found: [ada] },
  'leaves out each value in a string of several': {
    text: `{"unionid": "${union}, ${union2}", "x": "${ada}"}`,
    found: [ada],
    leftOut: { unionid: 2 },
  },
  'leaves out a string on several lines, which three quotes open and close': {
    text: `unionid = """\n${union}\n${union2}\n""" + "${ada}"`,
    found: [ada],
    leftOut: { unionid: 2 },
  },
  'leaves out one of single quotes, and of escaped ones': {
    text: `unionid = '''\n${union}'''; x = "${ada}"; unionid = \\"\\"\\"${union2}\\"\\"\\"; "${bo}"`,
    found: [ada, bo],
    leftOut: { unionid: 2 },
  },
  'reads what three quotes open and nothing closes as text under its name': {
    text: `unionid = """\n${union}`,
    leftOut: { unionid: 1 },
  },
  'takes four quotes for an empty string within another': {
    text: `x = '{""unionid"":"""",""openid"":""${ada}"",""x"":""""}'`,
    found: [ada],
  },
  'leaves out a string of which the quotes are doubled, as within another': {
    text: `1,"{""unionid"":""${union}"",""openid"":""${ada}""}"\nexec('… where unionid=''${union2}''')`,
    found: [ada],
    leftOut: { unionid: 2 },
  },
  'knows the partner of a typographic quote': {
    text: `unionid：“${union}”，「${ada}」`,
    found: [ada],
    leftOut: { unionid: 1 },
  },
  'passes over an escaped quote': {
    text: `{"token":"a\\"${union}","x":"${ada}"}`,
    found: [ada],
    leftOut: { token: 1 },
  },
  'reads a string that does not close as text under its name': {
    text: `unionid: "${union}\nx ${ada}`,
    found: [ada],
    leftOut: { unionid: 1 },
  },
};

/** Strings of which a name, or a list, says that they are openids. */
const taken: Readonly<Record<string, Case>> = {
  'takes an odd string under its name': { text: `{"openid": "odd", "x": 1}`, found: ['odd'] },
  'takes it also where its quotes are doubled': {
    text: `1,"{""openid"":""odd"",""x"":""y""}"\n2,"{""openid"":"""",""x"":""y""}"`,
    found: ['odd'],
  },
  'takes no odd string under another name': { text: `{"customer": "odd", "x": "${ada}"}`, found: [ada] },
  'takes every string of a list that its first shows to be one': {
    text: `{"x": ["${ada}", "odd"]}`,
    found: [ada, 'odd'],
  },
  'takes no odd string of a list that begins otherwise': {
    text: `{"x": ["odd", "${ada}", "odd"]}`,
    found: [ada],
  },
  'takes no odd string of a list whose first is named elsewhere': {
    text: `assert(unionid, ["${union}", "odd"])`,
    leftOut: { unionid: 1 },
  },
  'takes the items of a list that a name calls openids': {
    text: `{"openids": ["odd", 'x1', "${ada}"]}`,
    found: ['odd', 'x1', ada],
  },
  'takes no key of an object in a list for an item': {
    text: `{"openids": ["odd": "${ada}", "x1"]}`,
    found: [ada, 'x1'],
  },
  'takes a name in a list for that of the value behind it': {
    text: `["${ada}", "unionid", "${union}", "${bo}"]`,
    found: [ada, bo],
    leftOut: { unionid: 1 },
  },
  'takes nothing from the string behind a key of an object of which the beginning is cut': {
    text: `"x": "odd", "y": "${ada}"`,
    found: [ada],
  },
  'takes every line of a list without brackets': {
    text: `"odd",\n"${ada}",\n"x1",\n`,
    found: ['odd', ada, 'x1'],
  },
  'reads a long string of a list as text': {
    text: `["${ada}", "${'x '.repeat(100)}${bo}", "odd"]`,
    found: [ada, bo, 'odd'],
  },
  'takes strings behind a comma for items, and behind words for none': {
    text: `openid in ("${ada}", "odd") and x in ("x1")`,
    found: [ada, 'odd'],
  },
};

/** Names on lines of their own. */
const headings: Readonly<Record<string, Case>> = {
  'leaves out every string below a name on a line of its own': {
    text: `x\nunionid\n"${union}"\n"${stranger}"\n`,
    leftOut: { unionid: 2 },
  },
  'goes on with the next name': {
    text: `x\nunionid\n"${union}"\n"openid"\n"${ada}"\n"customer"\n"${cy}"\n`,
    found: [ada, cy],
    leftOut: { unionid: 1 },
  },
};

const cutStrings: Readonly<Record<string, Case>> = {
  'leaves out what three quotes open up to the end of a cut text': {
    text: `unionid = """\n${union}\n${ada}`,
    leftOut: { unionid: 2 },
  },
  'reads on where text follows them on their line': {
    text: `unionid = """x\n${ada}`,
    found: [ada],
  },
  'reads on where the text goes on for more than 2000 characters': {
    text: `unionid = """\n${ada}${' '.repeat(2000)}`,
    found: [ada],
  },
  'leaves them out up to 2000 characters': {
    text: `unionid = """\n${union}${' '.repeat(1971)}`,
    leftOut: { unionid: 1 },
  },
};

describe('Strings', () => {
  for (const [title, { text, found = [], leftOut = {} }] of Object.entries({
    ...ruledOut,
    ...taken,
    ...headings,
    ...cutStrings,
  })) {
    it(title, async () => assert.deepEqual(await readText(text), { found, leftOut }));
  }

  it('passes over strings of 2000 characters that their name rules out', async () => {
    const text = (length: number) => `unionid: "${union.padEnd(length)}" ${ada}`;
    assert.deepEqual(await readText(text(2000)), { found: [ada], leftOut: { unionid: 1 } });
    assert.deepEqual(await readText(text(2001)), { found: [ada], leftOut: { unionid: 1 } });
    const long = (length: number) => `unionid: """\n${union.padEnd(length)}""" ${ada}`;
    assert.deepEqual((await readText(long(1996))).leftOut, { unionid: 1 });
  });

  it('counts the last string of a cut list as cut', async () => {
    const { found } = await readText(`{"openids": ["${ada}", "${short}`);
    assert.deepEqual(found, [ada]);
  });
});
