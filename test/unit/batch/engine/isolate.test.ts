import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Group, Isolation } from '../../../../src/batch/engine/isolate';

interface Search {
  /** How often each openid was settled. */
  readonly settled: ReadonlyMap<string, number>;
  /** Those that were refused alone. */
  readonly found: readonly string[];
  readonly calls: number;
  readonly largest: number;
}

function list(count: number): string[] {
  return Array.from({ length: count }, (_, index) => `o${index}`);
}

/** Numbers from 0 to 1, the same for the same seed. */
function numbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** As many different ones at random places. */
function badOf(openids: readonly string[], count: number, seed: number): Set<string> {
  const next = numbers(seed);
  const bad = new Set<string>();
  while (bad.size < count) bad.add(openids[Math.floor(next() * openids.length)] ?? '');
  return bad;
}

interface World {
  readonly inFlight: number;
  readonly isBad: (openid: string) => boolean;
  /** Whether the call to a group fails for good. */
  readonly fails?: (group: Group) => boolean;
  /** The most that WeChat takes at once. */
  readonly most?: number;
  /** Answers come in any order. */
  readonly pick?: () => number;
}

/** Asks a WeChat that is a set of bad openids, so many calls at a time. */
function search(openids: readonly string[], { inFlight, isBad, fails, most = 100, pick }: World): Search {
  const isolation = new Isolation(openids);
  const settled = new Map<string, number>();
  const found: string[] = [];
  const asked: Group[] = [];
  let calls = 0;
  let largest = 0;
  const settle = (group: readonly string[]) => {
    for (const openid of group) settled.set(openid, (settled.get(openid) ?? 0) + 1);
  };
  for (;;) {
    while (asked.length < inFlight) {
      const group = isolation.next() ?? isolation.leftOver();
      if (!group) break;
      asked.push(group);
      calls++;
      largest = Math.max(largest, group.openids.length);
      assert.ok(calls < 50 * openids.length + 100, 'it never ends');
    }
    const [group] = asked.splice(pick ? Math.floor(pick() * asked.length) : 0, 1);
    if (!group) return { settled, found, calls, largest };
    if (fails?.(group)) {
      settle(group.openids);
      isolation.failed(group);
    } else if (group.openids.length > most) isolation.tooLarge(group);
    else if (!group.openids.some(isBad)) {
      settle(group.openids);
      isolation.taken(group);
    } else {
      if (group.openids.length === 1) {
        settle(group.openids);
        found.push(...group.openids);
      }
      isolation.refused(group);
    }
  }
}

function isolate(openids: readonly string[], bad: ReadonlySet<string>, inFlight = 8): Search {
  return search(openids, { inFlight, isBad: openid => bad.has(openid) });
}

describe('the isolation of bad openids', () => {
  it('settles each openid once and finds exactly the bad ones, whoever they are', () => {
    fc.assert(
      fc.property(
        fc.array(fc.boolean(), { maxLength: 450 }),
        fc.integer({ min: 1, max: 40 }),
        fc.integer(),
        (states, inFlight, seed) => {
          const openids = list(states.length);
          const bad = new Set(openids.filter((_, index) => states[index]));
          const { settled, found, largest } = search(openids, {
            inFlight,
            isBad: openid => bad.has(openid),
            pick: numbers(seed),
          });
          assert.deepEqual(settled, new Map(openids.map(openid => [openid, 1])));
          assert.deepEqual(new Set(found), bad);
          assert.ok(largest <= 100);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('settles each openid once whatever fails, and whatever changes between two calls', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 350 }), fc.integer(), (count, seed) => {
        const next = numbers(seed);
        const openids = list(count);
        const world = { inFlight: 4, isBad: () => next() < 0.1, fails: () => next() < 0.1, pick: next };
        assert.deepEqual(search(openids, world).settled, new Map(openids.map(openid => [openid, 1])));
      }),
      { numRuns: 200 },
    );
  });

  it('asks a clean list in full calls, in its order', () => {
    const openids = list(250);
    const isolation = new Isolation(openids);
    const groups = [isolation.next(), isolation.next(), isolation.next()];
    assert.deepEqual(
      groups.map(group => group?.openids),
      [openids.slice(0, 100), openids.slice(100, 200), openids.slice(200)],
    );
    assert.equal(isolation.next(), undefined);
    assert.equal(isolation.leftOver(), undefined);
    assert.equal(isolate(openids, new Set()).calls, 3);
  });

  it('does not ask for a half that is known to be bad', () => {
    const openids = list(4);
    const isolation = new Isolation(openids);
    const take = () => isolation.next() ?? assert.fail('nothing to ask');
    isolation.refused(take());
    const first = take();
    assert.deepEqual(first.openids, ['o0', 'o1']);
    isolation.taken(first);
    const third = take();
    assert.deepEqual(third.openids, ['o2']);
    isolation.taken(third);
    // The last one is asked all the same: only a refusal of it alone proves it bad.
    assert.deepEqual(take().openids, ['o3']);
  });

  it('pools what a search leaves over', () => {
    const openids = list(200);
    const isolation = new Isolation(openids);
    const [one, two] = [isolation.next(), isolation.next()];
    assert.ok(one && two);
    isolation.refused(one);
    isolation.refused(two);
    const halves = [isolation.next(), isolation.next()];
    for (const half of halves) isolation.refused(half ?? assert.fail());
    const searches = [isolation.next(), isolation.next()];
    assert.deepEqual(
      searches.map(group => group?.openids.length),
      [25, 25],
    );
    assert.deepEqual(isolation.leftOver()?.openids, [...openids.slice(50, 100), ...openids.slice(150)]);
  });

  it('waits with a few that are left over until others are answered', () => {
    const isolation = new Isolation(list(40));
    const take = () => isolation.next() ?? assert.fail('nothing to ask');
    isolation.refused(take());
    isolation.refused(take());
    const quarter = take();
    assert.equal(isolation.leftOver(), undefined);
    isolation.failed(quarter);
    assert.deepEqual(isolation.leftOver()?.openids, [...list(40).slice(20), ...list(40).slice(10, 20)]);
  });

  it('asks for 25 that are left over, and for fewer only when nothing else is under way', () => {
    for (const [count, expected] of [
      [50, 25],
      [48, undefined],
    ] as const) {
      const isolation = new Isolation(list(count));
      isolation.refused(isolation.next() ?? assert.fail());
      isolation.refused(isolation.next() ?? assert.fail());
      // The search goes on: its next group is under way.
      assert.ok(isolation.next());
      assert.equal(isolation.leftOver()?.openids.length, expected);
    }
  });

  it('keeps what a search left over where a half of it is too long', () => {
    const isolation = new Isolation(list(8));
    const take = () => isolation.next() ?? assert.fail('nothing to ask');
    isolation.refused(take());
    isolation.tooLarge(take());
    const halves = [take(), take()];
    assert.deepEqual(
      halves.map(({ openids }) => openids),
      [list(8).slice(0, 2), list(8).slice(2, 4)],
    );
    assert.equal(isolation.leftOver(), undefined);
    for (const half of halves) isolation.taken(half);
    assert.deepEqual(isolation.leftOver()?.openids, list(8).slice(4));
  });

  it('has nothing left to ask once the last one of a search was taken, or one that is too long was asked again', () => {
    const isolation = new Isolation(list(2));
    const take = () => isolation.next() ?? assert.fail('nothing to ask');
    isolation.refused(take());
    isolation.taken(take());
    const last = take();
    assert.deepEqual(last, { openids: ['o1'] });
    isolation.tooLarge(last);
    const again = take();
    assert.deepEqual(again.openids, ['o1']);
    assert.equal(isolation.next(), undefined);
    isolation.taken(again);
    assert.deepEqual([isolation.next(), isolation.leftOver()], [undefined, undefined]);
  });

  it('takes a list that is too long for longer, and blames nobody in it', () => {
    const openids = list(200);
    const { settled, found, calls } = search(openids, { inFlight: 4, isBad: () => false, most: 50 });
    assert.deepEqual([settled.size, found.length, calls], [200, 0, 6]);
  });

  for (const [count, badCount] of [
    [10_000, 100],
    [10_000, 86],
    [10_000, 10],
    [50_000, 500],
    [1_000, 10],
  ] as const) {
    it(`needs at most 8.5 calls a bad one beyond n/100: ${badCount} of ${count}`, () => {
      const costs = Array.from({ length: 15 }, (_, seed) => {
        const openids = list(count);
        const { calls } = isolate(openids, badOf(openids, badCount, seed), 32);
        return (calls - count / 100) / badCount;
      });
      const mean = costs.reduce((sum, cost) => sum + cost, 0) / costs.length;
      assert.ok(mean <= 8.5, `${mean} calls`);
      // A few bad ones may each stand at the end of a search.
      assert.ok(Math.max(...costs) <= (badCount < 50 ? 10 : 8.5), `${Math.max(...costs)} calls`);
    });
  }

  for (const [what, share, most] of [
    ['a twentieth', 0.05, 7],
    ['a fifth', 0.2, 5],
    ['half', 0.5, 2.5],
    ['all', 1, 1.3],
  ] as const) {
    it(`asks in smaller groups where ${what} is bad, and needs at most ${most} calls a bad one`, () => {
      const openids = list(2_000);
      const { calls } = isolate(openids, badOf(openids, 2_000 * share, 1), 16);
      assert.ok((calls - 20) / (2_000 * share) <= most, `${calls} calls`);
    });
  }

  it('forgets how good a list was where its bad ones stand together', () => {
    const openids = list(7_000);
    const bad = new Set(openids.slice(5_000));
    const { calls } = isolate(openids, bad);
    assert.ok(calls <= 1.7 * bad.size, `${calls} calls`);
  });

  it('turns to what is left over before it begins a thousand searches', () => {
    const openids = list(20_000);
    const isolation = new Isolation(openids);
    let highest = 0;
    for (let call = 0; call < 400; call++) {
      const group = isolation.next() ?? assert.fail();
      highest = Math.max(highest, ...group.openids.map(openid => Number(openid.slice(1))));
      isolation.refused(group);
    }
    assert.ok(highest < 3_000, `${highest} openids were begun`);
  });
});
