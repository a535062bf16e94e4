import assert from 'node:assert/strict';
import { type People } from '../../../../src/people';
import { answersOf, following, id, imported, mini, official, other, service, World } from '../scenario';

const u = (number: number) => id('oUnion', number);
const o = (number: number) => id('oOffic', number);
const s = (number: number) => id('oServi', number);
const m = (number: number) => id('oMini', number);

const openidsOf = (people: People, unionid: string) =>
  people.byUnionid(unionid)?.accounts.map(({ appId, openid }) => [appId, openid]);

describe('people', () => {
  let world: World;
  beforeEach(() => (world = new World()));

  it('are joined by unionid from batches, lookups and imports', async () => {
    world.lookups = [{ id: 'a', appId: service, outcome: following(s(1), u(1)), fetchedAt: 20 }];
    await imported(world.imports, [mini], [[u(1), m(1)]]);
    const people = await world.people([
      answersOf('b', official, [{ outcome: following(o(1), u(1)), at: 10 }]),
    ]);
    assert.deepEqual(people.byUnionid(u(1)), {
      unionid: u(1),
      accounts: [
        known({ appId: official, openid: o(1), outcome: 'following', since: 1_700_000_000, askedAt: 10 }),
        known({ appId: service, openid: s(1), outcome: 'following', since: 1_700_000_000, askedAt: 20 }),
        known({ appId: mini, openid: m(1) }),
      ],
    });
    assert.deepEqual(people.byOpenid(m(1)), { persons: [people.byUnionid(u(1))], alone: [] });
  });

  it('are as the newest answer says, in whatever order answers are read', async () => {
    const newest = { outcome: other('notFollowing', o(1)), at: 30 };
    const older = { outcome: following(o(1), u(1)), at: 20 };
    for (const answers of [
      [newest, older],
      [older, newest],
    ]) {
      const people = await new World().people([answersOf('b', official, answers)]);
      const [account] = people.byUnionid(u(1))?.accounts ?? [];
      // WeChat gives no unionid of those who do not follow: the one of before is still theirs.
      assert.deepEqual(
        account,
        known({ appId: official, openid: o(1), outcome: 'notFollowing', askedAt: 30 }),
      );
    }
  });

  it('keep their answer where WeChat was asked again and gave none', async () => {
    const answers = [
      { outcome: following(o(1), u(1)), at: 20 },
      { outcome: other('failed', o(1)), at: 30 },
      { outcome: other('notReturned', o(1)), at: 40 },
    ];
    const people = await world.people([answersOf('b', official, answers)]);
    assert.equal(people.byUnionid(u(1))?.accounts[0]?.outcome, 'following');
  });

  it('believe WeChat rather than an import, however late that came, and remember what it said', async () => {
    await imported(world.imports, [official], [[u(2), o(1)]]);
    const people = await world.people([
      answersOf('b', official, [{ outcome: following(o(1), u(1)), at: 10 }]),
    ]);
    assert.deepEqual(people.byUnionid(u(1))?.accounts[0]?.olderUnionids, [u(2)]);
    assert.equal(people.byUnionid(u(2)), undefined);
  });

  it('whose unionid comes back are no longer what they were in between', async () => {
    const answers = [u(1), u(2), u(1)].map((unionid, at) => ({ outcome: following(o(1), unionid), at }));
    const people = await world.people([answersOf('b', official, answers)]);
    assert.deepEqual(people.byUnionid(u(1))?.accounts[0]?.olderUnionids, [u(2)]);
    assert.equal(people.byUnionid(u(2)), undefined);
  });

  it('tell of earlier unionids, the one seen last first', async () => {
    const seen = [
      [2, 20],
      [1, 10],
      [3, 30],
      [1, 25],
    ] as const;
    const answers = seen.map(([unionid, at]) => ({ outcome: following(o(1), u(unionid)), at }));
    const olderOf = async (told: typeof answers) =>
      (await new World().people([answersOf('b', official, told)])).byUnionid(u(3))?.accounts[0]
        ?.olderUnionids;
    assert.deepEqual(await olderOf(answers), [u(1), u(2)]);
    assert.deepEqual(await olderOf(answers.slice(0, 3)), [u(2), u(1)]);
  });

  it('may have many openids in one account', async () => {
    const answers = Array.from({ length: 30 }, (_, at) => ({ outcome: following(o(at), u(1)), at }));
    const people = await world.people([answersOf('b', official, answers)]);
    assert.deepEqual(
      openidsOf(people, u(1)),
      answers.map((_, at) => [official, o(at)]),
    );
    assert.deepEqual(people.combinations('oUnion'), [{ appIds: [official], persons: 1 }]);
  });

  it('are counted by platform and by combination, the largest first', async () => {
    const v = (number: number) => id('oVnion', number);
    const people = await world.people([
      answersOf('a', official, [
        { outcome: following(o(1), v(1)), at: 1 },
        ...[2, 3, 4].map(at => ({ outcome: following(o(at), u(at)), at: 1 })),
      ]),
      answersOf(
        'b',
        service,
        [3, 4, 5, 6, 7, 8].map(at => ({ outcome: following(s(at), u(at)), at: 1 })),
      ),
    ]);
    assert.deepEqual(people.platforms(), [
      { beginning: 'oUnion', appIds: [service, official], persons: 7 },
      { beginning: 'oVnion', appIds: [official], persons: 1 },
    ]);
    assert.deepEqual(people.combinations('oUnion'), [
      { appIds: [service], persons: 4 },
      { appIds: [official, service], persons: 2 },
      { appIds: [official], persons: 1 },
    ]);
    assert.deepEqual(people.combinations('oWnion'), []);
  });

  it('without a unionid stand alone, with the cause', async () => {
    await imported(world.imports, [mini], [['', m(1)]]);
    const people = await world.people([
      answersOf('b', official, [
        { outcome: following(o(1), u(1)), at: 1 },
        { outcome: following(o(2)), at: 1 },
        { outcome: other('notFollowing', o(3)), at: 1 },
        { outcome: other('invalid', o(4)), at: 1 },
        { outcome: other('failed', o(5)), at: 1 },
        { outcome: other('pending', o(6)), at: 1 },
      ]),
      answersOf('c', service, [{ outcome: following(s(1)), at: 1 }]),
    ]);
    const causeOf = (openid: string) => people.byOpenid(openid).alone.map(({ cause }) => cause);
    assert.deepEqual([o(2), o(3), o(4), o(5), o(6), s(1), m(1)].map(causeOf), [
      ['leftOutByWeChat'],
      ['notFollowing'],
      ['invalid'],
      ['neverAnswered'],
      [],
      ['notBound'],
      ['importWithout'],
    ]);
  });

  it('of several platforms are never counted together', async () => {
    const client = (number: number) => id('oOther', number);
    await imported(
      world.imports,
      [mini],
      [
        [u(1), m(1)],
        [u(2), m(2)],
      ],
    );
    const people = await world.people([
      answersOf('b', official, [{ outcome: following(o(1), u(1)), at: 1 }]),
      answersOf('c', service, [{ outcome: following(s(1), client(1)), at: 1 }]),
    ]);
    assert.deepEqual(people.platforms(), [
      { beginning: 'oUnion', appIds: [mini, official], persons: 2 },
      { beginning: 'oOther', appIds: [service], persons: 1 },
    ]);
    assert.deepEqual(people.combinations('oUnion'), [
      { appIds: [official, mini], persons: 1 },
      { appIds: [mini], persons: 1 },
    ]);
    assert.deepEqual(
      [...people.persons('oOther')].map(({ unionid }) => unionid),
      [client(1)],
    );
    assert.deepEqual([...people.persons('oNobod')], []);
  });

  it('tell whether two accounts are of one platform, as far as anybody can', async () => {
    await imported(world.imports, [mini], [[u(1), m(1)]]);
    const people = await world.people([
      answersOf('b', official, [{ outcome: following(o(1), u(1)), at: 1 }]),
      answersOf('c', service, [{ outcome: following(s(1), u(2)), at: 1 }]),
      answersOf('d', 'wx-unbound', [{ outcome: following(id('oUnbou', 1)), at: 1 }]),
      answersOf('e', 'wx-left', [{ outcome: other('notFollowing', id('oLeft', 1)), at: 1 }]),
      answersOf('f', 'wx-client', [{ outcome: following(id('oClien', 1), id('oOther', 1)), at: 1 }]),
    ]);
    assert.deepEqual(people.samePlatform(official, mini), { kind: 'yes', persons: 1 });
    assert.deepEqual(people.samePlatform(official, service), { kind: 'noSign', beginAlike: true });
    assert.deepEqual(people.samePlatform(official, 'wx-client'), { kind: 'noSign', beginAlike: false });
    assert.deepEqual(people.samePlatform('wx-unbound', mini), { kind: 'notBound', appIds: ['wx-unbound'] });
    assert.deepEqual(people.samePlatform('wx-left', 'wx-never'), {
      kind: 'notKnown',
      appIds: ['wx-left', 'wx-never'],
    });
  });

  it('are not joined by what nobody can tell whose it is, or by an answer that cannot be trusted', async () => {
    const failed = { ...other('failed', o(2)), profile: { openid: o(2), unionid: u(1) } };
    const people = await world.people([
      answersOf('saved', '', [{ outcome: following(o(1), u(1)), at: 1 }]),
      answersOf('b', official, [
        { outcome: failed, at: 1 },
        { outcome: following('a b\n', u(1)), at: 1 },
        { outcome: following(o(3), '微信'), at: 1 },
      ]),
    ]);
    assert.deepEqual(people.platforms(), []);
    assert.deepEqual(people.appIds, [official]);
  });

  it('take a unionid with blanks around it for what it is', async () => {
    const people = await world.people([
      answersOf('b', official, [{ outcome: following(o(1), ` ${u(1)} `), at: 1 }]),
    ]);
    assert.deepEqual(openidsOf(people, u(1)), [[official, o(1)]]);
  });
});

function known(facts: { appId: string; openid: string } & Partial<ReturnType<typeof unknown>>) {
  return { ...unknown(), ...facts };
}

function unknown() {
  return {
    outcome: undefined as string | undefined,
    since: undefined as number | undefined,
    askedAt: undefined as number | undefined,
    olderUnionids: [] as string[],
  };
}
