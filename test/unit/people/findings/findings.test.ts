import assert from 'node:assert/strict';
import { type KeptAnswer } from '../../../../src/batch';
import { findFindings, rowsOf } from '../../../../src/people';
import { answersOf, following, id, imported, mini, official, service, World } from '../scenario';

const u = (number: number) => id('oUnion', number);
const o = (number: number) => id('oOffic', number);
const people = (count: number) => Array.from({ length: count }, (_, number) => number);
const asked = (numbers: readonly number[], unionid: (number: number) => string, at: number): KeptAnswer[] =>
  numbers.map(number => ({ outcome: following(o(number), unionid(number)), at }));

describe('findings', () => {
  let world: World;
  beforeEach(() => (world = new World()));

  /** What WeChat said of the account's people, one batch after the other. */
  async function changes(...batches: readonly (readonly KeptAnswer[])[]) {
    const known = await world.people(batches.map((answers, at) => answersOf(`b${at}`, official, answers)));
    const findings = (await findFindings(known)).filter(finding => finding.kind === 'twoUnionids');
    return findings.map(({ from, to, openids, kept, likelier }) => [
      from,
      to,
      openids.length,
      kept,
      likelier,
    ]);
  }

  it('are none where everything adds up', async () => {
    await imported(world.imports, [mini], [[u(1), id('oMini', 1)]]);
    const known = await world.people([answersOf('b', official, asked(people(5), u, 1))]);
    assert.deepEqual(await findFindings(known), []);
  });

  it('call it a change of platform where everybody has a unionid that nobody had', async () => {
    const anew = (number: number) => id('oOther', number);
    assert.deepEqual(await changes(asked(people(20), u, 1), asked(people(20), anew, 2)), [
      ['oUnion', 'oOther', 20, 0, 'platformChanged'],
    ]);
  });

  it('call it so too where only some were asked again', async () => {
    const anew = (number: number) => id('oOther', number);
    assert.deepEqual(await changes(asked(people(20), u, 1), asked([1, 2, 3], anew, 2)), [
      ['oUnion', 'oOther', 3, 0, 'platformChanged'],
    ]);
  });

  it('call it shifted rows where the old unionids are of others, however many they are', async () => {
    const slipped = (number: number) => u((number + 1) % 50);
    assert.deepEqual(await changes(asked(people(50), slipped, 1), asked(people(50), u, 2)), [
      ['oUnion', 'oUnion', 50, 0, 'shiftedRows'],
    ]);
  });

  it('call it shifted rows where most kept theirs after that', async () => {
    const odd = (number: number) => (number < 12 ? id('oOther', number) : u(number));
    assert.deepEqual(await changes(asked(people(40), u, 1), asked(people(40), odd, 2)), [
      ['oUnion', 'oOther', 12, 28, 'shiftedRows'],
    ]);
  });

  it('call a few changes within one beginning shifted rows, and many a change of platform', async () => {
    const anew = (number: number) => u(number + 1_000);
    assert.deepEqual(await changes(asked(people(3), u, 1), asked(people(3), anew, 2)), [
      ['oUnion', 'oUnion', 3, 0, 'shiftedRows'],
    ]);
    world = new World();
    assert.deepEqual(await changes(asked(people(30), u, 1), asked(people(30), anew, 2)), [
      ['oUnion', 'oUnion', 30, 0, 'platformChanged'],
    ]);
  });

  it('weigh the rows of one import against each other', async () => {
    const rows = people(40).map(number => [u(number), o(number)]);
    const again = people(12).map(number => [u(number + 1_000), o(number)]);
    await imported(world.imports, [official], [...rows, ...again]);
    assert.deepEqual(await changes(), [['oUnion', 'oUnion', 12, 28, 'shiftedRows']]);
  });

  it('lead to their rows', async () => {
    await imported(
      world.imports,
      [mini],
      [
        [u(1), id('oMini', 1)],
        [u(1), id('oMini', 2)],
      ],
    );
    const known = await world.people([
      answersOf('b', official, [...asked([1], u, 1), { outcome: following(o(2)), at: 1 }]),
    ]);
    const findings = await findFindings(known);
    const [{ cause, ...alone } = missing()] = known.byOpenid(o(2)).alone;
    assert.equal(cause, 'leftOutByWeChat');
    const rows = findings.map(finding => [finding.kind, ...rowsOf(known, finding)]);
    assert.deepEqual(rows, [
      [
        'withoutUnionid',
        {
          kind: 'openid',
          unionid: undefined,
          inAccount: alone,
        },
      ],
      ['twoOpenids', { kind: 'person', person: known.byUnionid(u(1)) }],
    ]);
  });

  it('tell of accounts that meet nobody whether their unionids begin alike', async () => {
    const s = (number: number) => id('oServi', number);
    const known = await world.people([
      answersOf('b', official, asked([1], u, 1)),
      answersOf('c', service, [{ outcome: following(s(1), u(2)), at: 1 }]),
      answersOf('d', 'wx-client', [{ outcome: following(id('oClien', 1), id('oOther', 1)), at: 1 }]),
    ]);
    assert.deepEqual(await findFindings(known), [
      { kind: 'meetsNobody', appId: official, persons: 1, beginAlike: [service] },
      { kind: 'meetsNobody', appId: service, persons: 1, beginAlike: [official] },
      { kind: 'meetsNobody', appId: 'wx-client', persons: 1, beginAlike: [] },
    ]);
  });
});

function missing(): never {
  throw new Error('nobody has this openid');
}
