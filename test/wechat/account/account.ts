import { hexDigits } from './hash';
import { type Person, Population } from './population';
import { followingRow, leftRow, type ProfileRow, strangerRow } from './profileRow';
import { Quota } from '../quota';
import { TagBook } from './tagBook';
import { type Texts } from './texts';
import { TokenOffice } from '../credentials/tokenOffice';

/**
 * `ipRefused` 40164 from the token endpoints and 61004 from the others · `unverified` and `miniProgram` 48001 from the
 * user APIs · `secretFrozen` 40243 · `quotaUsedUp` 45009 from the user APIs · `unbound` no unionid.
 */
export type AccountCondition =
  'healthy' | 'ipRefused' | 'unverified' | 'miniProgram' | 'secretFrozen' | 'quotaUsedUp' | 'unbound';

/**
 * `neverFollowed` own, well-formed, answered with `subscribe: 0` · `unknown` begins and looks like an own one, and is
 * nobody's · `foreign` well-formed, of an account that is not simulated · `malformed` no openid, whatever a client trims
 * off its ends. The last three spoil a batch with 40003.
 */
export type OpenidState =
  'following' | 'notFollowing' | 'neverFollowed' | 'unknown' | 'foreign' | 'malformed';

interface AccountOptions {
  readonly name: string;
  readonly seed: number;
  /** The place under the Open Platform account; it decides AppID, secret, prefix and people. */
  readonly number: number;
  /** People who follow or once followed. */
  readonly followers: number;
  readonly texts?: Texts;
  readonly now: () => number;
}

const MISSHAPEN: readonly ((openid: string) => string)[] = [
  openid => `${openid.slice(0, 14)}[${openid.slice(15)}`,
  openid => openid.slice(0, 27),
  openid => `${openid}A`,
  openid => `x${openid.slice(1)}`,
  openid => `${openid.slice(0, 20)}张${openid.slice(21)}`,
];
const CACHED_ROWS = 200_000;

export class SimulatedAccount {
  readonly name: string;
  readonly appId: string;
  readonly secret: string;
  /** The first six characters of every openid of this account. */
  readonly prefix: string;
  readonly people: Population;
  readonly tags: TagBook;
  /** The other name of an account, which some calls want in place of the AppID. */
  readonly originalId: string;
  readonly tokens: TokenOffice;
  readonly quota: Quota;
  /** The caller as this account's whitelist sees it; undefined: the address that the request came from. */
  callerIp: string | undefined;
  /** Both are told of a wrong secret; 40125 is the usual one. */
  wrongSecretErrcode: 40125 | 40001 = 40125;
  /** How lists of openids end: `next_openid` of the last page is empty, or its last openid. WeChat does both. */
  lastPageNamesNone: boolean;
  /** A list never ends: its last page names the first page's last openid. Nobody has seen it, loops must end all the same. */
  listsLoop = false;
  /** How `data` shows that a page is empty: it is not there, or it is null. */
  emptyData: 'absent' | 'null' = 'absent';
  /** Whether someone who left is still taken as the place where the next page begins; it is documented nowhere. */
  leaversKeepTheirPlace = true;
  /** Openids on a page of the blacklist. */
  blacklistPage = 1_000;
  /** Which name of an old account changeopenid takes. */
  migratesBy: 'appId' | 'originalId' = 'originalId';

  readonly #foreign: Population;
  #condition: AccountCondition = 'healthy';
  readonly #patches = new Map<string, ProfileRow>();
  readonly #follows = new Map<number, boolean>();
  readonly #rendered = new Map<string, string>();
  readonly #remarks = new Map<number, string>();
  readonly #blacklist = new Map<number, boolean>();
  /** Followers by the population alone; counted at first use. */
  #usual: number | undefined;

  constructor({ name, seed, number, followers, now, texts }: AccountOptions) {
    this.name = name;
    this.appId = `wx${hexDigits(seed, number, 16)}`;
    this.secret = hexDigits(seed, number + 1_000, 32);
    this.people = new Population(seed, number, followers, texts);
    this.#foreign = new Population(seed + 1, number, 0);
    this.prefix = this.people.openids.prefix;
    this.tags = new TagBook(this.people, openid => void this.#rendered.delete(openid));
    this.originalId = `gh_${hexDigits(seed, number + 2_000, 12)}`;
    this.tokens = new TokenOffice(now);
    this.quota = new Quota(now);
    this.lastPageNamesNone = number % 2 === 1;
  }

  get condition(): AccountCondition {
    return this.#condition;
  }

  /** Switches the account into a state; `healthy` also gives the day's quota back. */
  become(condition: AccountCondition): void {
    this.#condition = condition;
    this.quota.reset();
    if (condition === 'quotaUsedUp') this.quota.useUp();
    this.#rendered.clear();
  }

  /** Exchanges the Open Platform account: every unionid changes, as for all accounts that are bound to the new one. */
  bindTo(platform: number): void {
    this.people.bindTo(platform);
    this.#rendered.clear();
  }

  /** Distinct openids, at most `count` (as many as there are, for people; 100 for the others), the same on every run. */
  openids(filter: { state?: OpenidState; scene?: string } = {}, count?: number): string[] {
    const { state = 'following', scene } = filter;
    switch (state) {
      case 'neverFollowed':
        return indices(count ?? 100).map(index => this.people.stranger(index));
      case 'unknown':
        return indices(count ?? 100).map(index => this.people.unknown(index));
      case 'foreign':
        return indices(count ?? 100).map(index => this.#foreign.stranger(index));
      case 'malformed':
        return indices(count ?? 100).map(index => misshape(this.people.stranger(index), index));
      case 'following':
      case 'notFollowing': {
        const chosen = (index: number): boolean =>
          this.isFollowing(index) === (state === 'following') &&
          (scene === undefined || this.people.sceneOf(index) === scene);
        return this.select(chosen, 0, count ?? this.people.size).map(index =>
          this.people.openids.encode(index),
        );
      }
    }
  }

  /** Undefined for an openid of nobody here. */
  personOf(openid: string): Person | undefined {
    const index = this.people.indexOf(openid);
    if (index === undefined) return undefined;
    const person = this.people.person(index);
    return {
      ...person,
      following: this.isFollowing(index),
      tagIds: this.tags.idsOf(index),
      remark: this.#remarks.get(index) ?? person.remark,
    };
  }

  /** How many people follow now. */
  get followerCount(): number {
    this.#usual ??= this.countOf(index => this.people.isFollowing(index));
    let count = this.#usual;
    for (const [index, following] of this.#follows) {
      count += Number(following) - Number(this.people.isFollowing(index));
    }
    return count;
  }

  countOf(chosen: (index: number) => boolean): number {
    let count = 0;
    for (let index = 0; index < this.people.size; index++) if (chosen(index)) count++;
    return count;
  }

  remark(index: number, text: string): void {
    this.#remarks.set(index, text);
    this.#rendered.delete(this.people.openids.encode(index));
  }

  /** One in a hundred and fifty, and whom a test puts there. */
  isBlacklisted(index: number): boolean {
    return this.#blacklist.get(index) ?? (index % 150 === 149 && this.isFollowing(index));
  }

  setBlacklisted(openid: string, blacklisted: boolean): void {
    const index = this.people.indexOf(openid);
    if (index === undefined) throw new RangeError('Only a person of this account can be on its blacklist.');
    this.#blacklist.set(index, blacklisted);
  }

  isFollowing(index: number): boolean {
    return this.#follows.get(index) ?? this.people.isFollowing(index);
  }

  /** Lets a person follow or leave. */
  setFollowing(openid: string, following: boolean): void {
    const index = this.people.indexOf(openid);
    if (index === undefined) throw new RangeError('Only a person of this account can follow or leave.');
    this.#follows.set(index, following);
    this.#rendered.delete(openid);
  }

  /** Replaces keys of a row, from now on; a key that is undefined is left out of the answer. */
  change(openid: string, patch: ProfileRow): void {
    this.#patches.set(openid, { ...this.#patches.get(openid), ...patch });
    this.#rendered.delete(openid);
  }

  /** Whether user/info answers a row for it; otherwise 40003. */
  owns(openid: string): boolean {
    return this.#rendered.has(openid) || this.people.knows(openid);
  }

  /** The row as JSON text, of an openid that this account owns. */
  row(openid: string): string {
    const cached = this.#rendered.get(openid);
    if (cached !== undefined) return cached;
    const text = JSON.stringify({ ...this.#plainRow(openid), ...this.#patches.get(openid) });
    if (this.#rendered.size < CACHED_ROWS) this.#rendered.set(openid, text);
    return text;
  }

  /** At most `count` indices of people from `first` on. */
  select(chosen: (index: number) => boolean, first: number, count: number): number[] {
    const found: number[] = [];
    for (let index = first; index < this.people.size && found.length < count; index++) {
      if (chosen(index)) found.push(index);
    }
    return found;
  }

  #plainRow(openid: string): ProfileRow {
    const person = this.personOf(openid);
    const bound = this.#condition !== 'unbound';
    if (!person) return strangerRow(openid);
    return person.following ? followingRow(person, bound) : leftRow(person, bound);
  }
}

function indices(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}

function misshape(openid: string, index: number): string {
  const misshapen = MISSHAPEN[index % MISSHAPEN.length];
  return misshapen ? misshapen(openid) : openid;
}
