import assert from 'node:assert/strict';
import { mock } from 'node:test';
import { type Outcome, type ProfileSource, type RunEvent } from '../../../../src/batch';
import {
  type CallOptions,
  fetchOutcomes,
  runBatch,
  type RunOptions,
} from '../../../../src/batch/engine/runBatch';
import { type Settled } from '../../../../src/batch/engine/settle';
import { type RawProfile, WeChatError } from '../../../../src/wechat';
import { collect, eventsOf, runOptions } from '../scenario';

const follower = (openid: string): RawProfile => ({
  openid,
  subscribe: 1,
  subscribe_time: 7,
  unionid: `u-${openid}`,
});
const usual = (count: number) =>
  Array.from({ length: count }, (_, index) => `oTest_${String(index).padStart(22, '0')}`);

/** A WeChat in which everybody follows, unless a test says otherwise. */
class Source implements ProfileSource {
  readonly asked: (string | readonly string[])[] = [];
  readonly options: CallOptions[] = [];
  single: (openid: string) => Promise<RawProfile> = openid => Promise.resolve(follower(openid));
  group: (openids: readonly string[], call: number) => Promise<RawProfile[]> = openids =>
    Promise.resolve(openids.map(follower));

  userInfo(openid: string, options: CallOptions): Promise<RawProfile> {
    this.asked.push(openid);
    this.options.push(options);
    return this.single(openid);
  }

  batchGet(openids: readonly string[], options: CallOptions): Promise<RawProfile[]> {
    this.asked.push(openids);
    this.options.push(options);
    return this.group(openids, this.asked.length);
  }
}

describe('what a run fetches', () => {
  async function settledBy(source: Source, openids: readonly string[], options: Partial<RunOptions> = {}) {
    const settled: Settled[] = [];
    for await (const each of fetchOutcomes(source, openids, runOptions(options))) settled.push(each);
    return settled;
  }

  it('are the outcomes of each distinct openid, those of one answer together, with its time', async () => {
    const source = new Source();
    const openids = usual(150);
    let time = 5;
    const settled = await settledBy(source, [...openids, ...openids], { concurrency: 1, now: () => time++ });
    assert.deepEqual(source.asked, [openids.slice(0, 100), openids.slice(100)]);
    assert.deepEqual(
      settled.map(({ outcomes }) => outcomes.length),
      [100, 50],
    );
    const [first, second] = settled;
    assert.ok(first && second && first.at < second.at && first.at >= 5);
  });

  it('are given one by one where that is wanted', async () => {
    const openids = usual(120);
    const outcomes: Outcome[] = await collect(runBatch(new Source(), openids, runOptions()));
    assert.deepEqual(
      outcomes.map(({ openid }) => openid),
      openids,
    );
  });

  it('are nothing of nobody, for which nobody is asked', async () => {
    const source = new Source();
    assert.deepEqual([await settledBy(source, []), source.asked], [[], []]);
  });

  it('are asked for in the language of the run, and say how often', async () => {
    const busy = new WeChatError({ errcode: -1, errmsg: '' });
    const source = new Source();
    source.group = (openids, call) =>
      call === 1 ? Promise.reject(busy) : Promise.resolve(openids.slice(1).map(follower));
    await settledBy(source, usual(2), { lang: 'zh_TW' });
    assert.deepEqual(
      source.options.map(({ lang, attempt }) => [lang, attempt]),
      [
        ['zh_TW', 1],
        ['zh_TW', 2],
        ['zh_TW', 1],
      ],
    );
    assert.deepEqual(source.asked[2], usual(1)[0], 'who was missing is asked for singly');
    const other = new Source();
    await settledBy(other, usual(1));
    assert.ok(other.options.every(options => !('lang' in options)));
  });

  it('are proven singly where an answer looks shifted', async () => {
    const source = new Source();
    const [one = '', two = ''] = usual(2);
    const gone = { openid: two, subscribe: 0 };
    source.group = () => Promise.resolve([follower(one), gone]);
    const events: RunEvent[] = [];
    const settled = await settledBy(source, [one, two], { onEvent: event => void events.push(event) });
    assert.deepEqual(source.asked, [[one, two], one]);
    assert.deepEqual(
      settled.map(({ outcomes }) => outcomes.length),
      [2],
    );
    assert.deepEqual(eventsOf(events, 'verified'), [{ kind: 'verified', openid: one }]);
  });

  it('are fetched by as many calls at once as may be, and by one at the least', async () => {
    for (const [concurrency, most] of [
      [3, 3],
      [1, 1],
      [0, 1],
      [-5, 1],
    ] as const) {
      const source = new Source();
      let [inFlight, highest] = [0, 0];
      source.group = async openids => {
        highest = Math.max(highest, ++inFlight);
        await new Promise(setImmediate);
        inFlight--;
        return openids.map(follower);
      };
      const events: RunEvent[] = [];
      await settledBy(source, usual(700), { concurrency, onEvent: event => void events.push(event) });
      assert.equal(highest, most);
      assert.deepEqual(eventsOf(events, 'pace'), [{ kind: 'pace', inFlight: most, limit: undefined }]);
      assert.equal(eventsOf(events, 'call').length, 7);
    }
  });

  describe('the limit of the account', () => {
    it('is asked for once, behind the first call, and told', async () => {
      const source = new Source();
      const asked: number[] = [];
      const rateLimit = () => {
        asked.push(source.asked.length);
        return Promise.resolve({ calls: 100, seconds: 60 });
      };
      const events: RunEvent[] = [];
      const onEvent = (event: RunEvent) => void events.push(event);
      await settledBy(source, usual(300), { concurrency: 1, rateLimit, onEvent, now: () => 0 });
      assert.deepEqual(asked, [1]);
      const limits = eventsOf(events, 'pace').map(({ limit }) => limit?.calls);
      assert.deepEqual(limits, [undefined, 95]);
    });

    it('is not told where nobody names it, and that it cannot be had stops nothing', async () => {
      for (const rateLimit of [
        () => Promise.resolve(undefined),
        () => Promise.reject(new Error('no')),
        () => {
          throw new Error('not at all');
        },
      ]) {
        const events: RunEvent[] = [];
        const onEvent = (event: RunEvent) => void events.push(event);
        const settled = await settledBy(new Source(), usual(200), { rateLimit, onEvent });
        assert.deepEqual([settled.length, eventsOf(events, 'pace').length], [2, 1]);
      }
    });
  });

  describe('that ends before its time', () => {
    it('gives what was received first, and then the error', async () => {
      const failure = new Error('the secret cannot be read');
      const source = new Source();
      source.group = async (openids, call) => {
        if (call === 2) throw failure;
        await new Promise(setImmediate);
        return openids.map(follower);
      };
      const received: number[] = [];
      const run = async () => {
        for await (const { outcomes } of fetchOutcomes(source, usual(700), runOptions({ concurrency: 3 })))
          received.push(outcomes.length);
      };
      await assert.rejects(run(), failure);
      assert.deepEqual(received, [100, 100]);
      assert.equal(source.asked.length, 3, 'nobody else was asked');
      assert.ok(source.options.every(({ signal }) => signal.aborted));
    });

    it('gives the first of two errors', async () => {
      const source = new Source();
      source.group = (_, call) => Promise.reject(new Error(`call ${call}`));
      await assert.rejects(settledBy(source, usual(200), { concurrency: 2 }), /call 1/);
    });

    it('ends with the reason of its signal, which its calls are told', async () => {
      const reason = new Error('enough');
      const ending = new AbortController();
      const source = new Source();
      source.group = () =>
        new Promise((_, reject) => {
          source.options.at(-1)?.signal.addEventListener('abort', () => reject(new Error('aborted')));
          ending.abort(reason);
        });
      await assert.rejects(settledBy(source, usual(1), { signal: ending.signal }), reason);
    });

    it('aborts its calls where nobody takes more', async () => {
      const source = new Source();
      for await (const { outcomes } of fetchOutcomes(source, usual(300), runOptions({ concurrency: 1 }))) {
        assert.equal(outcomes.length, 100);
        break;
      }
      assert.ok(source.options.every(({ signal }) => signal.aborted));
    });
  });

  describe('where nobody says how to wait', () => {
    const busy = new WeChatError({ errcode: -1, errmsg: '' });
    const turns = async () => {
      for (let turn = 0; turn < 10; turn++) await new Promise(setImmediate);
    };

    beforeEach(() => mock.timers.enable({ apis: ['setTimeout'] }));
    afterEach(() => mock.timers.reset());

    it('is asked for again once the time has passed', async () => {
      const source = new Source();
      source.group = (openids, call) =>
        call === 1 ? Promise.reject(busy) : Promise.resolve(openids.map(follower));
      const { signal } = new AbortController();
      const run = collect(runBatch(source, usual(1), { concurrency: 1, signal, random: () => 1 }));
      await turns();
      mock.timers.tick(999);
      await turns();
      assert.equal(source.asked.length, 1);
      mock.timers.tick(1);
      assert.equal((await run).length, 1);
      assert.equal(source.asked.length, 2);
    });

    it('ends at once with the reason of the signal', async () => {
      const source = new Source();
      source.group = () => Promise.reject(busy);
      const ending = new AbortController();
      const reason = new Error('enough');
      const run = collect(runBatch(source, usual(1), { concurrency: 1, signal: ending.signal }));
      await turns();
      ending.abort(reason);
      await assert.rejects(run, reason);
      assert.equal(source.asked.length, 1);
    });
  });
});
