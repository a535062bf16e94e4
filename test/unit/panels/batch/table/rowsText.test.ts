import assert from 'node:assert/strict';

import { rowsAsTsv } from '../../../../../src/panels/batch/table/rowsText';
import { type Row } from '../../../../../src/protocol/batchView';

const row: Row = { id: 4, openid: 'oA', outcome: 'following', tags: ['会员', 'VIP'], selected: true };
const tsv = (change: Partial<Row>, columns: Parameters<typeof rowsAsTsv>[1]) =>
  rowsAsTsv(
    [{ ...row, ...change }],
    columns,
    column => column,
    outcome => `<${outcome}>`,
  );

describe('rows on the clipboard', () => {
  it('are lines of cells under a header, in the order of the columns', () => {
    assert.equal(tsv({}, ['place', 'openid', 'tags']), 'place\topenid\ttags\n5\toA\t会员, VIP');
  });

  it('name the state as the table does', () => {
    assert.equal(tsv({ outcome: 'failed' }, ['outcome']), 'outcome\n<failed>');
  });

  it('have empty cells where there is no value', () => {
    assert.equal(tsv({}, ['remark', 'followedAt', 'scene', 'unionid']).split('\n')[1], '\t\t\t');
  });

  it('hold times that a spreadsheet reads', () => {
    const time = tsv({ followedAt: 1_600_000_000 }, ['followedAt']).split('\n')[1] ?? '';
    assert.equal(new Date(time.replace(' ', 'T')).getTime(), 1_600_000_000_000);
  });

  it('never hold a formula', () => {
    for (const remark of ['=1+1', '+1', '-1', '@cmd', '  =1', '＝1', '\t=1']) {
      assert.match(tsv({ remark }, ['remark']).split('\n')[1] ?? '', /^'/, remark);
    }
  });

  it('stay one line and one cell, whatever people typed', () => {
    assert.equal(tsv({ remark: 'a\tb\r\nc' }, ['remark', 'openid']).split('\n')[1], 'a b c\toA');
  });
});
