import assert from 'node:assert/strict';
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
