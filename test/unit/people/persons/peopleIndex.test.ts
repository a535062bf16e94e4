import assert from 'node:assert/strict';
import { type AnswerPositions } from '../../../../src/batch';
import { PeopleIndex } from '../../../../src/people';
import { answersOf, following, id, imported, mini, official, World } from '../scenario';
import { rejection } from '../../wechat/rejection';

const u = (number: number) => id('oUnion', number);
const o = (number: number) => id('oOffic', number);
const answer = (number: number, unionid = u(number)) => ({
  outcome: following(o(number), unionid),
  at: number,
});

describe('the index of people', () => {
  let world: World;
  beforeEach(() => (world = new World()));

  const count = async (news: World['news'] = []) => (await world.people(news)).platforms()[0]?.persons ?? 0;

  it('adds what came since to what it read before', async () => {
    assert.equal(await count([answersOf('b', official, [answer(1)])]), 1);
    assert.equal(await count([answersOf('b', official, [answer(2)])]), 2);
    await imported(world.imports, [mini], [[u(3), id('oMini', 3)]]);
    world.lookups = [{ id: 'l', appId: official, outcome: following(o(4), u(4)), fetchedAt: 4 }];
    assert.equal(await count(), 4);
    world.lookups = [{ id: 'l', appId: official, outcome: following(o(4), u(5)), fetchedAt: 5 }];
    const people = await world.people();
    assert.deepEqual([people.byUnionid(u(4)), people.byUnionid(u(5))?.accounts.length], [undefined, 1]);
  });

  it('is the same as long as nothing is new', async () => {
    world.lookups = [{ id: 'l', appId: official, outcome: following(o(4), u(4)), fetchedAt: 4 }];
    await imported(world.imports, [mini], [[u(9), id('oMini', 9)]]);
    const people = await world.people([answersOf('b', official, [answer(1)])]);
    assert.equal(await world.people(), people);
  });

  it('is made once for all who ask at once', async () => {
    const [one, other] = await Promise.all([world.people(), world.people()]);
    assert.equal(one, other);
  });

  it('is made for who asked second although the first waits no longer', async () => {
    const first = new AbortController();
    const index = indexOf(world, () => [answersOf('b', official, [answer(1)])]);
    const asked = [index.people(first.signal), index.people()] as const;
    first.abort(new Error('first'));
    assert.equal((await rejection(asked[0])) instanceof Error, true);
    assert.equal((await asked[1]).platforms()[0]?.persons, 1);
  });

  it('is no longer waited for by who asked second where they say so', async () => {
    const second = new AbortController();
    const index = indexOf(world, () => [answersOf('b', official, [answer(1)])]);
    const asked = [index.people(), index.people(second.signal)] as const;
    second.abort(new Error('second'));
    assert.match(String(await rejection(asked[1])), /second/);
    assert.equal((await asked[0]).platforms()[0]?.persons, 1);
  });

  for (const { what, before, after } of [
    {
      what: 'a batch that was removed',
      before: () => undefined,
      after: (of: World) => (of.news = [{ kind: 'gone', batchId: 'b' }]),
    },
    {
      what: 'an import that was removed',
      before: (of: World) => imported(of.imports, [mini], [[u(9), id('oMini', 9)]]),
      after: async (of: World) => {
        const { imports } = await of.imports.imports();
        await of.imports.remove(imports[0]?.id ?? '');
      },
    },
    {
      what: 'a lookup that was removed',
      before: (of: World) =>
        (of.lookups = [{ id: 'l', appId: official, outcome: following(o(4), u(4)), fetchedAt: 4 }]),
      after: (of: World) => (of.lookups = []),
    },
  ]) {
    it(`forgets ${what}, and nothing else`, async () => {
      // A store of batches tells everything again to whoever comes without positions.
      const kept = answersOf('kept', official, [answer(1)]);
      let told: World['news'] = [kept, answersOf('b', official, what.includes('batch') ? [answer(2)] : [])];
      const index = indexOf(world, () => told);
      await before(world);
      assert.equal((await index.people()).platforms()[0]?.persons, 2);
      told = [kept];
      await after(world);
      assert.deepEqual((await index.people()).platforms()[0]?.persons, 1);
    });
  }

  it('reads a journal that was written anew as it is now', async () => {
    let told = [answersOf('b', official, [answer(1), answer(2)])];
    const index = indexOf(world, () => told);
    assert.equal((await index.people()).platforms()[0]?.persons, 2);
    told = [answersOf('b', official, [answer(1)])];
    world.news = [answersOf('b', official, [answer(1)], true)];
    assert.equal((await index.people()).platforms()[0]?.persons, 1);
  });

  it('is ended by its signal, and made from the beginning then', async () => {
    world.news = [answersOf('b', official, [answer(1)])];
    const aborted = AbortSignal.abort(new Error('enough'));
    assert.equal(((await rejection(world.index.people(aborted))) as Error).message, 'enough');
    assert.equal(await count([answersOf('b', official, [answer(2)])]), 1);
  });
});

/** Over a store of batches that tells everything to whoever comes without positions, and to others what is new. */
function indexOf(world: World, all: () => World['news']): PeopleIndex {
  return new PeopleIndex({
    batches: {
      async *answers(positions: AnswerPositions = new Map()) {
        await Promise.resolve();
        const isFirst = positions.size === 0;
        positions.set('b', { rows: {}, revision: 0 });
        yield* isFirst ? all() : world.news;
      },
    },
    lookups: async function* () {
      await Promise.resolve();
      yield* world.lookups;
    },
    imports: world.imports,
  });
}
