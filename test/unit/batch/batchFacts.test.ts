import assert from 'node:assert/strict';
import { noCounts, type OutcomeCounts, outcomeKinds } from '../../../src/batch';
import {
  type BatchProgress,
  progressOf,
  stillToAsk,
  toAskIn,
  unstarted,
} from '../../../src/batch/batchFacts';
import { isAnswer } from '../../../src/batch/outcome';

const counts: OutcomeCounts = {
  following: 100,
  notFollowing: 20,
  invalid: 3,
  notReturned: 4,
  failed: 5,
  pending: 6,
};
const toAskAgain: OutcomeCounts = { ...noCounts, following: 7, notFollowing: 8, failed: 1 };

describe('what a run asks for', () => {
  it('is what was never answered, and what is marked', () => {
    assert.equal(stillToAsk({ counts, toAskAgain: noCounts }), 6);
    assert.equal(stillToAsk({ counts, toAskAgain }), 6 + 7 + 8 + 1);
    assert.equal(stillToAsk({ counts: noCounts, toAskAgain: noCounts }), 0);
  });

  it('is all of a kind that is asked for again, marked or not, each once', () => {
    assert.equal(toAskIn({ counts, toAskAgain }, ['notFollowing']), 6 + 7 + 20 + 1);
    assert.equal(toAskIn({ counts, toAskAgain }, ['failed', 'notReturned']), 6 + 7 + 8 + 5 + 4);
    assert.equal(toAskIn({ counts, toAskAgain }, ['pending']), stillToAsk({ counts, toAskAgain }));
    assert.equal(toAskIn({ counts, toAskAgain }, outcomeKinds), 138);
  });
});

describe('the progress of a batch', () => {
  const progress: BatchProgress = {
    ...{ state: 'stopped', counts, toAskAgain, apiCalls: 1, duration: 2, verified: 3, shifted: 4 },
  };
  const stoppedBy = { errcode: 45009, errmsg: '' };

  it('is taken of whatever has it, without anything else', () => {
    const all = { ...progress, stoppedBy, refreshedAt: 0 };
    assert.deepEqual(progressOf({ ...all, ...{ id: 'b' } }), all);
  });

  it('says nothing of what is not', () => {
    assert.deepEqual(progressOf({ ...progress, stoppedBy: undefined, refreshedAt: undefined }), progress);
    assert.deepEqual(progressOf(progress), progress);
  });

  it('of one that has not run is nothing, and interrupted', () => {
    assert.deepEqual(unstarted, {
      ...{ state: 'interrupted', toAskAgain: noCounts },
      ...{ apiCalls: 0, duration: 0, verified: 0, shifted: 0 },
    });
    assert.ok(Object.values(noCounts).every(count => count === 0));
    assert.deepEqual(Object.keys(noCounts).sort(), [...outcomeKinds].sort());
  });
});

describe('an outcome', () => {
  it('is an answer where WeChat said something about the person', () => {
    assert.deepEqual(outcomeKinds.filter(isAnswer), ['following', 'notFollowing', 'invalid']);
  });
});
