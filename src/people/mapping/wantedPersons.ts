import { setImmediate as breathe } from 'node:timers/promises';
import { type Positions } from '../persons/numbers';
import { type People } from '../persons/people';

/** Whom a mapping tells of. */
export interface WantedPersons {
  /** Only the people of one platform stand in one mapping. */
  readonly beginning: string;
  /** Who is in none of these accounts is left out; without any, nobody is. */
  readonly appIds: readonly string[];
  /** Leaves out also who is not in all of them. */
  readonly inAllAccounts: boolean;
  /** Only these, in this order. */
  readonly only?: Positions | undefined;
}

/** Persons that are looked at between two turns of the event loop. */
const atOnce = 2_000;

/** The positions of their unionids, in portions. */
export async function* wantedPersons(
  people: People,
  wanted: WantedPersons,
  signal?: AbortSignal,
): AsyncGenerator<readonly number[], void, undefined> {
  const { knowledge, platformOf, combinationOf, beginnings } = people.joined;
  const platform = (beginnings.get(wanted.beginning) ?? -1) + 1;
  if (platform === 0) return;
  const isWanted = combinationTest(people, wanted);
  const total = wanted.only?.length ?? knowledge.unionids.size;
  for (let from = 0; from < total; from += atOnce) {
    signal?.throwIfAborted();
    const persons: number[] = [];
    for (let place = from; place < Math.min(total, from + atOnce); place++) {
      const unionid = wanted.only?.at(place) ?? place;
      if (platformOf.at(unionid) === platform && isWanted(combinationOf.at(unionid))) persons.push(unionid);
    }
    if (persons.length > 0) yield persons;
    await breathe();
  }
}

/** How many persons an export would hold. @throws the signal's reason */
export async function countPersons(
  people: People,
  wanted: WantedPersons,
  signal?: AbortSignal,
): Promise<number> {
  let count = 0;
  for await (const persons of wantedPersons(people, wanted, signal)) count += persons.length;
  return count;
}

/** Whether people in exactly these accounts are wanted; there are few combinations, and many people. */
function combinationTest(
  { joined: { combinations, knowledge } }: People,
  { appIds, inAllAccounts }: WantedPersons,
): (combination: number) => boolean {
  const known = new Map<number, boolean>();
  return combination => {
    const before = known.get(combination);
    if (before !== undefined) return before;
    const own = new Set(combinations.members(combination).map(index => knowledge.accounts[index]?.appId));
    const isIn = (appId: string) => own.has(appId);
    const isWanted = appIds.length === 0 || (inAllAccounts ? appIds.every(isIn) : appIds.some(isIn));
    known.set(combination, isWanted);
    return isWanted;
  };
}
