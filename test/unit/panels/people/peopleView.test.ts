import assert from 'node:assert/strict';

import { findFindings } from '../../../../src/people';
import { type KnownPeople } from '../../../../src/panels';
import { PeopleView } from '../../../../src/panels/people/peopleView';
import { type PersonTable } from '../../../../src/panels/people/table/personTable';
import { finish } from '../../../../src/panels/steps';
import { everybody, type PeopleQuery, type PeopleScope } from '../../../../src/protocol/views/peopleView';
import {
  answersOf,
  following,
  id,
  imported,
  mini,
  official,
  other,
  service,
  World,
} from '../../people/scenario';

const person = (number: number) => id('uPLAT_', number);
/** A business key that is the number of the person. */
const keysOf = ({ people }: Pick<KnownPeople, 'people'>) => ({
  names: ['user_id'],
  valuesOf: (at: number) => [String(Number(people.joined.knowledge.unionids.at(at)?.slice(6)))],
});

/** Two accounts that share 300 of 1 000 people each, and a Mini Program of 500, 200 of whom are in both. */
async function known(): Promise<KnownPeople> {
  const world = new World();
  const officials = Array.from({ length: 1000 }, (_, n) => ({
    outcome:
      n === 299
        ? other('notFollowing', id('oOFFI_', n))
        : following(id('oOFFI_', n), person(n), 1_700_000_000 + n),
    at: 1,
  }));
  const services = Array.from({ length: 1000 }, (_, n) => ({
    outcome: following(id('oSERV_', n), person(n + 700)),
    at: 1,
  }));
  const minis = Array.from({ length: 500 }, (_, n) => [
    person(n < 200 ? n + 700 : n + 5000),
    id('oMINI_', n),
  ]);
  await imported(world.imports, [mini], minis);
  await imported(world.imports, [official], [[person(299), id('oOFFI_', 299)]], { name: 'one.csv' });
  return {
    people: await world.people([answersOf('a', official, officials), answersOf('b', service, services)]),
    at: 1,
    nameOf: appId => appId,
    usesApi: () => true,
    keys: { names: [], read: () => Promise.resolve(() => []) },
  };
}

describe('people of several accounts', () => {
  let people: KnownPeople;
  let view: PeopleView;
  let table: PersonTable;

  const persons: PeopleScope = { kind: 'persons' };
  const tableOf = (of: PeopleView, scope: PeopleScope = persons) =>
    finish(of.tableOf(scope, new Map(), keysOf(people)));
  const rows = (query: Partial<PeopleQuery>): PersonTable => {
    table.query = { ...everybody, ...query };
    finish(table.draw());
    return table;
  };
  const countOf = (query: Partial<PeopleQuery>) => rows(query).found().count;

  before(async () => (people = await known()));
  beforeEach(() => {
    view = new PeopleView(people, 'uPLAT_', undefined);
    table = tableOf(view);
  });

  it('are counted by combination, and each bar lets exactly those through', () => {
    const { bars, total, accounts } = view.head();
    const appIds = (members: readonly number[]) =>
      members
        .map(place => accounts[place]?.appId)
        .sort()
        .join(' ');
    assert.deepEqual(Object.fromEntries(bars.map(({ members, count }) => [appIds(members), count])), {
      [official]: 700,
      [service]: 700,
      [mini]: 300,
      [`${official} ${service}`]: 100,
      [`${mini} ${official} ${service}`]: 200,
    });
    assert.equal(
      bars.reduce((sum, { count }) => sum + count, 0),
      total,
    );
    for (const { id: bar, count } of bars) assert.equal(countOf({ bars: [bar] }), count, bar);
    assert.equal(countOf({ bars: bars.map(({ id: bar }) => bar) }), total);
    assert.equal(countOf({ bars: view.several }), 300);
  });

  it('are compared by who follows what', () => {
    const compared = new PeopleView(people, 'uPLAT_', [official, service]);
    table = tableOf(compared);
    assert.equal(table.length, 1700);
    finish(compared.countFurther(table.rows));
    const follows = compared.head().bars.filter(({ kind }) => kind === 'follows');
    assert.deepEqual(
      follows.map(({ label, count }) => [label, count]),
      [
        [`Follow only ${service}`, 700],
        [`Follow only ${official}`, 699],
        [`Follow all: ${official}, ${service}`, 300],
        ['Follow none of them', 1],
      ],
    );
    for (const { id: bar, count } of follows) assert.equal(countOf({ bars: [bar] }), count, bar);
  });

  it('are compared by who has no unionid, too, each account by itself', async () => {
    const world = new World();
    const alone = (account: string, count: number) =>
      Array.from({ length: count }, (_, n) => ({ outcome: other('notFollowing', id(account, n)), at: 1 }));
    const some = await world.people([
      answersOf('a', official, [
        ...alone('oGONE_', 3),
        { outcome: following(id('oOFFI_', 1), person(1)), at: 1 },
      ]),
      answersOf('b', service, alone('oSERV_', 2)),
    ]);
    const compared = new PeopleView({ ...people, people: some }, 'uPLAT_', [official, service]);
    finish(compared.countFurther(tableOf(compared).rows));
    const bars = compared.head().bars.filter(({ kind }) => kind === 'without');
    assert.deepEqual(
      bars.map(({ label, count }) => [label, count]),
      [
        [`No unionid: ${official}`, 3],
        [`No unionid: ${service}`, 2],
      ],
    );
    const shown = tableOf(compared, { kind: 'without', appId: service });
    finish(shown.draw());
    assert.deepEqual(
      shown.slice(0, 5).map(({ cells }) => cells[0]),
      [id('oSERV_', 0), id('oSERV_', 1)],
    );
  });

  it('are found by any of their ids and by business keys', () => {
    assert.equal(countOf({ text: person(5).toLowerCase() }), 1);
    assert.equal(countOf({ text: id('oSERV_', 7) }), 1);
    assert.equal(countOf({ filters: { 'key:user_id': { kind: 'text', test: 'is', text: '42' } } }), 1);
    assert.equal(
      countOf({ filters: { [`openid:${mini}`]: { kind: 'text', test: 'filled', text: '' } } }),
      500,
    );
    assert.equal(
      countOf({ filters: { [`outcome:${official}`]: { kind: 'values', values: ['notFollowing'] } } }),
      1,
    );
    const period = { kind: 'period', from: 1_700_000_010, to: 1_700_000_020 } as const;
    assert.equal(countOf({ filters: { [`since:${official}`]: period } }), 10);
  });

  it('are sorted by a column, those without a value last either way', () => {
    const cells = (column: string, descending: boolean) => {
      const at = table.sources.findIndex(source => source.column.id === column);
      const { count } = rows({ sort: { column, descending } }).found();
      return [table.slice(0, 1)[0]?.cells[at], table.slice(count - 1, 1)[0]?.cells[at]];
    };
    assert.deepEqual(cells(`since:${official}`, true), [1_700_000_999, null]);
    assert.deepEqual(cells(`since:${official}`, false), [1_700_000_000, null]);
    assert.deepEqual(cells('key:user_id', true), ['5499', '0']);
    assert.deepEqual(cells(`openid:${service}`, false), [id('oSERV_', 0), null]);
  });

  it('are led to by a finding that is about openids without unionids', async () => {
    const world = new World();
    const gone = [1, 2].map(n => ({ outcome: other('notFollowing', id('oGONE_', n)), at: 1 }));
    const some = await world.people([
      answersOf('a', official, [...gone, { outcome: following(id('oOFFI_', 1), person(1)), at: 1 }]),
    ]);
    const [finding] = (await findFindings(some)).filter(({ kind }) => kind === 'withoutUnionid');
    assert.ok(finding);
    const alone = new PeopleView({ ...people, people: some }, 'uPLAT_', undefined);
    const found = finish(
      alone.tableOf({ kind: 'finding', finding: 'it' }, new Map([['it', finding]]), keysOf({ people: some })),
    );
    assert.deepEqual(
      found.slice(0, 5).map(({ cells }) => [cells[0], cells[3]]),
      gone.map(({ outcome }) => [outcome.openid, 'Not following']),
    );
  });
});
