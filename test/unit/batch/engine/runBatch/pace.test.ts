import assert from 'node:assert/strict';
import {
  type CallOptions,
  type ProfileSource,
  type RateLimit,
  runBatch,
  type RunEvent,
} from '../../../../../src/batch';
import { WeChatError } from '../../../../../src/wechat';
import { collect, eventsOf } from '../../scenario';
import { VirtualClock } from '../virtualClock';

const minute = 60_000;
const latency = 50;

/** How WeChat might count a minute: by the clock, or back from each call. */
type Counting = 'clock' | 'sliding';

/** An account of WeChat's in virtual time, that lets so many batch calls through in a minute. */
class Account implements ProfileSource {
  readonly #accepted: number[] = [];
  refused = 0;
  calls = 0;
  highest = 0;
  #open = 0;

  constructor(
    private readonly clock: VirtualClock,
    private readonly perMinute: number,
    private readonly counting: Counting = 'clock',
    /** Milliseconds of an answer while so many calls are open. */
    private readonly latencyOf: (open: number) => number = () => latency,
  ) {}

  userInfo(): Promise<never> {
    return Promise.reject(new Error('nobody is asked for singly here'));
  }

  async batchGet(openids: readonly string[], { signal }: CallOptions) {
    this.calls++;
    this.highest = Math.max(this.highest, ++this.#open);
    try {
      await this.clock.sleep(this.latencyOf(this.#open) / 2, signal);
      const refusal = this.#take();
      await this.clock.sleep(this.latencyOf(this.#open) / 2, signal);
      if (refusal) throw new WeChatError({ errcode: 45011, errmsg: 'api minute-quota reach limit' });
      return openids.map(openid => ({ openid, subscribe: 1, subscribe_time: 1, unionid: 'u' }));
    } finally {
      this.#open--;
    }
  }

  /** Whether it is refused. */
  #take(): boolean {
    const now = this.clock.now();
    const since = this.counting === 'clock' ? Math.floor(now / minute) * minute : now - minute + 1;
    while ((this.#accepted[0] ?? Infinity) < since) this.#accepted.shift();
    if (this.#accepted.length >= this.perMinute) {
      this.refused++;
      return true;
    }
    this.#accepted.push(now);
    return false;
  }
}

describe('the pace of runBatch', function () {
  this.timeout(60_000);

  function openids(count: number): string[] {
    return Array.from({ length: count }, (_, index) => `oTest_${String(index).padStart(22, '0')}`);
  }

  async function run(
    clock: VirtualClock,
    account: Account,
    count: number,
    options: { rateLimit?: () => Promise<RateLimit | undefined>; concurrency?: number } = {},
  ): Promise<RunEvent[]> {
    const events: RunEvent[] = [];
    const outcomes = await clock.until(
      collect(
        runBatch(account, openids(count), {
          concurrency: 32,
          signal: new AbortController().signal,
          now: clock.now,
          sleep: clock.sleep,
          onEvent: event => void events.push(event),
          ...options,
        }),
      ),
    );
    assert.equal(outcomes.filter(({ kind }) => kind === 'following').length, count);
    return events;
  }

  it('is told when it changes, from the beginning on', async () => {
    const clock = new VirtualClock();
    const events = await run(clock, new Account(clock, Infinity), 20_000);
    assert.deepEqual(
      eventsOf(events, 'pace').map(({ inFlight }) => inFlight),
      [8, 16, 32],
    );
    assert.equal(eventsOf(events, 'call').length, 200);
  });

  it('has as many calls in flight as the user allows at most', async () => {
    for (const concurrency of [1, 8, 64]) {
      const clock = new VirtualClock();
      const account = new Account(clock, Infinity);
      await run(clock, account, 30_000, { concurrency });
      assert.equal(account.highest, concurrency);
    }
  });

  it('falls where WeChat slows down under it', async () => {
    const clock = new VirtualClock();
    const account = new Account(clock, Infinity, 'clock', open => (open > 16 ? 200 : latency));
    const events = await run(clock, account, 20_000);
    const paces = eventsOf(events, 'pace').map(({ inFlight }) => inFlight);
    assert.deepEqual(paces.slice(0, 4), [8, 16, 32, 16]);
  });

  for (const [perMinute, start] of [
    [100, 0],
    [300, 12_345],
    [600, 59_990],
    [5_000, 0],
  ] as const) {
    it(`never meets 45011 where quota/get names ${perMinute} calls a minute: 90 000 openids`, async () => {
      const clock = new VirtualClock(start);
      const account = new Account(clock, perMinute);
      const rateLimit = () => Promise.resolve({ calls: perMinute, seconds: 60 });
      const events = await run(clock, account, 90_000, { rateLimit });
      assert.equal(account.refused, 0);
      assert.equal(account.calls, 900);
      assert.equal(eventsOf(events, 'pace').at(-1)?.limit?.calls, Math.floor(0.95 * perMinute));
      assert.ok(clock.now() - start <= Math.ceil(900 / (0.95 * perMinute)) * minute, 'it dawdles');
    });
  }

  it('keeps within the limit over two runs of one account', async () => {
    const clock = new VirtualClock();
    const account = new Account(clock, 100);
    const rateLimit = () => Promise.resolve({ calls: 100, seconds: 60 });
    await run(clock, account, 8_000, { rateLimit });
    await run(clock, account, 8_000, { rateLimit });
    assert.equal(account.refused, 0);
  });

  for (const counting of ['clock', 'sliding'] as const) {
    for (const [perMinute, start] of [
      [100, 0],
      [250, 31_000],
      [400, 55_000],
      [300, 59_999],
    ] as const) {
      it(`pauses once where ${perMinute} calls a minute are named nowhere (${counting}, from ${start} ms): 90 000 openids`, async () => {
        const clock = new VirtualClock(start);
        const account = new Account(clock, perMinute, counting);
        const events = await run(clock, account, 90_000);
        assert.equal(eventsOf(events, 'pause').length, 1);
        assert.equal(eventsOf(events, 'resume').length, 1);
        assert.ok(account.refused <= 32, `${account.refused} refusals`);
        const limit = eventsOf(events, 'pace').at(-1)?.limit?.calls ?? Infinity;
        assert.ok(limit < perMinute && limit >= 0.4 * perMinute, `${limit} calls a minute`);
      });
    }
  }

  it('does not wait for quota/get, nor mind that it fails', async () => {
    for (const rateLimit of [
      () => new Promise<undefined>(() => undefined),
      () => Promise.reject(new Error('no permission')),
      () => Promise.resolve(undefined),
    ]) {
      const clock = new VirtualClock();
      const events = await run(clock, new Account(clock, Infinity), 2_000, { rateLimit });
      assert.equal(eventsOf(events, 'pace').at(-1)?.limit, undefined);
    }
  });

  it('asks for the limit once, after the first call, and no longer than it lasts', async () => {
    const clock = new VirtualClock();
    const account = new Account(clock, Infinity);
    const before: number[] = [];
    let asked: AbortSignal | undefined;
    const rateLimit = (signal?: AbortSignal) => {
      before.push(account.calls);
      asked = signal;
      return new Promise<undefined>(() => undefined);
    };
    await run(clock, account, 2_000, { rateLimit });
    assert.deepEqual(before, [1]);
    assert.ok(asked?.aborted);
  });
});
