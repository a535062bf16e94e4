import assert from 'node:assert/strict';
import { openSheet, openTable, type Table } from '../../../../../src/people';

const rowsIn = (table: Table | undefined) =>
  [...(table?.slices() ?? [])].flat().map(row => (row.kind === 'cells' ? row.cells : 'torn'));

async function read(text: string) {
  const table = await openTable(text);
  return [table?.columns, ...rowsIn(table)];
}

describe('tables in texts', () => {
  for (const { what, text } of [
    { what: 'CSV', text: 'unionid,openid\nU1,"o,1"\n\nU2,\n' },
    { what: 'CSV as Excel writes it', text: '\uFEFFunionid,openid\r\nU1,"o,1"\r\nU2,\r\n' },
    { what: 'CSV with semicolons', text: 'unionid;openid\nU1;o,1\nU2;\n' },
    { what: 'cells between tabs', text: 'unionid\topenid\nU1\to,1\nU2\t\\N\n' },
    { what: 'a JSON list', text: '[{"unionid":"U1","openid":"o,1"},\n{"unionid":"U2","openid":null}]' },
    { what: 'an object a line', text: '{"unionid":"U1","openid":"o,1"}\n{"unionid":"U2"}\n' },
    {
      what: 'a list within an object',
      text: '{"total":2,"RECORDS":[{"unionid":"U1","openid":"o,1"},{"unionid":"U2"}],"x":{"y":1}}',
    },
    {
      what: 'INSERT with columns',
      text: "INSERT INTO `users` (`unionid`, openid) VALUES ('U1','o,1'),\n ('U2', NULL);",
    },
    {
      what: 'a dump',
      text: "CREATE TABLE `users` (\n  `unionid` varchar(64) DEFAULT NULL,\n  `openid` varchar(64),\n  PRIMARY KEY (`unionid`)\n) ENGINE=InnoDB;\nINSERT INTO `other` VALUES (1);\nINSERT INTO `users` VALUES ('U1','o,1');\nINSERT INTO `users` VALUES ('U2',NULL);",
    },
  ]) {
    it(`are read from ${what}`, async () => {
      assert.deepEqual(await read(text), [
        ['unionid', 'openid'],
        ['U1', 'o,1'],
        ['U2', ''],
      ]);
    });
  }

  it('have columns without a name where the first row holds an openid', async () => {
    const openid = `oAbCd1${'x'.repeat(22)}`;
    assert.deepEqual(await read(`${openid},7\n${openid},8\n`), [
      ['1', '2'],
      [openid, '7'],
      [openid, '8'],
    ]);
  });

  it('have rows of the sheet of a workbook, quotes and all', () => {
    const table = openSheet('unionid\tname\nU1\t"a\n');
    assert.deepEqual(
      [table?.columns, ...rowsIn(table)],
      [
        ['unionid', 'name'],
        ['U1', '"a'],
      ],
    );
  });

  it('have the fields of an object within a row', async () => {
    assert.deepEqual(await read('[{"_id":{"$oid":"5f"},"user":{"unionid":"U1"},"tags":[{"a":1}]}]'), [
      ['_id.$oid', 'user.unionid'],
      ['5f', 'U1'],
    ]);
  });

  it('tell of rows that are torn, and go on behind them', async () => {
    assert.deepEqual((await read('a,b\n1,2,3\n4,5,,\n6\n')).slice(1), ['torn', ['4', '5'], ['6', '']]);
    assert.deepEqual((await read('[{"a":"1"},{"a":1,},{"a":"3"},{"a":"')).slice(1), [
      ['1'],
      'torn',
      ['3'],
      'torn',
    ]);
    const sql = "INSERT INTO t (a,b) VALUES ('1','2'),('3'),('4','it''s \\'so\\''), ('5',f(1,2));";
    assert.deepEqual((await read(sql)).slice(1), [['1', '2'], 'torn', ['4', "it's 'so'"], ['5', 'f(1,2)']]);
  });

  it('are none where there is no row', async () => {
    for (const text of ['', '\n \n', '[]', '{}', 'INSERT INTO t VALUES (1)'])
      assert.deepEqual(await read(text), [undefined], text);
  });

  it('lose no row at the end of a slice, in quotes or not', async () => {
    const rows = Array.from({ length: 60_000 }, (_, at) => [String(at), at % 3 ? 'plain' : 'two\nlines']);
    const text = `a,b\n${rows.map(([a, b]) => `${a},"${b}"`).join('\n')}\n`;
    const table = await openTable(text);
    assert.deepEqual(rowsIn(table), rows);
    assert.ok([...(table?.slices() ?? [])].length > 3);
  });

  it('survive a quote that nobody closed', async () => {
    const rows = Array.from({ length: 400_000 }, (_, at) => `${at},x`);
    rows[10] = '10,"x';
    const read = rowsIn(await openTable(`a,b\n${rows.join('\n')}\n`));
    assert.deepEqual(read.at(-1), ['399999', 'x']);
  });
});
