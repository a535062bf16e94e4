import assert from 'node:assert/strict';
import fc from 'fast-check';
import { RowIndex } from '../../../../src/batch/rows/rowIndex';

describe('RowIndex', () => {
  it('finds each openid where it stands, and no other, in whatever order they are asked for', () => {
    fc.assert(
      fc.property(
        fc
          .uniqueArray(fc.string(), { maxLength: 300 })
          .chain(openids => fc.tuple(fc.constant(openids), fc.shuffledSubarray([...openids.keys()]))),
        fc.string(),
        ([openids, asked], other) => {
          const index = new RowIndex(openids, openids.length);
          for (const row of asked) assert.equal(index.get(openids[row] ?? ''), row);
          if (!openids.includes(other)) assert.equal(index.get(other), undefined);
        },
      ),
    );
  });

  it('looks at no more of a long list than it needs', () => {
    const { openids, read } = watched(20_000);
    const index = new RowIndex(openids, openids.length);
    assert.equal(read.size, 0);
    assert.equal(index.get('o5'), 5);
    assert.ok(read.size < 5_000, `${read.size}`);
    assert.equal(index.get('o19999'), 19_999);
    assert.equal(read.size, 20_000);
  });

  it('takes in a long list in parts, after which it looks at next to nothing', async () => {
    const { openids, read } = watched(20_000);
    const index = new RowIndex(openids, openids.length);
    const seen: number[] = [];
    const counting = setInterval(() => seen.push(read.size), 0);
    await index.takeInAll();
    clearInterval(counting);
    assert.ok(
      seen.some(count => count < 20_000),
      'others had no turn meanwhile',
    );
    read.clear();
    assert.equal(index.get('o19999'), 19_999);
    assert.equal(index.get('nobody'), undefined);
    assert.ok(read.size < 10, `${read.size}`);
  });

  it('takes the later row of an openid that is listed twice', () => {
    assert.equal(new RowIndex(['oA', 'oB', 'oA'], 3).get('oA'), 2);
  });

  it('knows those of a list that is not whole yet', () => {
    const openids = ['oA'];
    const index = new RowIndex(openids, 2);
    assert.equal(index.get('oB'), undefined);
    openids.push('oB');
    assert.equal(index.get('oB'), 1);
  });
});

/** A list that notes which of its places were read. */
function watched(length: number): { openids: readonly string[]; read: Set<string> } {
  const read = new Set<string>();
  const all = Array.from({ length }, (_, index) => `o${index}`);
  const openids = new Proxy(all, {
    get(list, name) {
      if (/^\d+$/.test(String(name))) read.add(String(name));
      return Reflect.get(list, name) as unknown;
    },
  });
  return { openids, read };
}
