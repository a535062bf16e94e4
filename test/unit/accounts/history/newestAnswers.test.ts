import assert from 'node:assert/strict';
import { type Lookup, lookupId } from '../../../../src/accounts/history/lookups';
import { NewestAnswers } from '../../../../src/accounts/history/newestAnswers';
import { type Outcome } from '../../../../src/batch';
import { newBatch, storeIn, withFolder } from '../../batch/scenario';

const appId = 'wx0123456789abcdef';
const outcome = (subscribe: 0 | 1): Outcome =>
  subscribe === 1
    ? { kind: 'following', openid: 'oA', profile: { openid: 'oA', subscribe } }
    : { kind: 'notFollowing', openid: 'oA', profile: { openid: 'oA', subscribe } };

describe('NewestAnswers', () => {
  const id = lookupId(appId, 'oA');

  function lookupsWith(fetchedAt?: number) {
    const lookup: Lookup = { id, appId, accountName: 'A', outcome: outcome(1), fetchedAt: fetchedAt ?? 0 };
    const open = (wanted: string) =>
      Promise.resolve(fetchedAt !== undefined && wanted === id ? lookup : undefined);
    return { open };
  }

  it('is that of a row of a batch where it came later than the look-up, and else the look-up', () =>
    withFolder(async folder => {
      const batches = storeIn(folder, 0, () => 1_000);
      const batch = await newBatch(batches, ['oB', 'oA'], appId);
      await batches.amend(batch, outcome(0), 5_000);
      const later = await new NewestAnswers(lookupsWith(4_000), batches).of('oA', appId);
      assert.deepEqual(later?.source, { kind: 'batch', id: batch.id, row: 1, name: batch.source });
      assert.deepEqual([later.outcome, later.at], [outcome(0), 5_000]);
      const earlier = await new NewestAnswers(lookupsWith(6_000), batches).of('oA', appId);
      assert.deepEqual([earlier?.source, earlier?.at], [{ kind: 'lookup', id }, 6_000]);
    }));

  it('is none of a row that is pending, or of another account', () =>
    withFolder(async folder => {
      const batches = storeIn(folder, 0);
      await newBatch(batches, ['oA'], appId);
      assert.equal(await new NewestAnswers(lookupsWith(), batches).of('oA', appId), undefined);
      assert.equal(await new NewestAnswers(lookupsWith(1), batches).of('oA', 'wx2'), undefined);
    }));

  it('is a saved answer only where there is no other, since nobody knows how old that is', () =>
    withFolder(async folder => {
      const batches = storeIn(folder, 0);
      await batches.keep({ source: 'ticket', accountName: 'Saved answer', outcomes: [outcome(0)] });
      const saved = await new NewestAnswers(lookupsWith(), batches).ofAny('oA', [appId, '']);
      assert.deepEqual([saved?.outcome, saved?.at], [outcome(0), undefined]);
      const known = await new NewestAnswers(lookupsWith(1), batches).ofAny('oA', [appId, '']);
      assert.equal(known?.source.kind, 'lookup');
    }));
});
