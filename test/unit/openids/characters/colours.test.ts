import assert from 'node:assert/strict';
import { skipBlanks } from '../../../../src/openids/characters/blanks';
import { withoutColours } from '../../../../src/openids/characters/colours';
import { withoutDrawings } from '../../../../src/openids/characters/drawings';

describe('withoutColours', () => {
  const colours = [
    '\x1b[31m',
    '\x9b0m',
    '\u241b[1;32m',
    '^[[0m',
    '\\x1b[0m',
    '\\X1B[0m',
    '\\\\u001b[33m',
    '\\u{1B}[0m',
  ];
  const others = [
    '\\033[1m',
    '\\e[K',
    '\x1b[?25l',
    '\x1b[2J',
    '\x1b]0;title\x07',
    '\x1b]8;;http://a\x1b\\',
    '[0m',
    '[38;5;196m',
    '[0K',
  ];
  for (const colour of [...colours, ...others]) {
    it(`puts blanks for ${JSON.stringify(colour)}`, () => {
      assert.equal(
        withoutColours(`a${colour}b${colour}`),
        `a${' '.repeat(colour.length)}b${' '.repeat(colour.length)}`,
      );
    });
  }

  it('puts them for a bare end of a colour before a blank or the end', () => {
    assert.equal(withoutColours('a[m b[K'), 'a   b  ');
    assert.equal(withoutColours('[m]'), '[m]');
  });

  for (const text of [
    '[1]',
    '[m1]',
    '[12]m',
    '[1000m',
    '\x1b',
    '\x1b[31',
    '\\w[0n',
    '[a]',
    '\x1b]0;title',
    '\x1b]0;a\nb\x07',
    '[;1m',
  ]) {
    it(`keeps ${JSON.stringify(text)}`, () => assert.equal(withoutColours(text), text));
  }
});

describe('withoutDrawings', () => {
  it('puts bars for lines and corners, and blanks for lines across', () => {
    assert.equal(withoutDrawings('┌─openid─┬━┐'), '| openid | |');
    assert.equal(withoutDrawings('│a┃b║'), '|a|b|');
    assert.equal(withoutDrawings('╞══╪╌╌┄┈╴╶╸╺╼╾┅┉╍'), `|  |${' '.repeat(13)}`);
  });

  it('keeps a text without any', () => {
    for (const text of ['a|b-c', '', '\u24ff\u2580']) assert.equal(withoutDrawings(text), text);
    assert.equal(withoutDrawings('\u24ff\u257f'), '\u24ff|');
  });
});

describe('skipBlanks', () => {
  it('goes past white space and line breaks, up to the limit', () => {
    assert.equal(skipBlanks('a \t\r\n\u3000b', 1, 9), 6);
    assert.equal(skipBlanks('a   b', 1, 3), 3);
    assert.equal(skipBlanks('ab', 1, 2), 1);
    assert.equal(skipBlanks('a ', 1, 9), 2);
    assert.equal(skipBlanks('a  ', 2, 1), 2);
  });
});
