import { type AccountPeople, isOfWeChat } from './accountPeople';
import { type Joined } from './joined';
import { type MissingCause, type OpenidAlone, type Person, type PersonInAccount } from './person';

/** The accounts whose unionids begin alike, which says that they are bound to one Open Platform account. */
export interface Platform {
  readonly beginning: string;
  /** By how many persons each has, the largest first. */
  readonly appIds: readonly string[];
  readonly persons: number;
}

/** How many persons are in exactly these accounts. */
export interface Combination {
  readonly appIds: readonly string[];
  readonly persons: number;
}

/** Whether two accounts are bound to the same Open Platform account, as far as the data at hand tells. */
export type SamePlatform =
  /** So many persons are in both. */
  | { readonly kind: 'yes'; readonly persons: number }
  /** Nobody is in both. Unionids that begin alike are a hint, and no more. */
  | { readonly kind: 'noSign'; readonly beginAlike: boolean }
  /** Followers of these came without any unionid. */
  | { readonly kind: 'notBound'; readonly appIds: readonly string[] }
  /** Of these no unionid is known, nor that they have none. */
  | { readonly kind: 'notKnown'; readonly appIds: readonly string[] };

/** Who is who, as it was known at one moment. */
export class People {
  readonly #bound = new Map<AccountPeople, boolean>();

  constructor(readonly joined: Joined) {}

  /** AppIDs of the accounts of which anything is known. */
  get appIds(): string[] {
    return this.joined.knowledge.accounts.map(({ appId }) => appId);
  }

  /** The largest first. */
  platforms(): Platform[] {
    const { beginnings, counts } = this.joined;
    const all = [...beginnings].map(([beginning, platform]) => {
      const sizes = new Map<string, number>();
      let persons = 0;
      for (const [combination, count] of counts.get(platform) ?? []) {
        persons += count;
        for (const appId of this.#appIdsOf(combination)) sizes.set(appId, (sizes.get(appId) ?? 0) + count);
      }
      const appIds = [...sizes].sort(([, a], [, b]) => b - a).map(([appId]) => appId);
      return { beginning, appIds, persons };
    });
    return all.sort((a, b) => b.persons - a.persons);
  }

  /** Of one platform, the largest first. They add up to its persons. */
  combinations(beginning: string): Combination[] {
    const { beginnings, counts } = this.joined;
    const ofPlatform = counts.get(beginnings.get(beginning) ?? -1) ?? new Map<number, number>();
    return [...ofPlatform]
      .map(([combination, persons]) => ({ appIds: this.#appIdsOf(combination), persons }))
      .sort((a, b) => b.persons - a.persons);
  }

  /** Every person of a platform, in the order in which their unionids were met. */
  *persons(beginning: string): Generator<Person> {
    const { knowledge, platformOf, beginnings } = this.joined;
    const platform = (beginnings.get(beginning) ?? -1) + 1;
    if (platform === 0) return;
    for (let unionid = 0; unionid < knowledge.unionids.size; unionid++)
      if (platformOf.at(unionid) === platform) yield this.personAt(unionid);
  }

  /** Everything known under a unionid; undefined where nothing is. */
  byUnionid(unionid: string): Person | undefined {
    const { knowledge, combinationOf } = this.joined;
    const at = knowledge.unionids.positionOfText(unionid);
    return at < 0 || combinationOf.at(at) === 0 ? undefined : this.personAt(at);
  }

  /** Persons with this openid, and accounts in which nobody knows whose it is. More than one only by mistake. */
  byOpenid(openid: string): { persons: Person[]; alone: OpenidAlone[] } {
    const persons = new Map<number, Person>();
    const alone: OpenidAlone[] = [];
    for (const account of this.joined.knowledge.accounts) {
      const at = account.openids.positionOfText(openid);
      if (at < 0) continue;
      const unionid = account.unionidOf(at);
      if (unionid >= 0) persons.set(unionid, this.personAt(unionid));
      else alone.push({ ...this.inAccount(account, at), cause: this.missingCause(account, at) });
    }
    return { persons: [...persons.values()], alone };
  }

  /** Whether two accounts, by their AppIDs, are bound to one Open Platform account, as far as their people tell. */
  samePlatform(one: string, other: string): SamePlatform {
    const accounts = [one, other].map(appId => ({ appId, standing: this.standing(appId) }));
    const unbound = accounts.filter(({ standing }) => standing === 'notBound');
    if (unbound.length > 0) return { kind: 'notBound', appIds: unbound.map(({ appId }) => appId) };
    const unknown = accounts.filter(({ standing }) => standing === 'notKnown');
    if (unknown.length > 0) return { kind: 'notKnown', appIds: unknown.map(({ appId }) => appId) };
    let persons = 0;
    let beginAlike = false;
    for (const { beginning, appIds } of this.platforms()) {
      if (!appIds.includes(one) || !appIds.includes(other)) continue;
      beginAlike = true;
      for (const each of this.combinations(beginning))
        if (each.appIds.includes(one) && each.appIds.includes(other)) persons += each.persons;
    }
    return persons > 0 ? { kind: 'yes', persons } : { kind: 'noSign', beginAlike };
  }

  /** Whether an account's people have unionids. */
  standing(appId: string): 'joined' | 'notBound' | 'notKnown' {
    if (this.platforms().some(({ appIds }) => appIds.includes(appId))) return 'joined';
    const account = this.joined.knowledge.accounts.find(each => each.appId === appId);
    if (!account) return 'notKnown';
    for (let openid = 0; openid < account.size; openid++)
      if (account.outcomeOf(openid) === 'following' && !account.isListed(openid)) return 'notBound';
    return 'notKnown';
  }

  /** The person of a unionid's number. */
  personAt(unionid: number): Person {
    const { knowledge, ofPersons } = this.joined;
    const accounts = knowledge.accounts.flatMap((account, index) => {
      const { first, next } = ofPersons[index] ?? {};
      const openids: PersonInAccount[] = [];
      for (let at = first?.at(unionid) ?? 0; at !== 0; at = next?.at(at - 1) ?? 0)
        openids.push(this.inAccount(account, at - 1));
      return openids;
    });
    return { unionid: knowledge.unionids.at(unionid) ?? '', accounts };
  }

  /** What is known of an openid's number in an account. */
  inAccount(account: AccountPeople, openid: number): PersonInAccount {
    const { unionids } = this.joined.knowledge;
    return {
      appId: account.appId,
      openid: account.openids.at(openid) ?? '',
      outcome: account.outcomeOf(openid),
      since: account.sinceOf(openid),
      askedAt: account.askedAt(openid),
      olderUnionids: account.olderOf(openid).map(({ unionid }) => unionids.at(unionid) ?? ''),
    };
  }

  /** Of an openid without a unionid. */
  missingCause(account: AccountPeople, openid: number): MissingCause {
    if (account.isListed(openid)) return 'neverFetched';
    switch (account.outcomeOf(openid)) {
      case undefined:
        return 'importWithout';
      case 'following':
        return this.#isBound(account) ? 'leftOutByWeChat' : 'notBound';
      case 'notFollowing':
        return 'notFollowing';
      case 'invalid':
        return 'invalid';
      case 'notReturned':
      case 'failed':
      case 'pending':
        return 'neverAnswered';
    }
  }

  /** Whether WeChat gave a unionid for anybody of the account. */
  #isBound(account: AccountPeople): boolean {
    const known = this.#bound.get(account);
    if (known !== undefined) return known;
    let isBound = false;
    for (let openid = 0; openid < account.size && !isBound; openid++)
      isBound = account.unionidOf(openid) >= 0 && isOfWeChat(account.unionidRank(openid));
    this.#bound.set(account, isBound);
    return isBound;
  }

  #appIdsOf(combination: number): string[] {
    const { combinations, knowledge } = this.joined;
    return combinations.members(combination).flatMap(index => knowledge.accounts[index]?.appId ?? []);
  }
}
