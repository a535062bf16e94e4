import assert from 'node:assert/strict';
import { GoverningName } from '../../../../../src/openids/text/names/governingName';
import { interludes } from '../../../../../src/openids/text/names/interludes';
import { Names } from '../../../../../src/openids/text/names/names';

/** A name at the beginning of a text, behind which a sign may follow. */
function named(text: string, sign = true): GoverningName {
  const name = new GoverningName(text, new Names(text));
  const end = /^\W?\w+/.exec(text)?.[0].length ?? 0;
  name.set(text.search(/\w/), end);
  if (sign) name.assign(end, end + 1);
  return name;
}

const codeOf = (character: string) => character.charCodeAt(0);

describe('interludes, at the beginning of a line', () => {
  it('goes past the dash of an item, which the name above governs from then on', () => {
    const text = 'openids:\n- x';
    const name = named(text);
    assert.equal(interludes.atLineStart(text, name, 9, 10), 10);
    assert.deepEqual([name.present, name.kind], [false, 'openid']);
  });

  it('goes past the index of an item below a name that is known', () => {
    const text = 'openids:\n0: "x"';
    assert.equal(interludes.atLineStart(text, named(text), 9, 10), 12);
    assert.equal(interludes.atLineStart(text, named(text, false), 9, 10), undefined);
    const other = 'friends:\n0: "x"';
    assert.equal(interludes.atLineStart(other, named(other), 9, 10), undefined);
  });

  it('ends a sequence at any other word', () => {
    const text = 'openids:\n- x\n--- y';
    const name = named(text);
    interludes.atLineStart(text, name, 9, 10);
    assert.equal(interludes.atLineStart(text, name, 13, 16), undefined);
    assert.equal(name.kind, undefined);
  });
});

describe('interludes, at a word', () => {
  it('goes past the number of a line below a name that has its line for itself', () => {
    const text = 'unionid\n1) x';
    const name = named(text, false);
    assert.equal(interludes.atWord(text, name, 8), undefined);
    name.endLine(7);
    assert.equal(interludes.atWord(text, name, 8), 10);
  });
});

describe('interludes, at a bracket', () => {
  const at = (text: string, bracket: number, sign = true) =>
    interludes.atBracket(text, named(text, sign), bracket, bracket + 1);

  it('goes past a remark behind a name that is known', () => {
    assert.equal(at('unionid（微信）：x', 7, false), 11);
    assert.equal(at('friends（微信）：x', 7, false), undefined);
  });

  it('goes past the brackets of a call without arguments', () => {
    assert.equal(at('friends() = x', 7, false), 9);
    assert.equal(at('friends(a) = x', 7, false), undefined);
    assert.equal(at('friends[] = x', 7, false), undefined);
    assert.equal(interludes.atBracket('()', new GoverningName('()', new Names('()')), 0, 1), undefined);
  });

  it('goes past a type behind the sign of a name that is known', () => {
    assert.equal(at('unionids=(2) [x', 9), 13);
    assert.equal(at('unionids (2) [x', 9, false), undefined);
    assert.equal(at('myfriend=(2) [x', 9), undefined);
  });
});

describe('interludes, at a sign and behind it', () => {
  it('goes past what PHP says of who may see a property', () => {
    const text = '[unionid:private]=>x';
    assert.equal(interludes.atSign(text, named(text, false), codeOf(':'), 9), 16);
    assert.equal(interludes.atSign(text, named(text, false), codeOf('='), 9), undefined);
    const bare = 'unionid:private]=>x';
    assert.equal(interludes.atSign(bare, named(bare, false), codeOf(':'), 8), undefined);
  });

  it('goes past what PHP says of a string', () => {
    const text = 'unionid> string(28) "x"';
    assert.equal(interludes.behindSign(text, named(text), codeOf('>'), 8), 19);
    assert.equal(interludes.behindSign(text, named(text), codeOf('='), 8), undefined);
    assert.equal(interludes.behindSign(text, named(text, false), codeOf('>'), 8), undefined);
  });
});
