import assert from 'node:assert/strict';
import { readRow } from '../../../../src/openids/tables/rows';
import { endsTable, isBorder, type Table } from '../../../../src/openids/tables/table';
import { ada, bo, stranger } from '../samples';

describe('isBorder', () => {
  for (const line of ['+----+----+', '|---|:-:|', ' ==== ====', '\t ', '']) {
    it(`knows ${JSON.stringify(line)}`, () => assert.ok(isBorder(line, 0, line.length)));
  }

  for (const line of ['| a |', '--- x', 'x ---', '(1 row)']) {
    it(`takes ${JSON.stringify(line)} for none`, () => assert.ok(!isBorder(line, 0, line.length)));
  }

  it('looks at its own line alone', () => {
    assert.ok(isBorder('x---x', 1, 4) && isBorder('-----', 1, 3));
    assert.ok(!isBorder('x---x', 0, 4) && !isBorder('x---x', 1, 5));
  });
});

/** Whether a line that stands below others ends a table. */
function ends(line: string, delimiter: Table['delimiter'], above = `${ada}\n`, whole = false): boolean {
  const text = `${above}${line}\n{`;
  const cells: number[] = [];
  const end = readRow(text, above.length, delimiter, cells);
  const table: Table = { delimiter, rules: [], body: 0, whole };
  return endsTable(table, text, above.length, end, cells);
}

describe('endsTable', () => {
  it('ends every table at the backslash and dot of COPY, where the line begins with them', () => {
    assert.ok(ends('\\.', '\t') && ends('\\.', '') && ends('\\.', '', '', true));
    assert.ok(!ends('a\t\\.', '\t'));
    assert.ok(!ends('a\\.', ''));
  });

  it('ends a table at a line of one cell, and at none of two', () => {
    assert.ok(ends('Regards', ',') && ends('(1 row)', '|') && ends('', '\t'));
    assert.ok(!ends('Regards,', ',') && !ends('a|b', '|') && !ends('a\tb', '\t'));
  });

  it('keeps every line of a text that is a table as a whole', () => {
    assert.ok(!ends('Regards', ',', '', true));
    assert.ok(!ends(`user ${stranger}`, '', `${ada}\n`, true));
  });

  for (const line of [
    '{"a":1,"b":2}',
    '["a","b"]',
    "['a','b']",
    '[{"a":1},2',
    '[[1,2],3',
    ' {\t"a":1,2',
    '\t[ "a",2',
    '{},x',
  ]) {
    it(`ends one with commas at ${JSON.stringify(line)}, which begins JSON`, () =>
      assert.ok(ends(line, ',')));
  }

  for (const line of ['{a},b', '[1],b', 'x{"a",b', '  a,["b"]']) {
    it(`keeps ${JSON.stringify(line)}, which is a row`, () => assert.ok(!ends(line, ',')));
  }

  it('takes JSON for a row where its commas separate nothing', () => {
    assert.ok(!ends('{"a":1,\t"b":2}', '\t'));
    assert.ok(!ends('["a"|"b"]', '|'));
  });
});

describe('endsTable, of a list', () => {
  for (const line of ['{', '  {  ', '["a"', '（x', '<a>', '\u3000<a', 'x = [', 'f( \t']) {
    it(`ends it at ${JSON.stringify(line)}, which is within brackets`, () => {
      assert.ok(ends(line, '') && ends(line, ' '));
    });
  }

  for (const line of ['x', '}', 'a (b)', 'x [y', 'a > b', 'x<']) {
    it(`keeps ${JSON.stringify(line)}`, () => assert.ok(!ends(line, '') && !ends(line, ' ')));
  }

  it('looks no further than the line for its brackets', () => {
    assert.ok(!ends('x', '', '{\n'));
    assert.ok(!ends('x  ', '', '(\n'));
    assert.ok(!ends('\u3000', '', '(\n'));
  });
});

describe('endsTable, of a list in which a sentence stands', () => {
  const sentences = [
    `user ${stranger}`,
    `用户 ${stranger}`,
    `* a ${stranger}`,
    `not found: "${stranger}"`,
    `${stranger}x ${stranger}`,
    `a ${stranger} b ${ada}`,
  ];
  for (const line of sentences) {
    it(`ends it at ${JSON.stringify(line)}, where the one above begins otherwise`, () =>
      assert.ok(ends(line, '')));
  }

  const entries = [
    stranger,
    `"${stranger}"`,
    `1. ${stranger}`,
    `${stranger} a friend of ${ada}`,
    `user ${bo}`,
    'user unknown',
    `user x${stranger}`,
    `user ${stranger}x`,
    `user -${stranger}`,
  ];
  for (const line of entries) it(`keeps ${JSON.stringify(line)}`, () => assert.ok(!ends(line, '')));

  it('compares it with the last openid above it', () => {
    assert.ok(!ends(`user ${stranger}`, '', `${ada}\n${stranger}\n`));
    assert.ok(ends(`user ${stranger}`, '', `${stranger}\n${ada}\n`));
  });

  it('compares it with none that is not near', () => {
    assert.ok(!ends(`user ${stranger}`, '', 'nobody\n'));
    assert.ok(ends(`user ${stranger}`, '', `${ada}\n${' '.repeat(70)}\n`));
    assert.ok(!ends(`user ${stranger}`, '', `${ada}\n${' '.repeat(71)}\n`));
  });

  it('keeps it where blanks separate cells', () => assert.ok(!ends(`user ${stranger}`, ' ')));
});
