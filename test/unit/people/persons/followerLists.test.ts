import assert from 'node:assert/strict';
import { type FollowerList, type ListKind, sourceOf } from '../../../../src/lists';
import { findFindings, knownOpenids, PeopleIndex } from '../../../../src/people';
import { answersOf, following, id, imported, mini, official, other, World } from '../scenario';

const u = (number: number) => id('oUnion', number);
const o = (number: number) => id('oOffic', number);

interface Kept {
  readonly kind: ListKind;
  readonly openids: readonly string[];
  readonly at: number;
}

describe('people of follower lists', () => {
  let world: World;
  let kept: Map<string, Kept>;
  let index: PeopleIndex;
  let reads: string[];

  beforeEach(() => {
    world = new World();
    kept = new Map();
    reads = [];
    index = new PeopleIndex({
      batches: {
        async *answers() {
          await Promise.resolve();
          yield* world.news;
        },
      },
      async *lookups() {
        await Promise.resolve();
        yield* [];
      },
      imports: world.imports,
      lists: {
        lists: () => Promise.resolve({ lists: [...kept].map(([listId, list]) => told(listId, list)) }),
        source: listId => {
          reads.push(listId);
          return Promise.resolve(sourceOf(kept.get(listId)?.openids ?? []));
        },
      },
    });
  });

  const told = (listId: string, { kind, openids, at }: Kept): FollowerList => ({
    ...{
      id: listId,
      appId: official,
      accountName: 'A',
      list: kind,
      startedAt: at,
      at,
      total: openids.length,
    },
    ...{
      found: openids.length,
      repeated: 0,
      unreadable: 0,
      pages: 1,
      isComplete: true,
      isWalked: false,
      isElsewhere: false,
    },
    ...{ stoppedBy: undefined, forMigration: false, keptUntil: undefined, inMemory: true },
  });
  const followers = (openids: readonly string[], at = 100) =>
    kept.set('followers', { kind: { kind: 'followers' }, openids, at });
  const alone = async (openid: string) => {
    const [found] = (await index.people()).byOpenid(openid).alone;
    return [found?.cause, found?.outcome, found?.askedAt];
  };

  it('are known by openid before their profiles are fetched, and a finding says so', async () => {
    followers([o(1), o(2)]);
    kept.set('black', { kind: { kind: 'blacklist' }, openids: [o(3)], at: 100 });
    assert.deepEqual(await alone(o(1)), ['neverFetched', 'following', 100]);
    assert.deepEqual(await alone(o(3)), ['neverFetched', undefined, undefined]);
    const people = await index.people();
    const findings = await findFindings(people);
    assert.deepEqual(
      findings.map(each => (each.kind === 'withoutUnionid' ? [each.cause, each.openids.length] : each.kind)),
      [['neverFetched', 3]],
    );
    assert.equal(people.standing(official), 'notKnown');
    assert.deepEqual([...knownOpenids(people, official).openids()], [o(1), o(2), o(3)]);
  });

  it('are as answers say, and follow where a later list says so', async () => {
    followers([o(1), o(2), o(3), o(4)]);
    await imported(world.imports, [official, mini], [[u(4), o(4), id('oMini', 4)]]);
    world.news = [
      answersOf('b', official, [
        { outcome: following(o(1), u(1), 1_600_000_000), at: 50 },
        { outcome: other('notFollowing', o(2)), at: 50 },
        { outcome: other('notFollowing', o(3)), at: 150 },
      ]),
    ];
    const people = await index.people();
    const [first] = people.byUnionid(u(1))?.accounts ?? [];
    assert.deepEqual([first?.outcome, first?.since], ['following', 1_600_000_000]);
    assert.deepEqual(await alone(o(2)), ['neverFetched', 'following', 100]);
    assert.deepEqual(await alone(o(3)), ['notFollowing', 'notFollowing', 150]);
    assert.deepEqual(
      people.byUnionid(u(4))?.accounts.map(({ outcome }) => outcome),
      ['following', undefined],
    );
  });

  it('have the time of an answer that was read after the list', async () => {
    followers([o(1)]);
    await index.people();
    world.news = [answersOf('b', official, [{ outcome: following(o(1), undefined, 1_600_000_000), at: 50 }])];
    assert.deepEqual(await alone(o(1)), ['notBound', 'following', 50]);
  });

  it('are read on where a list has grown, and forgotten with it', async () => {
    followers([o(1)]);
    await index.people();
    const people = await index.people();
    assert.deepEqual(reads, ['followers']);
    followers([o(1), o(2)], 200);
    assert.notEqual(await index.people(), people);
    assert.deepEqual(await alone(o(1)), ['neverFetched', 'following', 100]);
    assert.deepEqual(await alone(o(2)), ['neverFetched', 'following', 200]);
    kept.clear();
    assert.deepEqual(await alone(o(1)), [undefined, undefined, undefined]);
  });
});
