import assert from 'node:assert/strict';
import { csvLines } from '../../../../src/batch/export/csvLines';
import { safeForSpreadsheets } from '../../../../src/batch/export/spreadsheet';

describe('a text for spreadsheets', () => {
  const formulas = [
    ...['=1+1', '+1', '-1', '@A1', '＝1', '＋1', '－1', '＠A1', '﹢1', '﹣1', '﹦1', '﹫A1', '−1'],
    ...[' =1', '\u00a0=1', '\u3000 ＝1', '\u200b=1', '\ufeff+1', '\u0000-1', ' \n\t@A1'],
    ...['\t', '\r', '\n', '\tx', '\rx', '\nx'],
  ];
  for (const text of formulas) {
    it(`begins with an apostrophe where it would be run: ${JSON.stringify(text)}`, () =>
      assert.equal(safeForSpreadsheets(text), `'${text}`));
  }

  for (const text of [
    '',
    ' ',
    'a',
    'a=1',
    '1-1',
    ' x',
    '\u3000x',
    'a\tb',
    'a\n=1',
    '#1',
    "'=1",
    '*1',
    ',1',
    '_1',
  ]) {
    it(`is as it was where no spreadsheet runs it: ${JSON.stringify(text)}`, () =>
      assert.equal(safeForSpreadsheets(text), text));
  }
});

describe('csvLines', () => {
  it('ends each line with CR LF, the last one too', () => {
    assert.equal(
      csvLines([
        ['a', 'b'],
        ['c', ''],
      ]),
      'a,b\r\nc,\r\n',
    );
  });

  it('quotes a cell with commas, quotes or line breaks, and no other', () => {
    assert.equal(
      csvLines([['a,b', 'say "x"', 'a\nb', 'plain text']]),
      '"a,b","say ""x""","a\nb",plain text\r\n',
    );
  });

  it('lets no cell begin as a formula', () => {
    assert.equal(csvLines([['=1', '+1', 'x=1']]), `"'=1","'+1",x=1\r\n`);
  });
});
