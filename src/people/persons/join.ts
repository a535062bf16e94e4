import { Combinations } from './combinations';
import { type Joined, type OpenidsOfPersons } from './joined';
import { type Knowledge } from './knowledge';
import { Numbers } from './numbers';
import { People } from './people';
import { forEachBelow } from './slices';

/** Characters by which unionids of one Open Platform account begin alike. Undocumented. */
const beginningLength = 6;

/** Puts together what belongs to one unionid. */
export async function join(knowledge: Knowledge, signal?: AbortSignal): Promise<People> {
  const { accounts, unionids } = knowledge;
  const combinations = new Combinations(accounts.length);
  const ofPersons = accounts.map((): OpenidsOfPersons => ({
    first: Numbers.integers(),
    next: Numbers.integers(),
  }));
  const combinationOf = Numbers.integers();
  for (const [index, account] of accounts.entries()) {
    const { first, next } = ofPersons[index] ?? { first: Numbers.integers(), next: Numbers.integers() };
    // From the end, so that each chain begins with the openid that came first.
    const last = account.size - 1;
    await forEachBelow(account.size, signal, place => {
      const openid = last - place;
      const unionid = account.unionidOf(openid);
      if (unionid < 0) return;
      const before = first.at(unionid);
      if (before === 0) combinationOf.set(unionid, combinations.with(combinationOf.at(unionid), index));
      else next.set(openid, before);
      first.set(unionid, openid + 1);
    });
  }
  const platformOf = Numbers.integers();
  const beginnings = new Map<string, number>();
  const counts = new Map<number, Map<number, number>>();
  await forEachBelow(unionids.size, signal, unionid => {
    const combination = combinationOf.at(unionid);
    // Nobody has it any more.
    if (combination === 0) return;
    const beginning = unionids.at(unionid)?.slice(0, beginningLength) ?? '';
    const platform = beginnings.get(beginning) ?? beginnings.size;
    beginnings.set(beginning, platform);
    platformOf.set(unionid, platform + 1);
    const ofPlatform = counts.get(platform) ?? new Map<number, number>();
    counts.set(platform, ofPlatform.set(combination, (ofPlatform.get(combination) ?? 0) + 1));
  });
  const joined: Joined = {
    knowledge,
    ofPersons,
    combinations,
    combinationOf,
    platformOf,
    beginnings,
    counts,
  };
  return new People(joined);
}
