import assert from 'node:assert/strict';
import { RunTally } from '../../../src/batch/runTally';

const fault = { errcode: 45009, errmsg: 'reach max api daily quota limit' };

describe('the tally of the runs of a batch', () => {
  let now: number;
  let tally: RunTally;

  beforeEach(() => {
    now = 10_000;
    tally = new RunTally(() => now);
  });

  it('begins with nothing, interrupted', () => {
    assert.deepEqual(
      [tally.state, tally.isUnderWay, tally.rate, tally.duration],
      ['interrupted', false, 0, 0],
    );
    assert.deepEqual([tally.apiCalls, tally.verified, tally.shifted], [0, 0, 0]);
    assert.deepEqual(
      [tally.stoppedBy, tally.refreshedAt, tally.pace, tally.pausedUntil],
      [undefined, undefined, undefined, undefined],
    );
  });

  it('is under way from the beginning of a run to its end, also at the beginning of time', () => {
    now = 0;
    tally.begin();
    assert.deepEqual([tally.state, tally.isUnderWay], ['running', true]);
    tally.end('done');
    assert.deepEqual([tally.state, tally.isUnderWay], ['done', false]);
  });

  it('tells answers a second since the run began, rounded', () => {
    tally.answered(50);
    assert.equal(tally.rate, 0);
    tally.begin();
    tally.answered(1);
    tally.answered(2);
    assert.equal(tally.rate, 3_000, 'as if a millisecond had passed');
    now += 1_000;
    assert.equal(tally.rate, 3);
    now += 1_001;
    assert.equal(tally.rate, 1);
    tally.end('cancelled');
    assert.equal(tally.rate, 0);
  });

  it('adds up the time of all runs', () => {
    tally.begin();
    now += 300;
    assert.equal(tally.duration, 300);
    tally.end('cancelled');
    now += 5_000;
    assert.equal(tally.duration, 300);
    tally.begin();
    now += 40;
    assert.equal(tally.duration, 340);
    tally.end('done');
    assert.equal(tally.duration, 340);
  });

  it('forgets with a new run why the last one was stopped', () => {
    tally.begin();
    tally.end('stopped', fault);
    assert.deepEqual([tally.state, tally.stoppedBy], ['stopped', fault]);
    tally.begin();
    assert.equal(tally.stoppedBy, undefined);
    tally.end('interrupted');
    assert.deepEqual([tally.state, tally.stoppedBy], ['interrupted', undefined]);
  });

  it('counts calls and verified rows one by one, and shifted ones answer by answer', () => {
    assert.equal(tally.observe({ kind: 'call' }), false);
    assert.equal(tally.observe({ kind: 'call' }), false);
    assert.equal(tally.observe({ kind: 'retry', fault, attempt: 1, delay: 5 }), false);
    assert.equal(tally.observe({ kind: 'verified', openid: 'o1' }), true);
    assert.equal(tally.observe({ kind: 'shifted', openids: ['o1', 'o2'] }), true);
    assert.equal(tally.observe({ kind: 'shifted', openids: ['o3'] }), true);
    assert.deepEqual([tally.apiCalls, tally.verified, tally.shifted], [2, 1, 3]);
  });

  it('knows until when a run pauses, until it goes on or ends', () => {
    assert.equal(tally.observe({ kind: 'pause', fault, until: 70_000 }), true);
    assert.equal(tally.pausedUntil, 70_000);
    assert.equal(tally.observe({ kind: 'resume' }), true);
    assert.equal(tally.pausedUntil, undefined);
    tally.observe({ kind: 'pause', fault, until: 80_000 });
    tally.end('cancelled');
    assert.equal(tally.pausedUntil, undefined);
  });

  it('knows the pace of a run, and of none once it has ended', () => {
    assert.equal(tally.observe({ kind: 'pace', inFlight: 16 }), true);
    assert.deepEqual(tally.pace, { inFlight: 16, limit: undefined });
    tally.end('done');
    assert.equal(tally.pace, undefined);
  });

  it('notes when all was begun to be asked again', () => {
    tally.refresh();
    now += 9;
    assert.equal(tally.refreshedAt, 10_000);
  });

  it('takes over what another window has left, and goes on from there', () => {
    tally.takeOver({
      ...{ state: 'stopped', stoppedBy: fault, apiCalls: 5, duration: 600, verified: 2, shifted: 3 },
      refreshedAt: 77,
    });
    assert.deepEqual([tally.state, tally.stoppedBy, tally.refreshedAt], ['stopped', fault, 77]);
    assert.deepEqual([tally.apiCalls, tally.duration, tally.verified, tally.shifted], [5, 600, 2, 3]);
    tally.begin();
    now += 100;
    tally.observe({ kind: 'call' });
    tally.end('done');
    assert.deepEqual([tally.apiCalls, tally.duration], [6, 700]);
  });
});
