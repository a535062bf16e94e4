import assert from 'node:assert/strict';
import {
  characterClass,
  type CharacterClass,
  isWordCode,
} from '../../../../src/openids/characters/characters';

const members: Readonly<Record<CharacterClass, string>> = {
  word: 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-',
  space: ' \t\v\f\u00a0\u2002\u2003\u2009\u202f\u3000',
  newline: '\n\r\u0085\u2028\u2029',
  quote: '"\'`“”‘’„«»「」『』＂＇',
  assign: ':=>：＝',
  comma: ',，、',
  separator: ';；',
  bar: '|｜',
  open: '([{（［｛【',
  close: ')]}）］｝】',
  escape: '%\\&',
  invisible: '\u00ad\u200b\u200f\u202a\u202e\u2060\u2066\u2069\ufeff',
  other: '!#$*+./<?@^~\0\x1f\x7f\x80é。微\u3400\u9fff\ud83d\ude00\ufffd\uffff',
};

describe('characterClass', () => {
  for (const [kind, characters] of Object.entries(members)) {
    it(`knows each ${kind}`, () => {
      for (let at = 0; at < characters.length; at++) {
        assert.equal(characterClass(characters.charCodeAt(at)), kind, JSON.stringify(characters[at]));
      }
    });
  }

  it('takes what is beyond the end of a text for none of these', () => {
    assert.equal(characterClass(''.charCodeAt(0)), 'other');
  });
});

describe('isWordCode', () => {
  it('knows letters, digits, underscore and hyphen of ASCII', () => {
    const known = Array.from({ length: 0x1_0000 }, (_, code) => code).filter(isWordCode);
    assert.equal(
      String.fromCharCode(...known),
      '-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz',
    );
    assert.ok(!isWordCode(Number.NaN));
  });
});
