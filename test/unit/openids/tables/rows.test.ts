import assert from 'node:assert/strict';
import {
  cellTexts,
  type Delimiter,
  hasSeveralCells,
  isLineBreak,
  lineEnd,
  nextLine,
  readRow,
} from '../../../../src/openids/tables/rows';

/** Where a row ends, and its cells. */
function read(text: string, delimiter: Delimiter, start = 0): readonly [number, ...string[]] {
  const cells: number[] = [];
  const end = readRow(text, start, delimiter, cells);
  const texts: string[] = [];
  for (let i = 0; i < cells.length; i += 2) texts.push(text.slice(cells[i], cells[i + 1]));
  return [end, ...texts];
}

describe('readRow', () => {
  it('reads cells up to the end of the text or the line', () => {
    assert.deepEqual(read('a,b', ','), [3, 'a', 'b']);
    assert.deepEqual(read('a,b\nc,d', ','), [3, 'a', 'b']);
    assert.deepEqual(read('a;b\rc', ';'), [3, 'a', 'b']);
    assert.deepEqual(read('a,b\nc,d\n', ',', 4), [7, 'c', 'd']);
  });

  it('reads empty cells', () => {
    assert.deepEqual(read('', ','), [0, '']);
    assert.deepEqual(read(',', ','), [1, '', '']);
    assert.deepEqual(read('a\t\tb\t', '\t'), [5, 'a', '', 'b', '']);
    assert.deepEqual(read('"",a', ','), [4, '', 'a']);
  });

  it('keeps the blanks of a cell, but for tables drawn with bars', () => {
    assert.deepEqual(read(' a , b', ','), [6, ' a ', ' b']);
    assert.deepEqual(read('| a\t|\tb c ||  |', '|'), [15, '', 'a', 'b c', '', '', '']);
  });

  it('reads a quoted cell without its quotes, whatever is in it', () => {
    assert.deepEqual(read('"a, ""b""\r\nc",d\n', ','), [15, 'a, ""b""\r\nc', 'd']);
    assert.deepEqual(read('"a";"b"', ';'), [7, 'a', 'b']);
    assert.deepEqual(read('""",",x', ','), [7, '"",', 'x']);
  });

  it('reads past blanks around the quotes', () => {
    assert.deepEqual(read('a, \t"b"\t ,c', ','), [11, 'a', 'b', 'c']);
    assert.deepEqual(read('a\t "b" \tc', '\t'), [9, 'a', 'b', 'c']);
    assert.deepEqual(read('a\t\t"b"', '\t'), [6, 'a', '', 'b']);
    assert.deepEqual(read('"a" ', ','), [4, 'a']);
  });

  it('reads a cell as it stands where more follows its quotes, or where they do not close', () => {
    assert.deepEqual(read('"a"b,c', ','), [6, '"a"b', 'c']);
    assert.deepEqual(read('"a,b', ','), [4, '"a', 'b']);
    assert.deepEqual(read('"a"",b', ','), [6, '"a""', 'b']);
    assert.deepEqual(read('5" x,"', ','), [6, '5" x', '"']);
  });

  it('reads quoted cells of 10 000 characters', () => {
    const longest = `"${'x'.repeat(9997)},",b`;
    assert.equal(read(longest, ',').length, 3);
    assert.equal(read(longest.replace('x', 'xx'), ',').length, 4);
  });

  it('reads only rows of 500 000 characters', () => {
    const longest = 'x'.repeat(500_000);
    for (const delimiter of [',', ' ', ''] as const) {
      assert.equal(read(`${longest}\n`, delimiter)[0], 500_000);
      assert.equal(read(longest, delimiter)[0], 500_000);
      assert.equal(read(`${longest}x\n`, delimiter)[0], -1);
      assert.equal(read(`\n${longest}\n`, delimiter, 1)[0], 500_001);
    }
    assert.equal(read(`${longest},\n`, ',')[0], -1);
    assert.equal(read(`${longest} a\n`, ' ')[0], -1);
  });

  it('leaves no cell of a longer row before', () => {
    for (const delimiter of [',', '', ' '] as const) {
      const cells = [9, 9, 9, 9, 9, 9, 9, 9];
      readRow('a', 0, delimiter, cells);
      assert.deepEqual(cells, [0, 1]);
    }
  });

  it('reads words between any blanks', () => {
    assert.deepEqual(read('  a \t b\n c', ' '), [7, 'a', 'b']);
    assert.deepEqual(read('a "b c" ', ' '), [8, 'a', '"b', 'c"']);
    assert.deepEqual(read(' \r', ' '), [1]);
  });

  it('reads a line as one cell', () => {
    assert.deepEqual(read(' a, "b"\t\r\nc', ''), [8, ' a, "b"\t']);
    assert.deepEqual(read('a\nb', '', 2), [3, 'b']);
    assert.deepEqual(read('\n', ''), [0, '']);
  });
});

describe('cellTexts', () => {
  it('gives the cells of a line', () => {
    assert.deepEqual(cellTexts('a,"b",', ','), ['a', 'b', '']);
    assert.deepEqual(cellTexts(' a  b', ' '), ['a', 'b']);
    assert.deepEqual(cellTexts('a b', ''), ['a b']);
  });
});

describe('hasSeveralCells', () => {
  it('counts only cells in which something stands', () => {
    assert.deepEqual([['a', 'b'], ['a', ' ', ''], ['', ' a', 'b'], ['a'], []].map(hasSeveralCells), [
      true,
      false,
      true,
      false,
      false,
    ]);
  });
});

describe('lineEnd', () => {
  it('finds the line break, the limit, or neither beyond the other', () => {
    assert.equal(lineEnd('ab\ncd', 0, 5), 2);
    assert.equal(lineEnd('ab\rcd', 1, 5), 2);
    assert.equal(lineEnd('ab\ncd', 0, 1), 1);
    assert.equal(lineEnd('ab\ncd', 2, 5), 2);
    assert.equal(lineEnd('ab', 0, 2), 2);
  });
});

describe('nextLine', () => {
  it('takes a carriage return and a line feed for one break, and nothing else for one', () => {
    assert.deepEqual(
      ['a\r\nb', 'a\nb', 'a\rb', 'a\n\rb', 'a\r\rb', 'a\n\nb'].map(text => nextLine(text, 1)),
      [3, 2, 2, 2, 2, 2],
    );
  });
});

describe('isLineBreak', () => {
  it('knows line feeds and carriage returns', () => {
    assert.deepEqual(
      Array.from('\n\r \t\u2028', character => isLineBreak(character.charCodeAt(0))),
      [true, true, false, false, false],
    );
  });
});
