import assert from 'node:assert/strict';
import { readText } from '../heard';
import { ada, bo, union, union2 } from '../samples';

interface Case {
  readonly text: string;
  readonly found?: readonly string[];
  readonly leftOut?: Readonly<Record<string, number>>;
}

const insert = 'INSERT INTO t (id, unionid, openid) VALUES';

const rows: Readonly<Record<string, Case>> = {
  'reads each tuple by the columns of its statement': {
    text: `${insert} (1, '${union}', 'odd'), (2, '${union2}', '${ada}');`,
    found: ['odd', ada],
    leftOut: { unionid: 2 },
  },
  'reads what follows the statement as text': {
    text: `${insert} (1, '${union}', '${ada}'); (2, 'x', 'odd') ${bo}`,
    found: [ada, bo],
    leftOut: { unionid: 1 },
  },
  'reads a tuple that the end of the text cuts': {
    text: `${insert} (1, '${union}', '${ada}'), (2, '${union2}`,
    found: [ada],
    leftOut: { unionid: 2 },
  },
  'reads rows of JSON below the names of their columns': {
    text: `{"columns": ["openid", "unionid"], "rows": [["odd", "${union}"], ["${ada}", "${union2}"]]}`,
    found: ['odd', ada],
    leftOut: { unionid: 2 },
  },
  'reads rows of another length as text': {
    text: `{"columns": ["openid", "unionid"], "rows": [["${ada}"], ["${bo}", "x", "y"]]}`,
    found: [ada, bo],
  },
  'knows the values of placeholders in a tuple': {
    text: `${insert} (?, ?, ?); ['1', '${union}', '${ada}']`,
    found: [ada],
    leftOut: { unionid: 1 },
  },
  'knows those of named, numbered and other placeholders': {
    text: `${insert} ($1, $2, $3) params: ['1', '${union}', '${ada}']\n${insert} (:id, @unionid, %s) args: ('1', '${union2}', '${bo}')`,
    found: [ada, bo],
    leftOut: { unionid: 2 },
  },
  'takes a tuple in which one is a value for a row': {
    text: `${insert} (?, ?, '${ada}'); [${union}]`,
    found: [ada, union],
  },
  'reads the values of a key of PostgreSQL': {
    text: `DETAIL: Key (openid, unionid)=(${ada}, ${union}) already exists.`,
    found: [ada],
    leftOut: { unionid: 1 },
  },
};

describe('RowReader', () => {
  for (const [title, { text, found = [], leftOut = {} }] of Object.entries(rows)) {
    it(title, async () => assert.deepEqual(await readText(text), { found, leftOut }));
  }

  it('looks for the end of twenty rows that a cut text leaves open, one in the other, and not of thousands', async () => {
    const cut = (open: number) =>
      `{"columns": ["openid", "unionid"], "rows": [${'[1, 2, 3, '.repeat(open)}["odd", "x"`;
    assert.deepEqual((await readText(cut(20))).found, ['odd']);
    assert.deepEqual((await readText(cut(21))).found, []);
  });
});
