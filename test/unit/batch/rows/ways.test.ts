import assert from 'node:assert/strict';
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
