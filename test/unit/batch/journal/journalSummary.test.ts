import assert from 'node:assert/strict';
import { noCounts } from '../../../../src/batch';
import { type BatchProgress, unstarted } from '../../../../src/batch/batchFacts';
import { endedProgress, readSummary } from '../../../../src/batch/journal/journalSummary';
import { isProblem } from '../scenario';
import { headOf, journalPath, linesOf, origin, WatchedFiles } from './watchedFiles';

const stoppedBy = { errcode: 45009, errmsg: 'quota' };
const done: BatchProgress = { ...unstarted, state: 'done', counts: { ...noCounts, following: 2 } };
const half: BatchProgress = { ...done, counts: { ...noCounts, following: 1, pending: 1 } };

describe('the progress of a journal whose window is gone', () => {
  it('is done where nothing is left to ask, whatever was noted', () => {
    for (const state of ['running', 'done', 'interrupted'] as const)
      assert.deepEqual(endedProgress({ ...done, state }), { ...done, stoppedBy: undefined });
    assert.deepEqual(endedProgress({ ...done, state: 'stopped', stoppedBy }), {
      ...done,
      stoppedBy: undefined,
    });
  });

  it('is cancelled or stopped where that was noted and something is left to ask', () => {
    for (const state of ['cancelled', 'stopped'] as const) {
      const progress = { ...half, state, stoppedBy };
      assert.deepEqual(endedProgress(progress), progress);
    }
  });

  it('is interrupted otherwise', () => {
    for (const state of ['running', 'done', 'interrupted'] as const)
      assert.deepEqual(endedProgress({ ...half, state }), { ...half, state: 'interrupted' });
    const marked = { ...done, toAskAgain: { ...noCounts, following: 1 } };
    assert.deepEqual(endedProgress(marked), { ...marked, state: 'interrupted' });
  });
});

describe('the summary of a journal', () => {
  async function summary(...lines: readonly (string | object)[]) {
    const files = await WatchedFiles.with(linesOf(...lines));
    try {
      return await readSummary(files, journalPath, 'b');
    } finally {
      assert.equal(files.opened, 0, 'it is closed');
    }
  }

  const noted = { state: 'done', counts: done.counts, apiCalls: 0, duration: 0 };
  const start = [headOf(2), { openids: ['o1', 'o2'] }];

  it('is its head, and the counts that were noted last', async () => {
    assert.deepEqual(await summary(...start, { ...noted, counts: half.counts }, noted), {
      ...{ origin, progress: { ...done, stoppedBy: undefined }, isVague: false },
    });
  });

  it('is vague where nothing was noted: all are pending then', async () => {
    assert.deepEqual(await summary(...start), {
      origin,
      progress: { ...unstarted, counts: { ...noCounts, pending: 2 } },
      isVague: true,
    });
  });

  for (const line of [
    '{"subscribe":1,"openid":"o1"}',
    '{"kind":"notReturned","openid":"o1"}',
    '{"openid":"o1","subscribe":0}',
    '{"still":["failed"]}',
    '{"state":',
  ])
    it(`is vague where the last counts are older than ${line}`, async () => {
      assert.equal((await summary(...start, noted, line)).isVague, true);
      assert.equal((await summary(...start, line, noted)).isVague, false);
    });

  for (const line of ['{"at":5}', '{"later":1}'])
    it(`is not vague because of ${line}`, async () =>
      assert.equal((await summary(...start, noted, line)).isVague, false));

  it('of version 1 is vague where something is pending, which may be marked', async () => {
    const counts = { ...noCounts, following: 1, pending: 1 };
    assert.equal((await summary(headOf(2, 1), { ...noted, counts })).isVague, true);
    assert.equal((await summary(headOf(2, 1), noted)).isVague, false);
    assert.equal((await summary(headOf(2), { ...noted, counts })).isVague, false);
  });

  it('of a damaged one is none', () => assert.rejects(summary('hello'), isProblem('damaged')));
});
