import assert from 'node:assert/strict';

import { rowsAsText as inSteps } from '../../../../../src/panels/batch/table/rowsText';
import { finish } from '../../../../../src/panels/steps';
import { listText } from '../../../../../src/panels/table/cellsText';
import { type ColumnId, type Row } from '../../../../../src/protocol/views/batchView';
import { type OutcomeKind } from '../../../../../src/protocol/views/profileView';

const row: Row = {
  id: 4,
  openid: 'oA',
  outcome: 'following',
  tags: ['会员', 'VIP'],
  toAskAgain: false,
  selected: true,
};
const writing = (columns: readonly ColumnId[]) => ({
  columns,
  columnLabel: (column: ColumnId) => column,
  outcomeLabel: (outcome: OutcomeKind) => `<${outcome}>`,
});
const rowsAsText = (...how: Parameters<typeof inSteps>) => finish(inSteps(...how));
const tsv = (change: Partial<Row>, columns: readonly ColumnId[]) =>
  rowsAsText([{ ...row, ...change }], 'rowsWithHeader', writing(columns));

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

  it('are written a few at a time: others have their turn while there are many', () => {
    let written = 0;
    const rows = function* () {
      for (; written < 10_000; written++) yield row;
    };
    const steps = inSteps(rows(), 'csv', writing(['openid', 'tags']));
    for (let before = 0; !steps.next().done; before = written)
      assert.ok(written - before <= 500, `${written - before} rows at a stretch`);
    assert.equal(written, 10_000);
  });

  it('come without a header where none is wanted', () => {
    assert.equal(rowsAsText([row, row], 'rows', writing(['openid'])), 'oA\noA');
  });

  it('are CSV with quotes where a cell needs them', () => {
    const rows = [{ ...row, remark: 'say "hi",\nthen go' }];
    const text = rowsAsText(rows, 'csv', writing(['openid', 'remark']));
    assert.equal(text, 'openid,remark\noA,"say ""hi"",\nthen go"');
    assert.match(rowsAsText([{ ...row, remark: '=1+1' }], 'csv', writing(['remark'])), /'=1\+1$/);
  });
});

describe('openids on the clipboard', () => {
  it('are lines, or a JSON array', () => {
    assert.equal(listText(['oA', 'oB'], 'lines'), 'oA\noB');
    assert.deepEqual(JSON.parse(listText(['oA', 'oB'], 'json')), ['oA', 'oB']);
  });

  it('are a list for SQL that nothing in them can break out of', () => {
    assert.equal(listText(['oA', 'oB'], 'sql'), "('oA', 'oB')");
    assert.equal(listText(["o'A", 'o\\'], 'sql'), "('o''A', 'o\\\\')");
  });
});
