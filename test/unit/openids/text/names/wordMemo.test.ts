import assert from 'node:assert/strict';
import { WordMemo } from '../../../../../src/openids/text/names/wordMemo';

describe('WordMemo', () => {
  it('thinks once about a word that comes again', () => {
    const thought: string[] = [];
    const memo = new WordMemo('unionid openid unionid', word => {
      thought.push(word);
      return word.length;
    });
    assert.deepEqual([memo.of(0, 7), memo.of(8, 14), memo.of(15, 22)], [7, 6, 7]);
    assert.deepEqual(thought, ['unionid', 'openid']);
  });

  it('takes no word for another, however many there are', () => {
    const words = Array.from({ length: 5000 }, (_, index) => `w${index}`);
    const text = words.join(' ');
    const memo = new WordMemo(text, word => word);
    let at = 0;
    for (const word of words) {
      assert.equal(memo.of(at, at + word.length), word);
      // The same again, and a part of it.
      assert.equal(memo.of(at, at + word.length), word);
      assert.equal(memo.of(at, at + 1), 'w');
      at += word.length + 1;
    }
  });

  it('remembers words of which nothing was thought', () => {
    let times = 0;
    const memo = new WordMemo('a b a', () => {
      times++;
    });
    memo.of(0, 1);
    memo.of(4, 5);
    assert.equal(times, 1);
  });

  it('thinks about nothing, too, when it is asked of it first', () => {
    assert.equal(new WordMemo('a', word => `<${word}>`).of(0, 0), '<>');
  });
});
