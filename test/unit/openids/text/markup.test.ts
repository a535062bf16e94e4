import assert from 'node:assert/strict';
import { readText } from '../heard';
import { ada, bo, union, union2 } from '../samples';

interface Case {
  readonly text: string;
  readonly found?: readonly string[];
  readonly leftOut?: Readonly<Record<string, number>>;
}

const elements: Readonly<Record<string, Case>> = {
  'takes an odd value from the element of an openid': { text: '<a><openid>odd</openid></a>', found: ['odd'] },
  'takes it from CDATA': { text: '<xml><FromUserName><![CDATA[odd]]></FromUserName></xml>', found: ['odd'] },
  'takes none with brackets in it': {
    text: '<xml><openid><![CDATA[x]y]]></openid></xml>',
    leftOut: { notOpenid: 1 },
  },
  'takes it whatever attributes the element has': {
    text: '<a><openid type="string" xml:lang="zh">odd</openid></a>',
    found: ['odd'],
  },
  'goes by a known name among the attributes before that of the element': {
    text: `<string name="unionid">${union}</string><openid name="access_token">${union2}</openid>`,
    leftOut: { unionid: 1, token: 1 },
  },
  'takes nothing from an element that ends itself': { text: `<a><openid/>odd</a>`, found: [] },
  'takes nothing behind the end of an element': { text: `<openid>odd</openid>x1 odd`, found: ['odd'] },
  'takes no text of another element': { text: '<a><name>odd</name></a>', found: [] },
  'leaves out all that is in the element of a unionid': {
    text: `<a><unionid><b>${union}</b> ${union2}</unionid>${ada}</a>`,
    found: [ada],
    leftOut: { unionid: 2 },
  },
  'reads the element of a unionid that does not end as text under its name': {
    text: `<unionid>${union}\n`,
    leftOut: { unionid: 1 },
  },
  'leaves out the text that another element calls a unionid': {
    text: `<dict><key>unionid</key>\n<string>${union}</string><key>openid</key><string>${ada}</string></dict>`,
    found: [ada],
    leftOut: { unionid: 1 },
  },
  'knows it behind a colon, in CDATA, and over several elements': {
    text: `<dt>unionid：</dt><dd><b>${union}</b></dd><b>unionid</b>: <i><![CDATA[${union2}]]></i>`,
    leftOut: { unionid: 2 },
  },
  'hears nothing from a row of a table for the next': {
    text: `<p><b>unionid</b></tr><tr><p>${ada}</p>`,
    found: [ada],
  },
  'hears nothing from an element in which more than a name stands': {
    text: `<dt>unionid missing</dt><dd>${ada}</dd>`,
    found: [ada],
  },
  'takes no path for an end tag': { text: `unionid /${ada}`, leftOut: { unionid: 1 } },
};

describe('Markup', () => {
  for (const [title, { text, found = [], leftOut = {} }] of Object.entries(elements)) {
    it(title, async () => assert.deepEqual(await readText(text), { found, leftOut }));
  }

  it('looks for the end of a start tag within 1000 characters', async () => {
    const text = (length: number) => `<a><openid${' '.repeat(length)}>odd</openid></a>`;
    assert.deepEqual((await readText(text(1000))).found, ['odd']);
    assert.deepEqual((await readText(text(1001))).found, []);
  });

  it('looks for the end of a unionid within 2000 characters, and again behind them', async () => {
    const element = (length: number) => `<unionid><b>${union.padEnd(length - 3)}</unionid>`;
    assert.deepEqual((await readText(element(1991))).leftOut, { unionid: 1 });
    const after = `<unionid><b>${'x '.repeat(1000)}<unionid><b>${union2}</b></unionid>${bo}`;
    assert.deepEqual(await readText(after), { found: [bo], leftOut: { unionid: 1 } });
  });
});
