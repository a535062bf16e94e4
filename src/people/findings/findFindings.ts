import { type AccountPeople } from '../persons/accountPeople';
import { Positions } from '../persons/numbers';
import { type People } from '../persons/people';
import { type MissingCause } from '../persons/person';
import { forEachBelow } from '../persons/slices';
import { changedUnionids } from './changedUnionids';
import { type Finding } from './finding';

/** What does not add up among the people, account by account. */
export async function findFindings(people: People, signal?: AbortSignal): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const [index, account] of people.joined.knowledge.accounts.entries()) {
    findings.push(
      ...(await twoOpenids(people, account, index, signal)),
      ...(await changedUnionids(people, account, index, signal)),
      ...twoBeginnings(people, account),
      ...meetsNobody(people, account),
      ...(await withoutUnionid(people, account, signal)),
    );
  }
  return findings;
}

async function twoOpenids(
  { joined }: People,
  { appId }: AccountPeople,
  index: number,
  signal?: AbortSignal,
): Promise<Finding[]> {
  const { first, next } = joined.ofPersons[index] ?? {};
  const unionids = new Positions();
  await forEachBelow(joined.knowledge.unionids.size, signal, unionid => {
    const openid = first?.at(unionid) ?? 0;
    if (openid !== 0 && next?.at(openid - 1) !== 0) unionids.push(unionid);
  });
  return unionids.length > 0 ? [{ kind: 'twoOpenids', appId, unionids }] : [];
}

function twoBeginnings(people: People, { appId }: AccountPeople): Finding[] {
  const beginnings = people.platforms().flatMap(({ beginning, appIds }) => {
    if (!appIds.includes(appId)) return [];
    const own = people.combinations(beginning).filter(each => each.appIds.includes(appId));
    return [{ beginning, persons: own.reduce((sum, { persons }) => sum + persons, 0) }];
  });
  beginnings.sort((a, b) => b.persons - a.persons);
  return beginnings.length > 1 ? [{ kind: 'twoBeginnings', appId, beginnings }] : [];
}

/** Where there is another account that somebody could be in. */
function meetsNobody(people: People, { appId }: AccountPeople): Finding[] {
  const platforms = people.platforms();
  if (!platforms.some(({ appIds }) => appIds.some(each => each !== appId))) return [];
  const own = platforms.filter(({ appIds }) => appIds.includes(appId));
  const combinations = own
    .flatMap(({ beginning }) => people.combinations(beginning))
    .filter(each => each.appIds.includes(appId));
  if (combinations.length === 0 || combinations.some(({ appIds }) => appIds.length > 1)) return [];
  const beginAlike = [...new Set(own.flatMap(({ appIds }) => appIds))].filter(each => each !== appId);
  const persons = combinations.reduce((sum, each) => sum + each.persons, 0);
  return [{ kind: 'meetsNobody', appId, persons, beginAlike }];
}

async function withoutUnionid(
  people: People,
  account: AccountPeople,
  signal?: AbortSignal,
): Promise<Finding[]> {
  const byCause = new Map<MissingCause, Positions>();
  await forEachBelow(account.size, signal, openid => {
    if (account.unionidOf(openid) >= 0) return;
    const cause = people.missingCause(account, openid);
    const openids = byCause.get(cause) ?? new Positions();
    byCause.set(cause, openids);
    openids.push(openid);
  });
  return [...byCause].map(([cause, openids]) => ({
    kind: 'withoutUnionid',
    appId: account.appId,
    cause,
    openids,
  }));
}
