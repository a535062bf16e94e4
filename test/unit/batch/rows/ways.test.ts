import assert from 'node:assert/strict';
import { SharedTexts } from '../../../../src/batch/rows/sharedTexts';
import { Ways } from '../../../../src/batch/rows/ways';

describe('ways of texts', () => {
  const walk = (ways: Ways, ...texts: readonly number[]) =>
    texts.reduce((way, text) => ways.on(way, text), 0);

  it('are the same for the same texts, and others for others', () => {
    const ways = new Ways(100);
    const one = walk(ways, 1, 2, 3);
    assert.equal(walk(ways, 1, 2, 3), one);
    const all = [
      one,
      walk(ways, 1, 2),
      walk(ways, 1, 3, 2),
      walk(ways, 3, 2, 1),
      walk(ways, 2, 3),
      walk(ways, 1, 2, 4),
    ];
    assert.equal(new Set(all).size, all.length);
    assert.ok(all.every(way => way > 0));
  });

  it('tell all of their texts, and the last one', () => {
    const ways = new Ways(100);
    const way = walk(ways, 7, 8, 7);
    assert.deepEqual([ways.textsOf(way), ways.textAt(way)], [[7, 8, 7], 7]);
    assert.deepEqual(ways.textsOf(walk(ways, 7)), [7]);
    assert.deepEqual([ways.textsOf(0), ways.textAt(0)], [[], 0]);
  });

  it('go on as they did the last time', () => {
    const ways = new Ways(100);
    const one = walk(ways, 1);
    assert.equal(ways.lastOn(one), 0);
    const two = ways.on(one, 2);
    assert.equal(ways.lastOn(one), two);
    const three = ways.on(one, 3);
    assert.equal(ways.lastOn(one), three);
    ways.on(one, 2);
    assert.equal(ways.lastOn(one), two);
    assert.equal(ways.lastOn(0), one);
  });

  for (const most of [1, 2, 3, 7, 50])
    it(`are ${most} at the most; those that are there are still found`, () => {
      const ways = new Ways(most);
      const made = Array.from({ length: most }, (_, index) => ways.on(0, index + 1));
      assert.equal(new Set(made).size, most);
      assert.ok(!made.includes(0));
      assert.equal(ways.on(0, most + 1), 0);
      assert.deepEqual(
        made.map((_, index) => ways.on(0, index + 1)),
        made,
      );
      assert.deepEqual(
        made.map(way => ways.textsOf(way)),
        made.map((_, index) => [index + 1]),
      );
    });

  it('are kept apart however many there are', () => {
    const ways = new Ways(5_000);
    const seen = new Map<number, string>();
    for (let first = 1; first <= 70; first++)
      for (let second = 1; second <= 70; second++) {
        const way = walk(ways, first, second);
        assert.equal(seen.get(way), undefined);
        seen.set(way, `${first},${second}`);
      }
    for (const [way, texts] of seen) assert.equal(ways.textsOf(way).join(','), texts);
  });
});

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
