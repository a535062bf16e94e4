import assert from 'node:assert/strict';
import fc from 'fast-check';
import { BatchStore, type Outcome, type OutcomeKind, runBatch } from '../../../../../src/batch';
import { type Fault, type FaultScope, type SimulatedWeChat, startWeChat } from '../../../../wechat';
import {
  askingCalls,
  batchGetPath,
  byKind,
  clientOf,
  collect,
  runOptions,
  userInfoPath,
  withFolder,
} from '../../scenario';
import { sized } from '../../../../form';

/** How many openids of each state; what is asked for is a shuffle of them, some named twice. */
const crowds = fc.record({
  following: fc.integer({ min: 0, max: 230 }),
  notFollowing: fc.integer({ min: 0, max: 12 }),
  neverFollowed: fc.integer({ min: 0, max: 12 }),
  foreign: fc.integer({ min: 0, max: 4 }),
  malformed: fc.integer({ min: 0, max: 4 }),
  order: fc.integer(),
});

type Crowd = typeof crowds extends fc.Arbitrary<infer Value> ? Value : never;

const transientFaults = fc.constantFrom<Fault>(
  { kind: 'errcode', errcode: -1 },
  { kind: 'status', status: 500 },
  { kind: 'status', status: 502 },
  { kind: 'html' },
  { kind: 'reset' },
  { kind: 'cut' },
);

/** They stop the run; the first three only when they go on. */
const stoppingFaults = fc.constantFrom<Fault>(
  { kind: 'errcode', errcode: 45011 },
  { kind: 'errcode', errcode: 40001 },
  { kind: 'errcode', errcode: 42001 },
  { kind: 'errcode', errcode: 45009 },
  { kind: 'errcode', errcode: 48001 },
  { kind: 'errcode', errcode: 61004 },
  { kind: 'errcode', errcode: 50002 },
);

interface Trouble {
  readonly fault: Fault;
  /** The requests before it strikes, and the number that it strikes. */
  readonly after: number;
  readonly times: number;
  readonly path: string;
}

function troubles(faults: fc.Arbitrary<Fault>, most = 6): fc.Arbitrary<Trouble> {
  return fc.record({
    fault: faults,
    after: fc.integer({ min: 0, max: 12 }),
    times: fc.integer({ min: 1, max: most }),
    path: fc.constantFrom(batchGetPath, batchGetPath, userInfoPath),
  });
}

const rowDamages = fc.constantFrom(
  'dropped',
  'withoutSubscribe',
  'withoutSubscribeTime',
  'duplicated',
  'reordered',
);

describe('any batch', function () {
  this.timeout(120_000);

  let weChat: SimulatedWeChat;

  before(async () => {
    weChat = await startWeChat({ followers: 400 });
  });

  after(() => weChat.close());

  beforeEach(() => reset());

  function reset(): void {
    weChat.faults.clear();
    weChat.accounts[0].become('healthy');
    weChat.forgetRequests();
  }

  /** Switches trouble on; the result tells how many requests it has struck. */
  function stir({ fault, after, times, path }: Trouble): () => number {
    let fitting = 0;
    let struck = 0;
    const scope: FaultScope = {
      path,
      when: () => {
        const strikes = fitting >= after && fitting < after + times;
        fitting++;
        if (strikes) struck++;
        return strikes;
      },
    };
    weChat.faults.add(fault, scope);
    return () => struck;
  }

  function gather(crowd: Crowd): {
    openids: string[];
    expected: Partial<Record<OutcomeKind, string[]>>;
    bad: number;
  } {
    const account = weChat.accounts[0];
    const of = (state: Exclude<keyof Crowd, 'order'>) => account.openids({ state }, crowd[state]);
    const following = of('following');
    const notFollowing = [...of('notFollowing'), ...of('neverFollowed')];
    const invalid = [...of('foreign'), ...of('malformed')];
    const openids = shuffled(
      [...following, ...notFollowing, ...invalid, ...following.slice(0, 5)],
      crowd.order,
    );
    const kinds = { following, notFollowing, invalid };
    const expected = byKind(
      Object.entries(kinds).flatMap(([kind, list]) =>
        list.map(openid => ({ kind: kind as OutcomeKind, openid }) as Outcome),
      ),
    );
    return { openids, expected, bad: invalid.length };
  }

  /**
   * What the documentation promises: one call a hundred, one each for strange and for odd ones, a search for each bad
   * one, and one to make sure of each answer.
   */
  function promisedCalls(openids: readonly string[], bad: number): number {
    const groups = Math.ceil(new Set(openids).size / 100) + 2 + 11 * bad;
    return 2 * groups;
  }

  it('gets the outcome that each openid deserves, within the promised number of calls', async () => {
    await fc.assert(
      fc.asyncProperty(crowds, fc.integer({ min: 1, max: 8 }), async (crowd, concurrency) => {
        reset();
        const { openids, expected, bad } = gather(crowd);
        const outcomes = await collect(runBatch(clientOf(weChat), openids, runOptions({ concurrency })));
        assert.equal(outcomes.length, new Set(openids).size);
        assert.deepEqual(byKind(outcomes), expected);
        assert.ok(askingCalls(weChat) <= promisedCalls(openids, bad));
      }),
      { numRuns: sized(40, 12) },
    );
  });

  it('asks once more for each row that is missing or doubtful, and repeats only what failed', async () => {
    await fc.assert(
      fc.asyncProperty(
        crowds,
        // Fewer in a row than make an outage.
        fc.array(troubles(transientFaults, 2), { maxLength: 4 }),
        rowDamages,
        fc.integer({ min: 2, max: 20 }),
        async (crowd, schedule, how, every) => {
          reset();
          const { openids, bad } = gather(crowd);
          const struck = schedule.map(stir);
          const damaged = new Set(openids.filter((_, index) => index % every === 0));
          weChat.faults.add(
            { kind: 'rows', how, where: openid => damaged.has(openid) },
            { path: batchGetPath },
          );
          const outcomes = await collect(runBatch(clientOf(weChat), openids, runOptions()));
          assert.deepEqual(
            outcomes.map(({ openid }) => openid).sort(),
            [...new Set(openids)].sort(),
            'one outcome for each distinct openid',
          );
          const repeated = struck.reduce((sum, count) => sum + count(), 0);
          assert.ok(askingCalls(weChat) <= promisedCalls(openids, bad) + damaged.size + repeated);
        },
      ),
      { numRuns: sized(40, 12) },
    );
  });

  it('ends well after any faults, once they cease and Resume, then Retry Failed, are used', async () => {
    await fc.assert(
      fc.asyncProperty(
        crowds,
        fc.array(troubles(fc.oneof(transientFaults, stoppingFaults)), { minLength: 1, maxLength: 5 }),
        async (crowd, schedule) => {
          reset();
          const { openids, expected } = gather(crowd);
          for (const trouble of schedule) stir(trouble);
          await withFolder(async folder => {
            const store = new BatchStore(folder, { retentionDays: () => 30 });
            const batch = await store.create({
              appId: weChat.accounts[0].appId,
              accountName: 'A',
              source: 'a test',
              openids,
              lang: 'zh_CN',
            });
            const total = () => Object.values(batch.counts).reduce((sum, count) => sum + count, 0);
            await store.run(batch, clientOf(weChat), runOptions());
            assert.equal(total(), new Set(openids).size);
            assert.equal(batch.state, batch.counts.pending === 0 ? 'done' : 'stopped');

            weChat.faults.clear();
            await store.run(batch, clientOf(weChat), runOptions());
            await store.run(batch, clientOf(weChat), { ...runOptions(), again: ['failed', 'notReturned'] });
            const outcomes = batch.openids.flatMap((_, index) => batch.outcomeAt(index) ?? []);
            assert.deepEqual(byKind(outcomes), expected);
            assert.equal(total(), new Set(openids).size);
          });
        },
      ),
      { numRuns: sized(40, 12) },
    );
  });
});

/** The same shuffle for the same seed. */
function shuffled<T>(items: readonly T[], seed: number): T[] {
  let state = seed >>> 0;
  const keyed = items.map(item => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return { item, key: state };
  });
  return keyed.sort((a, b) => a.key - b.key).map(({ item }) => item);
}
