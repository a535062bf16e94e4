import assert from 'node:assert/strict';
import { csvLines } from '../../../../src/batch/export/csvLines';

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
