import assert from 'node:assert/strict';
import { Tokens } from '../../../../src/openids/text/tokens';
import { ada } from '../samples';

/** The tokens of a text, each with what it is made of. */
function tokensOf(text: string, at = 0, limit = text.length): string[] {
  const tokens = new Tokens(text, at, limit);
  const all: string[] = [];
  for (let token = tokens.next(); token !== 'done'; token = tokens.next())
    all.push(`${token} ${text.slice(tokens.start, tokens.end)}`);
  return all;
}

const codesOf = (text: string) => {
  const tokens = new Tokens(text, 0, text.length);
  const kind = tokens.next();
  return [kind, String.fromCharCode(tokens.code), tokens.end];
};

describe('Tokens', () => {
  it('parts a text into words and single characters', () => {
    assert.deepEqual(tokensOf('{"a_b-1": [x, y];}|?\n'), [
      ...['open {', 'quote "', 'word a_b-1', 'quote "', 'assign :', 'space  ', 'open [', 'word x', 'comma ,'],
      ...['space  ', 'word y', 'close ]', 'separator ;', 'close }', 'bar |', 'other ?', 'newline \n'],
    ]);
  });

  it('reads the part of a text that it is told', () => {
    assert.deepEqual(tokensOf('abcdef', 2, 4), ['word cd']);
    assert.deepEqual(tokensOf('a,,b', 1, 2), ['comma ,']);
    assert.deepEqual(tokensOf('abc', 3, 3), []);
    assert.deepEqual(tokensOf('abc', 3, 2), []);
  });

  it('ends an escape, too, where its part ends', () => {
    assert.deepEqual(tokensOf('a%3Db', 0, 3), ['word a', 'other %', 'word 3']);
    assert.deepEqual(tokensOf('a%3Db', 0, 4), ['word a', 'assign %3D']);
  });

  it('tells what an escape means', () => {
    assert.deepEqual(codesOf('\\"'), ['quote', '"', 2]);
    assert.deepEqual(codesOf('%3A'), ['assign', ':', 3]);
    assert.deepEqual(codesOf('&lt;'), ['other', '<', 4]);
    assert.deepEqual(codesOf('\\n'), ['newline', '\n', 2]);
    assert.deepEqual(codesOf('"'), ['quote', '"', 1]);
  });

  it('takes an ampersand for a separator, and what escapes nothing for any other character', () => {
    assert.deepEqual(codesOf('&'), ['separator', '&', 1]);
    assert.deepEqual(codesOf('&amp;'), ['separator', '&', 5]);
    assert.deepEqual(codesOf('%zz'), ['other', '%', 1]);
    assert.deepEqual(codesOf('\\w'), ['other', '\\', 1]);
    assert.deepEqual(codesOf('%25'), ['other', '%', 3]);
  });

  it('takes an escaped letter, or what nobody sees, for no word', () => {
    assert.deepEqual(codesOf('%61b'), ['other', 'a', 3]);
    assert.deepEqual(codesOf('\\u200bb'), ['other', '\u200b', 6]);
  });

  it('keeps a word in one that holds what nobody sees', () => {
    const tokens = new Tokens(`a\u200bb\ufeff c\u200b`, 0, 7);
    assert.deepEqual([tokens.next(), tokens.end, tokens.invisible], ['word', 4, true]);
    tokens.next();
    assert.deepEqual([tokens.next(), tokens.end, tokens.invisible], ['word', 7, true]);
  });

  it('takes what holds nothing else for no word', () => {
    assert.deepEqual(tokensOf('\u200b\u2060,'), ['other \u200b\u2060', 'comma ,']);
  });

  it('ends a word at what anybody sees', () => {
    assert.deepEqual(tokensOf('a微b'), ['word a', 'other 微', 'word b']);
    assert.deepEqual(tokensOf('a\u200b微'), ['word a\u200b', 'other 微']);
    assert.deepEqual(tokensOf('a\u200b.'), ['word a\u200b', 'other .']);
    const tokens = new Tokens('\u200ba b', 0, 4);
    assert.deepEqual([tokens.next(), tokens.invisible], ['word', true]);
    tokens.next();
    assert.deepEqual([tokens.next(), tokens.invisible], ['word', false]);
  });

  it('gives a word of more than 1024 characters in parts', () => {
    const text = `${'a'.repeat(1024 + 28)} ${ada}`;
    const tokens = new Tokens(text, 0, text.length);
    assert.ok(!tokens.partial);
    const parts = [];
    for (let i = 0; i < 4; i++) parts.push([tokens.next(), tokens.end - tokens.start, tokens.partial]);
    assert.deepEqual(parts, [
      ['word', 1024, true],
      ['word', 28, true],
      ['space', 1, false],
      ['word', 28, false],
    ]);
  });

  it('takes what follows a word of just that length for another', () => {
    const text = `${'a'.repeat(1023)},${'a'.repeat(1024)},${ada}`;
    const tokens = new Tokens(text, 0, text.length);
    const parts = [];
    for (let i = 0; i < 5; i++) parts.push([tokens.next(), tokens.partial]);
    assert.deepEqual(parts, [
      ['word', false],
      ['comma', false],
      ['word', true],
      ['comma', false],
      ['word', false],
    ]);
  });
});
