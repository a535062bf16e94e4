import assert from 'node:assert/strict';
import { readTuple } from '../../../../src/openids/tables/tuples';

/** Where a tuple ends, and its items. */
function read(text: string, start = 0, closer = ')'): readonly [number, ...string[]] {
  const cells = [9, 9, 9];
  const end = readTuple(text, start, cells, closer);
  const texts: string[] = [];
  for (let i = 0; i < cells.length; i += 2) texts.push(text.slice(cells[i], cells[i + 1]));
  return [end, ...texts];
}

describe('readTuple', () => {
  it('reads items up to the closing bracket, strings without their quotes', () => {
    assert.deepEqual(read(`(1, 'a', "b",NULL) x`, 1), [17, '1', 'a', 'b', 'NULL']);
    assert.deepEqual(read('["a",2],', 1, ']'), [6, 'a', '2']);
    assert.deepEqual(read(')'), [0, '']);
    assert.deepEqual(read('a,,)'), [3, 'a', '', '']);
  });

  it('reads past blanks and line breaks before an item, and behind a string', () => {
    assert.deepEqual(read(` \n a\t,  'b' \n)`), [13, 'a\t', 'b']);
  });

  it('reads to the end of a text that is cut', () => {
    assert.deepEqual(read(`'a', b`), [6, 'a', 'b']);
    assert.deepEqual(read(`'a', 'b`), [7, 'a', "'b"]);
    assert.deepEqual(read(''), [0, '']);
  });

  it('knows quotes in a string, doubled or escaped', () => {
    assert.deepEqual(read(`'a''b,', 'c\\'d)')`), [16, "a''b,", "c\\'d)"]);
    assert.deepEqual(read(`"a""b", "c\\\\")`), [13, 'a""b', 'c\\\\']);
    assert.deepEqual(read(`'a"', "b'")`), [10, 'a"', "b'"]);
  });

  it('reads a string without the letters that say how it is written', () => {
    assert.deepEqual(read(`N'a',_utf8'b', _utf8mb4"c", Ab'd')`), [33, 'a', 'b', 'c', 'd']);
    assert.deepEqual(read(`abc'd', N ,x)`), [12, "abc'd'", 'N ', 'x']);
  });

  it('takes what only begins with a string for an expression', () => {
    assert.deepEqual(read(`'a' || 'b,)', "c":1)`), [19, "'a' || 'b,)'", '"c":1']);
  });

  it('reads over the brackets of calls, lists and objects in it', () => {
    assert.deepEqual(read('f(1, 2), [3,4], {5, 6}, ((7)))'), [29, 'f(1, 2)', '[3,4]', '{5, 6}', '((7))']);
    assert.deepEqual(read(`f(')', ","), 1)`), [14, `f(')', ",")`, '1']);
    assert.deepEqual(read('(a], b)'), [6, '(a]', 'b']);
  });

  it('reads a bracket of the other kind as part of an item', () => {
    assert.deepEqual(read('a)b]c', 0, ']'), [5, 'a)b]c']);
  });

  it('takes a quote that does not close for a character', () => {
    assert.deepEqual(read(`abc's, 5", b)`), [12, "abc's", '5"', 'b']);
  });

  it('ends nowhere where the bracket is not within 100 000 characters', () => {
    const blanks = ' '.repeat(100_000);
    assert.equal(read(`${blanks})`)[0], -1);
    assert.equal(read(`${blanks.slice(1)})`)[0], 99_999);
    assert.equal(read(`((${blanks.slice(1)})`, 2)[0], 100_001);
    assert.equal(read(`'${blanks}')`)[0], -1);
  });
});
