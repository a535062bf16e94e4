import assert from 'node:assert/strict';
import { findOpenids } from '../../../../src/openids';
import { readText } from '../heard';
import { ada, bo, cy, short, stranger, union, union2 } from '../samples';

interface Case {
  readonly text: string;
  readonly found?: readonly string[];
  readonly leftOut?: Readonly<Record<string, number>>;
}

const lists: Readonly<Record<string, Case>> = {
  'takes every string of a bare list, behind comments too': {
    text: `// of June\n/* all */\n["odd", "${ada}"]`,
    found: ['odd', ada],
  },
  'takes only openids from a row, which holds more': { text: `[["odd", "${ada}"]]`, found: [ada] },
  'takes only openids from a list behind a word': { text: `all ["odd", "${ada}"]`, found: [ada] },
  'takes only openids from a list in an object': { text: `{"x": 1, "y": ["odd", "${ada}"]}`, found: [ada] },
  'takes no unionid from lists in a list of them': {
    text: `{"unionids": [["${union}"], ("${union2}")], "x": "${ada}"}`,
    found: [ada],
    leftOut: { unionid: 2 },
  },
  'takes no token from an object of them': {
    text: `{"tokens": ["${union}", {"a": "${union2}"}], "x": "${ada}"}`,
    found: [ada],
    leftOut: { token: 2 },
  },
};

const lines: Readonly<Record<string, Case>> = {
  'knows the items of a YAML sequence by the name above it': {
    text: `openids:\n  - odd-odd-odd-odd-7\n  - ${ada}\nunionids:\n- ${union}\n- ${union2}\nx: ${bo}\n`,
    found: ['odd-odd-odd-odd-7', ada, bo],
    leftOut: { unionid: 2 },
  },
  'ends a sequence where a line begins otherwise': {
    text: `unionids:\n- ${union}\n\n{"x": "${ada}"}\n- ${bo}\n`,
    found: [ada, bo],
    leftOut: { unionid: 1 },
  },
  'knows indexed items of a console': {
    text: `unionids: Array(2)\n0: "${union}"\n1: "${union2}"\nlength: 2\n`,
    leftOut: { unionid: 2 },
  },
  'reads what a diff takes away and adds': { text: `x\n-${ada}\n+${bo}\n`, found: [ada, bo] },
  'knows the value below a name and the number of its line': {
    text: `x\nunionid\n1) "${union}"\nopenid\n2) "${ada}"\n`,
    found: [ada],
    leftOut: { unionid: 1 },
  },
};

const statements: Readonly<Record<string, Case>> = {
  'knows values by the placeholders of their statement': {
    text: `select 1 from t where unionid = ? and openid = ? [${union}, ${ada}]`,
    found: [ada],
    leftOut: { unionid: 1 },
  },
  'knows %s, $1 and {} for placeholders': {
    text: `where unionid = %s ['${union}']\nwhere unionid = $1 ['${union2}']\nlog("unionid={} x", "${stranger}")`,
    leftOut: { unionid: 3 },
  },
  'takes the question mark of a URL for none': {
    text: `GET /a?unionid=${union} /cb?x=1 [${ada}]`,
    found: [ada],
    leftOut: { unionid: 1 },
  },
  'knows the values of a list of placeholders': {
    text: `where unionid in (?, ?) and x = ? ['${union}', '${union2}', '${ada}']`,
    found: [ada],
    leftOut: { unionid: 2 },
  },
  'takes the condition of a choice for no name': { text: `x = unionid ? "${ada}" : null`, found: [ada] },
  'takes a property of PHP for a name, whoever may see it': {
    text: `["unionid":"User":private]=>\n string(28) "${union}" ["openid":protected]=> string(3) "odd"`,
    found: ['odd'],
    leftOut: { unionid: 1 },
  },
  'takes what PHP serializes': {
    text: `a:2:{s:7:"unionid";s:28:"${union}";s:6:"openid";s:28:"${ada}";}unionid|s:28:"${union2}";`,
    found: [ada],
    leftOut: { unionid: 2 },
  },
  'knows a value by the operator that is an argument of its own': {
    text: `where('unionid', '=', '${union}')->where("openid", "in", "${ada}")`,
    found: [ada],
    leftOut: { unionid: 1 },
  },
  'knows a value that is wrapped': {
    text: `unionid = Some("${union}"), unionid: new String('${union2}'), openid = u'odd'`,
    found: ['odd'],
    leftOut: { unionid: 2 },
  },
  'keeps a name beyond the brackets in which it stands': {
    text: `row['unionid'] = "${union}"; get("unionid") == "${union2}"; ID (unionid): ${stranger}`,
    leftOut: { unionid: 3 },
  },
  'forgets it behind a comma or another sign': {
    text: `f("unionid"), "${ada}"\nunionid; "${bo}"\n(unionid) ${cy}`,
    found: [ada, bo, cy],
  },
  'knows what a function gives that has no arguments': {
    text: `user.getUnionid() == "${union}"`,
    leftOut: { unionid: 1 },
  },
};

const words: Readonly<Record<string, Case>> = {
  'takes plausible words behind a sign, and others behind none': {
    text: `openid=user_000000000001 openid user_000000000002 x openid=ab`,
    found: ['user_000000000001'],
  },
  'takes words of 16 characters': {
    text: 'openid=user_00000000001 openid=user_0000000002 x',
    found: ['user_00000000001'],
  },
  'takes none within a longer word': { text: `x${ada} ${ada}x ${'o'.repeat(1024)}${bo}`, found: [] },
  'takes the end of a cut string for none': { text: `${short}", "${ada}", "odd"`, found: [ada, 'odd'] },
};

const cut: Readonly<Record<string, Case>> = {
  'takes every string behind the end of a cut one': { text: `mjrPT","${ada}","odd"`, found: [ada, 'odd'] },
  'takes only openids behind a word in front': { text: `all "${ada}","odd"`, found: [ada] },
  'takes only openids behind a word in between': { text: `"${ada}" and "odd", "${bo}"`, found: [ada, bo] },
  'takes only openids from a list behind a bracket of another kind': {
    text: `(1) ["odd", "${ada}"] {"x": 1} ["odd", "${bo}"]`,
    found: [ada, bo],
  },
  'takes every string of one list behind another': {
    text: `["odd", "${ada}"]\n["x1", "${bo}"]`,
    found: ['odd', ada, 'x1', bo],
  },
  'takes only openids from a list behind an object': { text: `{"x":1}\n["odd", "${ada}"]`, found: [ada] },
  'ends a name at a semicolon': { text: `"unionid"; "${ada}"`, found: [ada] },
  'takes the dollar of a price for no placeholder': {
    text: `where unionid = ? and price > $x [${union}]`,
    leftOut: { unionid: 1 },
  },
  'takes the percent of a share for no placeholder': {
    text: `where unionid = ? -- 5%x [${union}]`,
    leftOut: { unionid: 1 },
  },
};

describe('Reader', () => {
  it('counts the end of a string with which a cut list begins', async () => {
    const { cleaned } = await findOpenids(`mjrPT","${ada}","odd"`);
    assert.deepEqual(cleaned, { cut: 1 });
    assert.deepEqual((await findOpenids(`mjrPT": "${ada}","odd"`)).cleaned, {});
  });

  for (const [title, { text, found = [], leftOut = {} }] of Object.entries({
    ...lists,
    ...lines,
    ...statements,
    ...words,
    ...cut,
  })) {
    it(title, async () => assert.deepEqual(await readText(text), { found, leftOut }));
  }
});
