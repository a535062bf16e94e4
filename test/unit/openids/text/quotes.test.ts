import assert from 'node:assert/strict';
import { closerOf, closingAt, isAssigned } from '../../../../src/openids/text/quotes';

describe('closerOf', () => {
  it('gives the partner of a typographic quote', () => {
    assert.deepEqual(['“', '‘', '„', '«', '「', '『'].map(closerOf), ['”', '’', '”', '»', '」', '』']);
  });

  it('gives any other again, as it is escaped', () => {
    for (const quote of ['"', "'", '`', '\\"', '&quot;', '%22', '”']) assert.equal(closerOf(quote), quote);
  });
});

describe('closingAt', () => {
  it('finds what closes a value, an empty one too', () => {
    assert.equal(closingAt('"ab"', '"', 1, 10), 3);
    assert.equal(closingAt('""', '"', 1, 10), 1);
    assert.equal(closingAt('a]]>b', ']]>', 0, 10), 1);
    assert.equal(closingAt('a]>]]>', ']]>', 0, 10), 3);
    assert.equal(closingAt('"a" "b"', '"', 5, 10), 6);
  });

  it('passes over what is escaped', () => {
    assert.equal(closingAt('"a\\"b"', '"', 1, 10), 5);
    assert.equal(closingAt('\\"a\\"', '\\"', 2, 10), 3);
  });

  it('stays on the line', () => {
    assert.equal(closingAt('"a\nb"', '"', 1, 10), -1);
    assert.equal(closingAt('"a\rb"', '"', 1, 10), -1);
    assert.equal(closingAt('"a\n', '\n', 1, 10), -1);
  });

  it('goes as far as it is told', () => {
    assert.equal(closingAt('"abc"', '"', 1, 3), 4);
    assert.equal(closingAt('"abc"', '"', 1, 2), -1);
    assert.equal(closingAt('  "abc"', '"', 3, 3), 6);
    assert.equal(closingAt('  "abc"', '"', 3, 2), -1);
    assert.equal(closingAt('""', '"', 1, 0), 1);
  });

  it('finds nothing where the text ends', () => {
    assert.equal(closingAt('"abc', '"', 1, 10), -1);
    assert.equal(closingAt('a]]', ']]>', 0, 10), -1);
    assert.equal(closingAt('"', '"', 1, 10), -1);
  });
});

describe('isAssigned', () => {
  it('sees a sign behind a string, blanks between', () => {
    assert.ok(isAssigned('"a":1', 3));
    assert.ok(isAssigned('"a" \t= 1', 3));
    assert.ok(isAssigned("'a'=>1", 3));
    assert.ok(isAssigned('“a”：', 3));
  });

  it('sees none where anything else follows', () => {
    for (const rest of [',', '', ' x:', '\n:', ' ']) assert.ok(!isAssigned(`"a"${rest}`, 3));
  });

  it('looks past 20 blanks', () => {
    assert.ok(isAssigned(`"a"${' '.repeat(20)}:`, 3));
    assert.ok(!isAssigned(`"a"${' '.repeat(21)}:`, 3));
  });
});
