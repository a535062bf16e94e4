import assert from 'node:assert/strict';
import { SharedTexts } from '../../../../src/batch/rows/sharedTexts';

describe('shared texts', () => {
  /** A hash that texts of one length share. */
  const add = (texts: SharedTexts, text: string) =>
    texts.add(text.length, Buffer.from(`<${text}>`), 1, 1 + text.length);
  const find = (texts: SharedTexts, text: string) =>
    texts.find(text.length, Buffer.from(`(${text})`), 1, 1 + text.length);

  it('are numbered from 1, and found by what they say', () => {
    const texts = new SharedTexts(10);
    assert.deepEqual(
      ['abc', 'abd', 'x', 'ab'].map(text => add(texts, text)),
      [1, 2, 3, 4],
    );
    assert.deepEqual(
      ['abc', 'abd', 'x', 'ab'].map(text => find(texts, text)),
      [1, 2, 3, 4],
    );
    assert.deepEqual(
      ['abe', 'y', 'a', 'abcd', ''].map(text => find(texts, text)),
      [0, 0, 0, 0, 0],
    );
    assert.deepEqual(
      [1, 2, 3, 4].map(text => texts.latin1(text)),
      ['abc', 'abd', 'x', 'ab'],
    );
  });

  it('tell where one would end that begins here, if it does', () => {
    const texts = new SharedTexts(10);
    add(texts, 'first');
    const text = add(texts, 'abc');
    const bytes = Buffer.from('..abcd');
    assert.equal(texts.endAt(text, bytes, 2), 5);
    assert.equal(texts.endAt(text, bytes, 1), 0);
    assert.equal(texts.endAt(text, bytes, 4), 0);
    assert.equal(texts.endAt(text, Buffer.from('abx'), 0), 0);
  });

  it('are as many as were asked for; those that are there are still found', () => {
    for (const most of [1, 2, 3, 5]) {
      const texts = new SharedTexts(most);
      const names = Array.from({ length: most }, (_, index) => `t${index}`);
      assert.deepEqual(
        names.map(text => add(texts, text)),
        names.map((_, index) => index + 1),
      );
      assert.equal(add(texts, 'xx'), 0);
      assert.deepEqual(
        names.map(text => find(texts, text)),
        names.map((_, index) => index + 1),
      );
      assert.equal(find(texts, 'xx'), 0);
      assert.deepEqual(
        names.map((_, index) => texts.latin1(index + 1)),
        names,
      );
    }
  });

  it('may be of any length, and are kept as bytes', () => {
    const texts = new SharedTexts(10);
    const long = ['a'.repeat(4_000), 'b'.repeat(200), 'c'.repeat(20_000), '张三', 'd'.repeat(4_096)];
    const bytes = long.map(text => Buffer.from(text));
    for (const [index, each] of bytes.entries())
      assert.equal(texts.add(index, each, 0, each.length), index + 1);
    for (const [index, each] of bytes.entries()) {
      assert.equal(texts.find(index, each, 0, each.length), index + 1);
      assert.equal(texts.latin1(index + 1), each.toString('latin1'));
    }
  });
});
