import { type People } from '../../../people';

/**
 * In which of some accounts persons are, and which they follow: a number for each set of accounts, of which account `n`
 * of the list is 2ⁿ.
 */
export class Membership {
  /** Places in the list by the account's place in what is known; -1 for others. */
  private readonly places: readonly number[];
  private readonly ofCombination: number[] = [];

  constructor(
    private readonly people: People,
    appIds: readonly string[],
  ) {
    this.places = people.joined.knowledge.accounts.map(({ appId }) => appIds.indexOf(appId));
  }

  in(unionid: number): number {
    const { combinationOf } = this.people.joined;
    return this.setOf(combinationOf.at(unionid));
  }

  /** The accounts of a combination, by the number that it has among what is joined. */
  setOf(combination: number): number {
    return (this.ofCombination[combination] ??= this.people.joined.combinations
      .members(combination)
      .reduce((sum, index) => sum + this.bit(index), 0));
  }

  follows(unionid: number): number {
    const { knowledge, ofPersons, combinations, combinationOf } = this.people.joined;
    let set = 0;
    for (const index of combinations.members(combinationOf.at(unionid))) {
      const [account, chain] = [knowledge.accounts[index], ofPersons[index]];
      const bit = this.bit(index);
      if (!account || !chain || bit === 0) continue;
      for (let at = chain.first.at(unionid); at !== 0; at = chain.next.at(at - 1)) {
        if (account.outcomeOf(at - 1) !== 'following') continue;
        set += bit;
        break;
      }
    }
    return set;
  }

  private bit(index: number): number {
    const place = this.places[index] ?? -1;
    return place < 0 ? 0 : 2 ** place;
  }
}

/** The places of a set, in order. */
export function membersOf(set: number): number[] {
  const members: number[] = [];
  for (let place = 0, rest = set; rest > 0; place++, rest = Math.floor(rest / 2))
    if (rest % 2 === 1) members.push(place);
  return members;
}
