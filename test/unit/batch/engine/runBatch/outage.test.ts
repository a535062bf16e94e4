import assert from 'node:assert/strict';
import {
  BatchStopped,
  type Outcome,
  type ProfileSource,
  runBatch,
  type RunEvent,
  type RunOptions,
} from '../../../../../src/batch';
import { isWeChatFault, TransportError, WeChatClient } from '../../../../../src/wechat';
import { transportReason } from '../../../../../src/wechat/exchange/transportReason';
import { isWhole } from '../../../../form';
import { type Fault, type SimulatedAccount, type SimulatedWeChat } from '../../../../wechat';
import {
  batchGetPath,
  byKind,
  clientOf,
  collect,
  eventsOf,
  newBatch,
  recordedSleep,
  runOptions,
  startWeChatForEach,
  storeIn,
  withFolder,
} from '../../scenario';

describe('runBatch in an outage', () => {
  let weChat: SimulatedWeChat;
  let account: SimulatedAccount;
  /** Whether the network is gone: what Node says then. */
  let networkError: string | undefined;
  /** Whether calls are given up soon, for those that hang. */
  let isHasty: boolean;

  startWeChatForEach(given => {
    ({ weChat, account } = given);
    networkError = undefined;
    isHasty = false;
  });

  const following = (count: number) => account.openids({ state: 'following' }, count);
  const strangers = (count: number) => account.openids({ state: 'neverFollowed' }, count);

  /** Its calls reach the simulated WeChat, or nobody while there is a network error. */
  function clientWith(): { client: ProfileSource; made: () => number; lost: () => number } {
    let made = 0;
    let lost = 0;
    const secret = () => Promise.resolve(account.secret);
    const waiting = (timeoutMs: number) =>
      new WeChatClient({ baseUrl: weChat.url, appId: account.appId, secret, timeoutMs });
    const [patient, hasty] = [waiting(500), waiting(20)];
    const client = () => (isHasty ? hasty : patient);
    const over = <T>(call: () => Promise<T>): Promise<T> => {
      made++;
      if (networkError === undefined) return call();
      lost++;
      const error = Object.assign(new Error(networkError), { code: networkError });
      return Promise.reject(new TransportError(transportReason(error)));
    };
    return {
      client: {
        userInfo: (...parameters) => over(() => client().userInfo(...parameters)),
        batchGet: (...parameters) => over(() => client().batchGet(...parameters)),
      },
      made: () => made,
      lost: () => lost,
    };
  }

  const outages: readonly (readonly [string, Fault | string])[] = [
    ['calls hang', { kind: 'never' }],
    ['a gateway answers 502', { kind: 'status', status: 502 }],
    ['WeChat answers -1', { kind: 'errcode', errcode: -1 }],
    ['a page of HTML comes', { kind: 'html' }],
    ['connections are reset', { kind: 'reset' }],
    ['no name is found', 'ENOTFOUND'],
    ['the resolver is away', 'EAI_AGAIN'],
    ['no way leads there', 'ENETUNREACH'],
  ];

  for (const [index, [what, fault]] of outages.entries()) {
    const all = [1, 4, 32];
    for (const concurrency of isWhole ? all : all.slice(index % 3, (index % 3) + 1)) {
      it(`stops with the rest pending where ${what} after 5 of 50 chunks, ${concurrency} in flight at most`, () =>
        withFolder(async folder => {
          const { client, made } = clientWith();
          const store = storeIn(folder);
          const batch = await newBatch(store, strangers(5_000));
          let answered = 0;
          let inFlight = 0;
          const begin = () => {
            if (typeof fault === 'string') networkError = fault;
            else weChat.faults.add(fault, { path: batchGetPath });
            if (typeof fault !== 'string' && fault.kind === 'never') isHasty = true;
          };
          const onEvent = (event: RunEvent) => {
            if (event.kind === 'pace') inFlight = Math.max(inFlight, event.inFlight);
          };
          const changes = batch.onDidChange(() => {
            const now = 5_000 - batch.counts.pending;
            if (answered < 500 && now >= 500) begin();
            answered = now;
          });
          await store.run(batch, client, runOptions({ concurrency, onEvent }));
          changes.dispose();
          assert.equal(batch.state, 'stopped');
          assert.equal(batch.counts.failed, 0);
          const chunks = (5_000 - batch.counts.pending) / 100;
          // Counted where they are made: one that is given up soon may never have come to the server.
          const after = made() - chunks;
          // A call may have been answered already when the outage began.
          assert.ok(after <= 2 * inFlight + 8, `${after} calls after it began, ${inFlight} in flight`);
          assert.ok(after >= 9, `${after} calls are no outage`);

          weChat.faults.clear();
          networkError = undefined;
          isHasty = false;
          await store.run(batch, client, runOptions({ concurrency }));
          assert.equal(batch.state, 'done');
          assert.equal(batch.counts.notFollowing, 5_000);
        }));
    }
  }

  /** Runs it until it stops. */
  async function stoppedRun(
    client: ProfileSource,
    openids: readonly string[],
    options: Partial<RunOptions> = {},
  ): Promise<{ stopped: BatchStopped; outcomes: Outcome[] }> {
    const outcomes: Outcome[] = [];
    try {
      for await (const outcome of runBatch(client, openids, runOptions(options))) outcomes.push(outcome);
    } catch (error) {
      assert.ok(error instanceof BatchStopped);
      return { stopped: error, outcomes };
    }
    return assert.fail('it did not stop');
  }

  it('says since when, and of what', async () => {
    let time = 1_000;
    weChat.faults.add({ kind: 'errcode', errcode: -1 }, { path: batchGetPath });
    const now = () => time++;
    const { stopped } = await stoppedRun(clientWith().client, strangers(900), { now });
    assert.ok(stopped.since !== undefined && stopped.since >= 1_000 && stopped.since < 1_040);
    assert.ok(isWeChatFault(stopped.fault) && stopped.fault.errcode === -1);
  });

  it('is said since no time where no outage stopped it', async () => {
    weChat.faults.add({ kind: 'errcode', errcode: 48001 }, { path: batchGetPath });
    const { stopped } = await stoppedRun(clientWith().client, following(5));
    assert.equal(stopped.since, undefined);
  });

  it('fails nobody of a list that is too short for one, where nobody can be reached', async () => {
    networkError = 'ENOTFOUND';
    const { client, lost } = clientWith();
    const { stopped, outcomes } = await stoppedRun(client, following(150));
    assert.deepEqual(outcomes, []);
    assert.ok(!isWeChatFault(stopped.fault) && stopped.fault.reason === 'dns');
    assert.ok(lost() <= 10);
  });

  for (const code of [
    'EAI_AGAIN',
    'ENETUNREACH',
    'EHOSTUNREACH',
    'ENETDOWN',
    'EPIPE',
    'ENOTFOUND',
    'ECONNREFUSED',
  ]) {
    it(`is no hiccup that breaks eight calls in a row: ${code}`, async () => {
      let calls = 0;
      let broken = 0;
      const onEvent = ({ kind }: RunEvent) => {
        if (kind === 'call' && ++calls === 9) networkError = code;
        if (kind === 'retry' && ++broken === 8) networkError = undefined;
      };
      const { client } = clientWith();
      const outcomes = await collect(
        runBatch(client, strangers(3_000), runOptions({ concurrency: 8, onEvent })),
      );
      assert.equal(byKind(outcomes).notFollowing?.length, 3_000);
      assert.ok(broken >= 8);
    });
  }

  it('does not begin while calls succeed: the chunk that fails five times is failed', async () => {
    const [doomed = ''] = following(1);
    weChat.faults.add({ kind: 'reset' }, { when: ({ openids }) => openids.includes(doomed) });
    const outcomes = await collect(runBatch(clientWith().client, following(800), runOptions()));
    const { failed = [], following: good = [] } = byKind(outcomes);
    assert.deepEqual([failed.length, good.length], [100, 700]);
    assert.ok(failed.includes(doomed));
    assert.equal(weChat.calls(batchGetPath), 7 + 5);
  });

  for (const [what, state] of [
    ['profiles', 'neverFollowed'],
    ['refusals', 'foreign'],
  ] as const) {
    it(`does not begin while every second call brings an answer, be they ${what}`, async () => {
      const openids = account.openids({ state }, state === 'foreign' ? 30 : 3_000);
      let calls = 0;
      const when = () => ++calls % 2 === 0;
      weChat.faults.add({ kind: 'errcode', errcode: -1 }, { path: batchGetPath, when });
      const { client } = clientWith();
      const outcomes = await collect(runBatch(client, openids, runOptions({ concurrency: 1 })));
      assert.equal(outcomes.length, openids.length);
      assert.ok(calls > 40);
    });
  }

  it('asks the others first while what failed waits for its turn', async () => {
    const [first = ''] = following(1);
    weChat.faults.add({ kind: 'status', status: 500 }, { path: batchGetPath, times: 1 });
    await collect(runBatch(clientWith().client, following(400), runOptions({ concurrency: 1 })));
    const asked = weChat.requests.filter(({ path }) => path === batchGetPath);
    assert.deepEqual(
      asked.map(({ openids }) => openids.includes(first)),
      [true, false, false, false, true],
    );
  });

  describe('Retry-After', () => {
    for (const [what, status, retryAfter, delay] of [
      ['in seconds', 429, '7', 7_000],
      ['of 503', 503, '30', 30_000],
      ['for a minute at most', 429, '86400', 60_000],
      ['less than the own delay', 503, '0', 1_000],
      ['that makes no sense', 503, 'soon', 1_000],
    ] as const) {
      it(`is kept: ${what}`, async () => {
        weChat.faults.add({ kind: 'status', status, retryAfter }, { path: batchGetPath, times: 1 });
        const { sleep, delays } = recordedSleep();
        const events: RunEvent[] = [];
        const onEvent = (event: RunEvent) => void events.push(event);
        await collect(
          runBatch(clientWith().client, following(5), runOptions({ sleep, random: () => 1, onEvent })),
        );
        assert.deepEqual(delays, [delay]);
        assert.deepEqual(
          eventsOf(events, 'retry').map(event => [event.attempt, event.delay]),
          [[1, delay]],
        );
      });
    }

    it('is for all calls of the run', async () => {
      weChat.faults.add({ kind: 'status', status: 429, retryAfter: '5' }, { path: batchGetPath, times: 1 });
      let wake = () => {};
      const asleep = new Promise<void>(resolve => (wake = resolve));
      let end = () => {};
      const sleep = () => {
        wake();
        return new Promise<void>(resolve => (end = resolve));
      };
      const { client } = clientWith();
      const run = collect(runBatch(client, strangers(3_000), runOptions({ concurrency: 8, sleep })));
      await asleep;
      const calls: number[] = [];
      // Time enough for many calls, counted in round trips.
      for (let trip = 0; trip < 40; trip++) {
        await clientOf(weChat).tags();
        calls.push(weChat.calls(batchGetPath));
      }
      assert.ok((calls[19] ?? 0) < 30, `${calls[19]} calls`);
      assert.equal(calls[39], calls[19]);
      end();
      assert.equal(byKind(await run).notFollowing?.length, 3_000);
    });
  });
});
