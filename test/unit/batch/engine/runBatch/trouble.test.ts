import assert from 'node:assert/strict';
import { BatchStopped, type Outcome, runBatch, type RunEvent } from '../../../../../src/batch';
import { recordLines } from '../../../../../src/batch/journal/journalRecord';
import { isWeChatFault, type WeChatClient } from '../../../../../src/wechat';
import { type SimulatedAccount, type SimulatedWeChat } from '../../../../wechat';
import {
  batchGetPath,
  byKind,
  clientOf,
  collect,
  eventsOf,
  outcomeIn,
  recordedSleep,
  runOptions,
  startWeChatForEach,
} from '../../scenario';

describe('runBatch in trouble', () => {
  let weChat: SimulatedWeChat;
  let account: SimulatedAccount;
  let client: WeChatClient;

  startWeChatForEach(given => ({ weChat, account, client } = given));

  const following = (count: number) => account.openids({ state: 'following' }, count);

  it('ends whom 50005 is about as not following, and hides nobody else', async () => {
    const openids = following(60);
    const [gone = ''] = openids;
    weChat.faults.add(
      { kind: 'errcode', errcode: 50005 },
      { when: request => request.openids.includes(gone) },
    );
    const outcomes = await collect(runBatch(client, openids, runOptions()));
    const kinds = byKind(outcomes);
    assert.deepEqual(kinds.notFollowing, [gone]);
    assert.equal(kinds.following?.length, 59);
    const [outcome] = outcomes.filter(({ kind }) => kind === 'notFollowing');
    assert.ok(outcome);
    assert.deepEqual(outcomeIn(recordLines([outcome]).trimEnd()), outcome);
  });

  describe('passing trouble', () => {
    const passing = [
      { kind: 'errcode', errcode: -1 },
      { kind: 'status', status: 503 },
      { kind: 'reset' },
      { kind: 'cut' },
      { kind: 'html' },
    ] as const;
    for (const fault of passing) {
      it(`is waited out: ${Object.values(fault).join(' ')}`, async () => {
        weChat.faults.add(fault, { path: batchGetPath, times: 4 });
        const { sleep, delays } = recordedSleep();
        const outcomes = await collect(
          runBatch(client, following(60), runOptions({ sleep, random: () => 1 })),
        );
        assert.equal(byKind(outcomes).following?.length, 60);
        assert.deepEqual(delays, [1_000, 2_000, 4_000, 8_000]);
      });
    }

    it('is counted for the log: a repetition is no first attempt', async () => {
      weChat.faults.add({ kind: 'errcode', errcode: -1 }, { path: batchGetPath, times: 1 });
      weChat.faults.add({ kind: 'errcode', errcode: 45011 }, { path: batchGetPath, times: 1 });
      const attempts: number[] = [];
      const logged = clientOf(weChat, account, ({ path, attempt }) => {
        if (path === batchGetPath) attempts.push(attempt);
      });
      await collect(runBatch(logged, following(60), runOptions()));
      assert.deepEqual(attempts, [1, 2, 3]);
    });

    it('halves the calls in flight', async () => {
      weChat.faults.add({ kind: 'status', status: 502 }, { path: batchGetPath, times: 1 });
      const events: RunEvent[] = [];
      const onEvent = (event: RunEvent) => void events.push(event);
      await collect(runBatch(client, following(700), runOptions({ concurrency: 8, onEvent })));
      assert.deepEqual(
        eventsOf(events, 'pace').map(({ inFlight }) => inFlight),
        [8, 4],
      );
    });

    it('shortens delays at random, to a half at most', async () => {
      weChat.faults.add({ kind: 'errcode', errcode: -1 }, { path: batchGetPath, times: 2 });
      const { sleep, delays } = recordedSleep();
      await collect(runBatch(client, following(1), runOptions({ sleep, random: () => 0 })));
      assert.deepEqual(delays, [500, 1_000]);
    });

    it('makes a chunk fail after five tries, and only that chunk', async () => {
      const [doomed = ''] = following(1);
      weChat.faults.add(
        { kind: 'errcode', errcode: -1 },
        { when: ({ openids }) => openids.includes(doomed) },
      );
      const outcomes = await collect(runBatch(client, following(300), runOptions()));
      assert.equal(byKind(outcomes).failed?.length, 100);
      assert.equal(byKind(outcomes).following?.length, 200);
      assert.equal(weChat.calls(batchGetPath), 5 + 2);
    });

    it('pauses the whole run for a minute when the minute quota is used up, and says until when', async () => {
      weChat.faults.add({ kind: 'errcode', errcode: 45011 }, { path: batchGetPath, times: 3 });
      const events: RunEvent[] = [];
      const { sleep, delays } = recordedSleep();
      const options = runOptions({
        concurrency: 3,
        sleep,
        now: () => 1_000_000,
        onEvent: event => void events.push(event),
      });
      const outcomes = await collect(runBatch(client, following(700), options));
      assert.equal(byKind(outcomes).following?.length, 700);
      assert.ok(delays.every(delay => delay === 60_000));
      const pauses = eventsOf(events, 'pause');
      assert.ok(pauses.length >= 1 && pauses.length <= 3);
      assert.ok(pauses.every(({ until }) => until === 1_060_000));
      assert.equal(eventsOf(events, 'resume').length, pauses.length);
      assert.equal(eventsOf(events, 'call').length, weChat.calls(batchGetPath));
    });

    for (const state of ['neverFollowed', 'foreign'] as const) {
      it(`goes on through any number of pauses that end with an answer (${state})`, async () => {
        const openids = account.openids({ state }, state === 'foreign' ? 8 : 800);
        let calls = 0;
        const when = () => ++calls % 2 === 0;
        weChat.faults.add({ kind: 'errcode', errcode: 45011 }, { path: batchGetPath, when });
        const { sleep, delays } = recordedSleep();
        const outcomes = await collect(runBatch(client, openids, runOptions({ concurrency: 1, sleep })));
        assert.equal(outcomes.length, openids.length);
        assert.ok(delays.length > 5);
      });
    }

    it('stops when minute after minute brings nothing', async () => {
      weChat.faults.add({ kind: 'errcode', errcode: 45011 }, { path: batchGetPath });
      const { sleep, delays } = recordedSleep();
      await assert.rejects(collect(runBatch(client, following(300), runOptions({ sleep }))), BatchStopped);
      assert.equal(delays.length, 5);
    });

    it('asks for one new token for all calls in flight when the token dies', async () => {
      const gate = weChat.hold(batchGetPath);
      const run = collect(runBatch(client, following(800), runOptions({ concurrency: 8 })));
      await gate.arrived(8);
      weChat.expireTokens();
      gate.open();
      assert.equal(byKind(await run).following?.length, 800);
      assert.equal(weChat.calls('/cgi-bin/stable_token'), 2);
    });
  });

  describe('trouble that concerns the whole run', () => {
    for (const errcode of [45009, 48001, 61004, 50002]) {
      it(`stops it at once: ${errcode}`, async () => {
        const openids = following(800);
        let seen = 0;
        weChat.faults.add({ kind: 'errcode', errcode }, { path: batchGetPath, when: () => ++seen > 3 });
        const outcomes: Outcome[] = [];
        const run = async () => {
          for await (const outcome of runBatch(client, openids, runOptions({ concurrency: 2 })))
            outcomes.push(outcome);
        };
        await assert.rejects(run, error => {
          assert.ok(error instanceof BatchStopped && isWeChatFault(error.fault));
          return error.fault.errcode === errcode;
        });
        assert.ok(outcomes.length > 0 && outcomes.length <= 300);
        assert.ok(weChat.calls(batchGetPath) <= 5, 'calls go on after the fault');
      });
    }

    it('is not the secret that cannot be read: that error is passed on as it is', async () => {
      const locked = new Error('the keychain is locked');
      const broken = clientOf(weChat);
      const run = runBatch(
        { ...sourceOf(broken), batchGet: () => Promise.reject(locked) },
        following(5),
        runOptions(),
      );
      await assert.rejects(collect(run), error => error === locked);
    });
  });
});

function sourceOf(client: WeChatClient) {
  return {
    userInfo: client.userInfo.bind(client),
    batchGet: client.batchGet.bind(client),
  };
}
