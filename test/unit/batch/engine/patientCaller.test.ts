import assert from 'node:assert/strict';
import { BatchStopped, type RunEvent } from '../../../../src/batch';
import { Allowance } from '../../../../src/batch/engine/allowance';
import { Pace } from '../../../../src/batch/engine/pace';
import { PatientCaller } from '../../../../src/batch/engine/patientCaller';
import { type Question, type Reply } from '../../../../src/batch/engine/question';
import { TransportError, WeChatError } from '../../../../src/wechat';

const minute = 60_000;
const row = { openid: 'oA', subscribe: 0 };
const rows: Reply & { kind: 'rows' } = { kind: 'rows', rows: [row] };

const busy = new WeChatError({ errcode: -1, errmsg: 'system error' });
const quota = new WeChatError({ errcode: 45011, errmsg: 'api minute-quota reach limit' });
const unreachable = new TransportError({ reason: 'refused', detail: 'ECONNREFUSED' });

function question(openid = 'oA'): Question {
  return { kind: 'single', single: { openid }, sent: 0, failures: 0 };
}

describe('a patient caller', () => {
  let time: number;
  let delays: number[];
  let events: RunEvent[];
  let told: number;
  let aborting: AbortController;
  let pace: Pace;
  let allowance: Allowance;

  function begin(random = 1): PatientCaller {
    time = 1_000_000;
    delays = [];
    events = [];
    told = 0;
    aborting = new AbortController();
    pace = new Pace(32, () => time);
    allowance = new Allowance();
    const sleep = (milliseconds: number, signal: AbortSignal) => {
      signal.throwIfAborted();
      delays.push(milliseconds);
      time += milliseconds;
      return Promise.resolve();
    };
    return new PatientCaller({
      ...{ signal: aborting.signal, pace, allowance, sleep, random: () => random, now: () => time },
      onEvent: event => void events.push(event),
      tellPace: () => {
        told++;
      },
    });
  }

  /** Answers with one after the other, errors among them. */
  function answers(...all: readonly (typeof rows | Error)[]): () => Promise<typeof rows> {
    const left = [...all];
    return () => {
      const next = left.shift() ?? assert.fail('one call too many');
      return next instanceof Error ? Promise.reject(next) : Promise.resolve(next);
    };
  }

  it('gives the rows that come, and tells of the call', async () => {
    const caller = begin();
    const asked = question();
    assert.equal(await caller.call(asked, answers(rows)), rows);
    assert.deepEqual([asked.sent, asked.failures, delays], [1, 0, []]);
    assert.deepEqual(events, [{ kind: 'call' }]);
  });

  it('gives a refusal of the openids as an answer', async () => {
    const caller = begin();
    const fault = { errcode: 40003, errmsg: 'invalid openid' };
    assert.deepEqual(await caller.call(question(), answers(new WeChatError(fault))), {
      kind: 'refused',
      fault,
    });
    assert.deepEqual([delays, events, pace.inFlight], [[], [{ kind: 'call' }], 8]);
  });

  it('stops the run at a fault that would befall every call', async () => {
    const caller = begin();
    const error = new WeChatError({ errcode: 48001, errmsg: 'api unauthorized' });
    await assert.rejects(caller.call(question(), answers(error)), (thrown: unknown) => {
      assert.ok(thrown instanceof BatchStopped);
      assert.deepEqual([thrown.fault, thrown.cause, thrown.since], [error.fault, error, undefined]);
      return true;
    });
    assert.deepEqual([delays, pace.inFlight], [[], 8]);
  });

  it('passes on what is no failure of WeChat or of the network', async () => {
    const error = new Error('the secret cannot be read');
    await assert.rejects(begin().call(question(), answers(error)), error);
  });

  it('ends with the reason of its signal, before a call and after one', async () => {
    const reason = new Error('enough');
    const caller = begin();
    const failing = () => {
      aborting.abort(reason);
      return Promise.reject(busy);
    };
    await assert.rejects(caller.call(question(), failing), reason);
    const never = question();
    await assert.rejects(caller.call(never, answers(rows)), reason);
    assert.equal(never.sent, 0);
  });

  describe('where a call may go well in a moment', () => {
    it('waits twice as long each time, and gives the question back; the fifth failure is the last', async () => {
      const caller = begin();
      const asked = question();
      for (const [attempt, delay] of [1_000, 2_000, 4_000, 8_000].entries()) {
        events = [];
        assert.equal(await caller.call(asked, answers(busy)), undefined);
        assert.deepEqual([asked.failures, delays.at(-1)], [attempt + 1, delay]);
        const retry = { kind: 'retry', fault: busy.fault, attempt: attempt + 1, delay };
        assert.deepEqual(events, [{ kind: 'call' }, retry]);
      }
      assert.deepEqual(await caller.call(asked, answers(busy)), { kind: 'failed', fault: busy.fault });
      assert.deepEqual([asked.sent, delays.length, pace.inFlight], [5, 4, 1]);
    });

    it('shortens each wait at random, to a half at most', async () => {
      for (const [random, delay] of [
        [0, 500],
        [0.5, 750],
        [0.0011, 501],
      ] as const) {
        await begin(random).call(question(), answers(busy));
        assert.deepEqual(delays, [delay]);
      }
    });

    it('waits as long as it is asked to, for a minute at most, and no shorter than it would', async () => {
      for (const [asked, delay] of [
        [7_000, 7_000],
        [minute, minute],
        [minute + 1, minute],
        [1, 1_000],
        [0, 1_000],
      ] as const) {
        const caller = begin();
        const fault = { reason: 'status', status: 429 } as const;
        assert.equal(await caller.call(question(), answers(new TransportError(fault, asked))), undefined);
        assert.deepEqual(delays, [delay]);
      }
    });

    it('keeps all calls back while it was asked to wait, and none otherwise', async () => {
      for (const retryAfter of [7_000, undefined]) {
        let end = () => {};
        const waiting = new Promise<void>(resolve => (end = resolve));
        const caller = new PatientCaller({
          ...{
            signal: aborting.signal,
            pace,
            allowance,
            onEvent: () => undefined,
            tellPace: () => undefined,
          },
          ...{ sleep: () => waiting, random: () => 1, now: () => time },
        });
        const slow = caller.call(
          question(),
          answers(new TransportError({ reason: 'status', status: 503 }, retryAfter)),
        );
        let isBack = false;
        void slow.then(() => (isBack = true));
        await new Promise(setImmediate);
        const other = question('oB');
        const next = caller.call(other, answers(rows));
        await new Promise(setImmediate);
        assert.deepEqual([other.sent, isBack], [retryAfter === undefined ? 1 : 0, false]);
        end();
        assert.deepEqual([await next, await slow], [rows, undefined]);
        assert.equal(other.sent, 1);
      }
    });
  });

  describe('where the quota of a minute is used up', () => {
    it('pauses for a minute and asks again, which is no failure of the question', async () => {
      const caller = begin();
      const asked = question();
      assert.equal(await caller.call(asked, answers(quota, rows)), rows);
      assert.deepEqual([asked.sent, asked.failures, delays, told], [2, 0, [minute], 1]);
      assert.deepEqual(events, [
        { kind: 'call' },
        { kind: 'pause', fault: quota.fault, until: 1_000_000 + minute },
        { kind: 'resume' },
        { kind: 'call' },
      ]);
      assert.equal(pace.inFlight, 4);
    });

    it('pauses once for all calls in flight', async () => {
      const caller = begin();
      const replies = await Promise.all(
        ['oA', 'oB', 'oC'].map(openid => caller.call(question(openid), answers(quota, rows))),
      );
      assert.deepEqual(replies, [rows, rows, rows]);
      assert.deepEqual(delays, [minute]);
      assert.equal(events.filter(({ kind }) => kind === 'call').length, 6);
    });

    it('learns how many calls the minute had let through, without those that were refused', async () => {
      const caller = begin();
      for (let call = 0; call < 40; call++) await caller.call(question(), answers(rows));
      await Promise.all([1, 2].map(() => caller.call(question(), answers(quota, rows))));
      assert.deepEqual(allowance.limitAt(time)?.calls, 38);
      time += 10 * minute;
      for (let call = 0; call < 20; call++) await caller.call(question(), answers(rows));
      await caller.call(question(), answers(quota, rows));
      assert.deepEqual(allowance.limitAt(time)?.calls, 19);
    });

    it('stops the run after five minutes without a single answer', async () => {
      const caller = begin();
      const six = [quota, quota, quota, quota, quota, quota];
      await assert.rejects(caller.call(question(), answers(...six)), (thrown: unknown) => {
        assert.ok(thrown instanceof BatchStopped);
        assert.deepEqual([thrown.fault, thrown.since], [quota.fault, undefined]);
        return true;
      });
      assert.equal(delays.length, 5);
    });

    it('goes on through any number of them as long as something is answered in between', async () => {
      const caller = begin();
      const refusal = new WeChatError({ errcode: 40003, errmsg: '' });
      for (let round = 0; round < 4; round++) {
        await caller.call(question(), answers(quota, quota, round % 2 === 0 ? rows : refusal));
      }
      assert.equal(delays.length, 8);
    });

    it('asks no more once the pause is ended by the signal', async () => {
      const caller = begin();
      const reason = new Error('enough');
      const asked = question();
      const call = caller.call(asked, () => {
        queueMicrotask(() => aborting.abort(reason));
        return Promise.reject(quota);
      });
      await assert.rejects(call, reason);
      assert.equal(asked.sent, 1);
    });
  });

  it('waits until its account may call again', async () => {
    const caller = begin();
    allowance.name({ calls: 2, seconds: 60 }, time);
    assert.equal(await caller.call(question(), answers(rows)), rows);
    assert.deepEqual(delays, []);
    assert.equal(await caller.call(question(), answers(rows)), rows);
    assert.deepEqual(delays, [minute]);
  });

  describe('where nobody is there to answer', () => {
    const isStopped = (since: number) => (thrown: unknown) =>
      thrown instanceof BatchStopped && thrown.fault === unreachable.fault && thrown.since === since;

    it('stops the run with the fifth failure of a question, and says since when', async () => {
      const caller = begin();
      const asked = question();
      for (let call = 0; call < 4; call++) await caller.call(asked, answers(unreachable));
      await assert.rejects(caller.call(asked, answers(unreachable)), isStopped(1_000_000));
    });

    it('fails the question alone where others were answered in between', async () => {
      const caller = begin();
      const asked = question();
      for (let call = 0; call < 4; call++) await caller.call(asked, answers(unreachable));
      await caller.call(question('oB'), answers(rows));
      assert.deepEqual(await caller.call(asked, answers(unreachable)), {
        kind: 'failed',
        fault: unreachable.fault,
      });
    });

    it('stops the run where eight calls to three questions have failed after the first', async () => {
      const caller = begin();
      const asked = ['oA', 'oB', 'oC'].map(openid => question(openid));
      for (let call = 0; call < 8; call++) await caller.call(asked[call % 3] ?? assert.fail(), answers(busy));
      await assert.rejects(caller.call(asked[2] ?? assert.fail(), answers(busy)), (thrown: unknown) => {
        assert.ok(thrown instanceof BatchStopped);
        assert.deepEqual([thrown.fault, thrown.cause, thrown.since], [busy.fault, busy, 1_000_000]);
        return true;
      });
    });
  });
});
