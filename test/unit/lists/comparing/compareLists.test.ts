import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  compareLists,
  type ComparedRow,
  compareProfiles,
  inPortions,
  sample,
  sourceOf,
} from '../../../../src/lists';
import { openidsOf } from '../scenario';

const openid = fc.oneof(
  fc.integer({ min: 0, max: 60 }).map(index => `oABCDE${String(index).padStart(22, 'x')}`),
  fc.constantFrom('short', 'o'.repeat(64)),
);

describe('the comparison of two lists', () => {
  it('counts and lists who came, who left and who stayed', () =>
    fc.assert(
      fc.asyncProperty(fc.array(openid), fc.array(openid), async (earlier, later) => {
        const [before, after] = [new Set(earlier), new Set(later)];
        const came = [...after].filter(each => !before.has(each));
        const left = [...before].filter(each => !after.has(each));
        const found = await compareLists(sourceOf(earlier), sourceOf(later));
        assert.deepEqual(
          [found.came, found.left, found.stayed],
          [came.length, left.length, after.size - came.length],
        );
        assert.deepEqual(
          came.map((_, row) => found.cameAt(row)),
          came,
        );
        assert.deepEqual(
          left.map((_, row) => found.leftAt(row)),
          left,
        );
        assert.equal(found.cameAt(came.length), undefined);
        assert.equal(found.leftAt(left.length), undefined);
        assert.deepEqual(new Set(await openidsOf(found.allCame)), new Set(came));
        assert.deepEqual(new Set(await openidsOf(found.allLeft)), new Set(left));
        assert.equal(new Set(await openidsOf(found.allStayed)).size, found.stayed);
      }),
    ));

  it('ends when it is cancelled', async () => {
    const controller = new AbortController();
    controller.abort();
    await assert.rejects(compareLists(sourceOf(['o1']), sourceOf(['o1']), controller.signal));
  });
});

describe('a part of a list', () => {
  const many = Array.from({ length: 12_345 }, (_, at) => `o${at}`);

  it('is a sample spread evenly, with nobody twice', async () => {
    const chosen = await sample(sourceOf(many), many.length, 100);
    assert.equal(new Set(chosen).size, 100);
    assert.deepEqual(chosen.slice(0, 3), ['o0', 'o123', 'o246']);
    assert.equal(chosen.at(-1), 'o12221');
    assert.deepEqual(await sample(sourceOf(many), many.length, 20_000), many);
    assert.deepEqual(await sample(sourceOf([]), 0, 5), []);
  });

  it('is a portion of at most so many', async () => {
    const sizes: number[] = [];
    for await (const portion of inPortions(sourceOf(many), 5_000)) sizes.push(portion.length);
    assert.deepEqual(sizes, [5_000, 5_000, 2_345]);
  });
});

describe('the comparison of two batches', () => {
  const following = (id: string, profile: object): ComparedRow => ({
    openid: id,
    kind: 'following',
    profile,
  });

  it('tells person by person what changed, and draws nothing from what nobody knows', async () => {
    const { counts, fields, people } = await compareProfiles(
      [
        following('same', { scene: 'A', tagIds: [1, 2], remark: '' }),
        following('changed', { remark: 'a', tagIds: [1], unionid: 'u1', followedAt: 1 }),
        following('left', {}),
        following('failed', {}),
        following('notAsked', {}),
        { openid: 'back', kind: 'notFollowing' },
        { openid: 'never', kind: 'notFollowing' },
      ],
      [
        following('same', { scene: 'A', tagIds: [2, 1] }),
        following('changed', { remark: 'b', tagIds: [1, 3], unionid: 'u2', followedAt: 1 }),
        { openid: 'left', kind: 'notFollowing' },
        { openid: 'failed', kind: 'unknown' },
        following('back', {}),
        following('new', {}),
        { openid: 'never', kind: 'notFollowing' },
      ],
    );
    assert.deepEqual(counts, {
      came: 1,
      left: 1,
      onlyBefore: 2,
      onlyAfter: 1,
      changed: 1,
      unchanged: 1,
      neither: 1,
    });
    assert.deepEqual(fields, { scene: 0, remark: 1, tagIds: 1, unionid: 1, followedAt: 0 });
    const changed = people.find(({ kind }) => kind === 'changed');
    assert.ok(changed?.kind === 'changed');
    assert.deepEqual(changed.changes[0], { field: 'remark', before: 'a', after: 'b' });
  });
});
