import assert from 'node:assert/strict';
import { Batch, BatchStopped, isOfWrongAccount, type Outcome } from '../../../../src/batch';
import { wrongAccountBrake } from '../../../../src/batch/engine/wrongAccount';
import { OutcomeTable } from '../../../../src/batch/rows/outcomeTable';

const fault = { errcode: 40003, errmsg: 'invalid openid' };
const origin = { id: 'b', appId: 'wx1', accountName: 'A', source: 's', lang: 'en', startedAt: 0 } as const;

describe('the brake of a run whose list is another account’s', () => {
  const openids = Array.from({ length: 302 }, (_, index) => `o${index}`);
  const invalid = (openid: string): Outcome => ({ kind: 'invalid', openid, fault });
  const gone = (openid: string): Outcome => ({
    kind: 'notFollowing',
    openid,
    profile: { openid, subscribe: 0 },
  });

  function begin(listed = openids, known: readonly Outcome[] = []) {
    const batch = new Batch(origin, new OutcomeTable(listed), () => 0);
    batch.record(known);
    const brake = wrongAccountBrake(batch);
    return (...outcomes: readonly Outcome[]) => {
      batch.record(outcomes);
      brake(outcomes);
    };
  }

  const isStopped = (error: unknown) => error instanceof BatchStopped && error.fault === fault;

  it('stops it where WeChat knows none of the first 300 and more are left', () => {
    const take = begin();
    for (const openid of openids.slice(0, 299)) take(invalid(openid));
    assert.throws(() => take(invalid('o299')), isStopped);
  });

  it('stops it also where they come many at once', () => {
    assert.throws(() => begin()(...openids.slice(0, 301).map(invalid)), isStopped);
  });

  it('does nothing where nobody is left to ask for', () => {
    begin()(...openids.map(invalid));
    begin(openids.slice(0, 300))(...openids.slice(0, 300).map(invalid));
  });

  it('does nothing where anybody is known', () => {
    const take = begin();
    take(gone('o300'));
    take(...openids.slice(0, 300).map(invalid));
  });

  it('does nothing where what came last is no refusal', () => {
    const take = begin();
    take(...openids.slice(0, 299).map(invalid));
    take();
    take(invalid('o299'), gone('o300'));
  });

  it('does nothing to a batch that is resumed', () => {
    const take = begin(openids, openids.slice(0, 10).map(invalid));
    take(...openids.slice(10, 301).map(invalid));
  });
});

describe('a batch of the wrong account', () => {
  it('is one that was stopped because of its openids', () => {
    assert.equal(isOfWrongAccount({ stoppedBy: fault }), true);
    assert.equal(isOfWrongAccount({ stoppedBy: { errcode: 45009, errmsg: '' } }), false);
    assert.equal(isOfWrongAccount({ stoppedBy: { reason: 'timeout' } }), false);
    assert.equal(isOfWrongAccount({ stoppedBy: undefined }), false);
    assert.equal(isOfWrongAccount({}), false);
  });
});
