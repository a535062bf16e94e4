import assert from 'node:assert/strict';

import { type Lookup } from '../../../../src/accounts';
import { type Outcome } from '../../../../src/batch';
import { Overlay } from '../../../../src/changes';
import { KnownPeople, toTag } from '../../../../src/jobs/changes/knownPeople';
import { useFakeVSCode } from '../../../fakeVSCode';

const appId = 'wxA';
const follows = (openid: string, tagids: readonly number[]): Outcome => ({
  kind: 'following',
  openid,
  profile: { subscribe: 1, openid, tagid_list: tagids, remark: '王' },
});
const failed = (openid: string): Outcome => ({ kind: 'failed', openid, fault: { errcode: -1, errmsg: '' } });

describe('who is known here', () => {
  useFakeVSCode();

  /** Lookups and answers of batches, each with the time of the answer. */
  function known(
    lookups: readonly (readonly [Outcome, number])[],
    answers: readonly (readonly [Outcome, number])[],
    overlay = new Overlay([]),
  ): KnownPeople {
    const recent = lookups.map(([outcome, fetchedAt]) => ({ outcome, fetchedAt }) as Lookup);
    return new KnownPeople(
      { recent: () => Promise.resolve(recent) },
      {
        async *answersAbout() {
          await Promise.resolve();
          for (const [outcome, notBefore] of answers) yield { outcome, notBefore };
        },
      },
      { overlay: () => Promise.resolve(overlay) },
    );
  }

  it('is told by the newest answer, be it of a lookup or of a batch', async () => {
    const people = known(
      [[follows('oA', [1]), 5]],
      [
        [follows('oA', [2]), 4],
        [follows('oB', [3]), 9],
        [follows('oB', [4]), 8],
      ],
    );
    const found = await people.of(appId, ['oA', 'oB', 'oC']);
    assert.deepEqual(
      [...found],
      [
        ['oA', { kind: 'following', remark: '王', tagIds: [1], at: 5 }],
        ['oB', { kind: 'following', remark: '王', tagIds: [3], at: 9 }],
      ],
    );
  });

  it('stays known where a later answer failed or never came', async () => {
    const people = known(
      [],
      [
        [follows('oA', [1]), 5],
        [failed('oA'), 6],
        [{ kind: 'notReturned', openid: 'oA' }, 7],
      ],
    );
    assert.deepEqual((await people.of(appId, ['oA'])).get('oA')?.at, 5);
  });

  it('is told as changed from here since, as of that change', async () => {
    const overlay = new Overlay([
      { kind: 'tag', openid: 'oA', tagId: 7, at: 6 },
      { kind: 'tag', openid: 'oA', tagId: 8, at: 4 },
    ]);
    const [person] = (await known([], [[follows('oA', []), 5]], overlay).of(appId, ['oA'])).values();
    assert.deepEqual([person?.tagIds, person?.at], [[7], 6]);
  });

  it('is nobody who was not asked for', async () => {
    assert.equal((await known([[follows('oA', []), 1]], []).of(appId, ['oB'])).size, 0);
  });

  it('goes along with a run: who has the tag, who can carry no more, and nothing of leavers', async () => {
    const full = Array.from({ length: 20 }, (_, index) => 200 + index);
    const people = await known(
      [],
      [
        [follows('oHas', [105]), 1],
        [follows('oFull', full), 2],
        [follows('oBoth', [105, ...full.slice(1)]), 3],
        [{ kind: 'notFollowing', openid: 'oGone', profile: { subscribe: 0, openid: 'oGone' } }, 4],
      ],
    ).of(appId, ['oHas', 'oFull', 'oBoth', 'oGone']);
    const openids = ['oHas', 'oFull', 'oBoth', 'oGone', 'oNew'];
    assert.deepEqual(toTag(openids, people, { tagId: 105, action: 'tag' }), [
      { openid: 'oHas', before: { carries: true, at: 1 } },
      { openid: 'oFull', before: { carries: false, at: 2 }, isFull: true },
      { openid: 'oBoth', before: { carries: true, at: 3 } },
      { openid: 'oGone' },
      { openid: 'oNew' },
    ]);
    assert.deepEqual(toTag(['oFull'], people, { tagId: 105, action: 'untag' }), [
      { openid: 'oFull', before: { carries: false, at: 2 } },
    ]);
  });
});
