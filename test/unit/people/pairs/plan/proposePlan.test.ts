import assert from 'node:assert/strict';
import { type Beginnings, type PlannedColumn, planProblem, proposePlan } from '../../../../../src/people';
import { id, mini, official, planOf, service, tableOf } from '../../scenario';

const accounts = [
  { appId: official, takesPartOnly: false },
  { appId: mini, takesPartOnly: true },
];

/** What earlier answers taught. */
const beginnings: Beginnings = {
  accountsOf: openid =>
    Promise.resolve(openid.startsWith('oOffic') ? [official] : openid.startsWith('oMini') ? [mini] : []),
  looksLikeUnionid: unionid => Promise.resolve(unionid.startsWith('oUnion')),
};
const nothingLearned: Beginnings = {
  accountsOf: () => Promise.resolve([]),
  looksLikeUnionid: () => Promise.resolve(false),
};

const meant = ({ meaning }: PlannedColumn) =>
  meaning.kind !== 'openid'
    ? meaning.kind
    : meaning.of.kind === 'account'
      ? meaning.of.appId
      : meaning.of.kind;

async function proposed(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
  known = nothingLearned,
  own = accounts,
) {
  return (await proposePlan(tableOf(columns, rows), own, known)).map(meant);
}

describe('the meaning of columns', () => {
  for (const [name, meaning] of [
    ['unionid', 'unionid'],
    ['union_id', 'unionid'],
    ['wx_unionId', 'unionid'],
    ['u.unionid', 'unionid'],
    ['_openid', mini],
    ['mini_openid', mini],
    ['miniprogram_openid', mini],
    ['小程序openid', mini],
    ['oa_openid', official],
    ['offiaccount_openid', official],
    ['公众号_openid', official],
    ['openid', 'unknown'],
    ['wx_openid', 'unknown'],
    ['mp_openid', 'unknown'],
    ['appid', 'appId'],
    ['user_id', 'leaveOut'],
    ['phone', 'leaveOut'],
  ] as const)
    it(`is known by its name: ${name}`, async () => {
      assert.deepEqual(await proposed([name], [['x']]), [meaning]);
    });

  it('is that of the ids where it is known how they begin', async () => {
    const row = [id('oUnion', 1), id('oMini', 1), id('oOffic', 1), id('oNobod', 1), '7'];
    assert.deepEqual(await proposed(['a', 'b', 'mp_openid', 'c', 'd'], [row], beginnings), [
      'unionid',
      mini,
      official,
      'leaveOut',
      'leaveOut',
    ]);
  });

  it('is that of the ids where the name says otherwise, and it says so', async () => {
    const columns = await proposePlan(tableOf(['unionid'], [[id('oOffic', 1)]]), accounts, beginnings);
    assert.deepEqual([columns.map(meant), columns[0]?.sign], [[official], 'nameDisagrees']);
  });

  it('is that of the account whose AppID stands in the row', async () => {
    assert.deepEqual(await proposed(['appid', 'openid', 'unionid'], [['wx', 'x', 'y']]), [
      'appId',
      'row',
      'unionid',
    ]);
  });

  it('is left to a person where there are two accounts of a kind, or two columns of one account', async () => {
    const two = [...accounts, { appId: service, takesPartOnly: false }];
    assert.deepEqual(await proposed(['oa_openid'], [['x']], nothingLearned, two), ['unknown']);
    assert.deepEqual(await proposed(['oa_openid', 'gzh_openid', 'unionid', 'union_id'], [[]]), [
      official,
      'unknown',
      'unionid',
      'leaveOut',
    ]);
  });

  it('says of ids that could be either that they are ids', async () => {
    const columns = await proposePlan(tableOf(['a'], [[id('oWhat', 1)]]), accounts, beginnings);
    assert.deepEqual([columns.map(meant), columns[0]?.sign], [['leaveOut'], 'idsOfUnknownKind']);
  });

  it('shows ten rows', async () => {
    const rows = Array.from({ length: 30 }, (_, at) => [String(at)]);
    const [column] = await proposePlan(tableOf(['a'], rows), accounts, beginnings);
    assert.deepEqual(column?.examples, rows.slice(0, 10).flat());
  });
});

describe('a plan', () => {
  const openid = (of: 'row' | 'unknown'): PlannedColumn => ({
    name: 'o',
    meaning: { kind: 'openid', of: { kind: of } },
  });
  const keys = Array.from({ length: 21 }, (_, at) => `k${at}`);
  for (const { plan, problem } of [
    { plan: planOf([official, mini]), problem: undefined },
    { plan: planOf([]), problem: { kind: 'noOpenid' } },
    { plan: planOf([official]).slice(1), problem: { kind: 'noUnionid' } },
    { plan: [...planOf([official]), ...planOf([])], problem: { kind: 'twoUnionids', column: 2 } },
    { plan: planOf([official, official]), problem: { kind: 'sameAccount', column: 2 } },
    { plan: [...planOf([]), openid('unknown')], problem: { kind: 'whoseOpenid', column: 1 } },
    { plan: [...planOf([]), openid('row')], problem: { kind: 'noAppId', column: 1 } },
    { plan: planOf([official], keys), problem: { kind: 'tooManyKeys' } },
  ])
    it(problem === undefined ? 'can be followed' : `cannot be followed: ${problem.kind}`, () => {
      assert.deepEqual(planProblem(plan), problem);
    });
});
