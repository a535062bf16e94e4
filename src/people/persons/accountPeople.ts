import { type OutcomeKind, outcomeKinds } from '../../batch';
import { PackedOpenids } from '../../lists';
import { Numbers } from './numbers';

/**
 * Subtracted from the time of a statement that stands behind every answer of WeChat, however late it came: no answer
 * to the question, or an import, whose time says when it came and not when its pairs were true.
 */
const behind = 1e13;

/** How much a statement counts: the one of the highest rank stands. */
export function rankOf(at: number, isAnswer: boolean): number {
  return isAnswer ? at : at - behind;
}

/** Unix milliseconds of the statement with this rank. */
export function timeOf(rank: number): number {
  return rank < 0 ? rank + behind : rank;
}

/** Whether WeChat said so. */
export function isOfWeChat(rank: number): boolean {
  return rank >= 0;
}

/** A unionid that an openid had before, or has elsewhere. */
export interface OlderUnionid {
  readonly unionid: number;
  readonly rank: number;
}

/** What is known of the openids of one account, in packed columns: some 80 bytes an openid. */
export class AccountPeople {
  readonly openids = new PackedOpenids();
  /** Positions + 1 of the unionids that stand; 0 where none was ever given. */
  readonly #unionids = Numbers.integers();
  readonly #unionidRanks = Numbers.times();
  /** The rank with which the unionid that stands was first seen without another one in between. */
  readonly #standsSince = Numbers.times();
  /** Places + 1 among `outcomeKinds`; 0 where nobody asked WeChat. */
  readonly #outcomes = Numbers.bytes();
  readonly #outcomeRanks = Numbers.times();
  readonly #since = Numbers.times();
  /** 1 where no answer tells of them, but a list that WeChat gave. */
  readonly #listed = Numbers.bytes();
  /** Superseded unionids, each openid's as a chain of places + 1. */
  readonly #olderFirst = Numbers.integers();
  readonly #olderUnionids: number[] = [];
  /** The ranks with which each was seen first and last. */
  readonly #olderSince: number[] = [];
  readonly #olderRanks: number[] = [];
  readonly #olderNext: number[] = [];

  constructor(readonly appId: string) {}

  get size(): number {
    return this.openids.size;
  }

  /** What became of an openid; the newest answer stands. */
  tell(openid: number, kind: OutcomeKind, since: number, rank: number): void {
    const isLate = this.#outcomes.at(openid) !== 0 && rank < this.#outcomeRanks.at(openid);
    // A list says no more than that they follow: an answer that agrees has the time of it, too.
    if (isLate && !(this.isListed(openid) && kind === 'following')) return;
    this.#listed.set(openid, 0);
    this.#outcomes.set(openid, outcomeKinds.indexOf(kind) + 1);
    this.#outcomeRanks.set(openid, rank);
    this.#since.set(openid, since);
  }

  /** It stands in a list, which says as a rule that they follow. Of an answer that says so already, it is no news. */
  list(openid: number, follows: boolean, rank: number): void {
    const known = this.outcomeOf(openid);
    if (known === undefined) this.#listed.set(openid, 1);
    if (!follows || known === 'following') return;
    if (known !== undefined && rank < this.#outcomeRanks.at(openid)) return;
    this.#outcomes.set(openid, outcomeKinds.indexOf('following') + 1);
    this.#outcomeRanks.set(openid, rank);
    this.#since.set(openid, 0);
    this.#listed.set(openid, 1);
  }

  /** Whether all that is known of their following is a list: their profile was not fetched since. */
  isListed(openid: number): boolean {
    return this.#listed.at(openid) === 1;
  }

  /** Which unionid an openid belongs to. The newest stands, those before are not forgotten. */
  join(openid: number, unionid: number, rank: number): void {
    const standing = this.#unionids.at(openid) - 1;
    const standingRank = this.#unionidRanks.at(openid);
    if (standing === unionid) {
      if (rank > standingRank) this.#unionidRanks.set(openid, rank);
      if (rank < this.#standsSince.at(openid) && !this.olderOf(openid).some(older => older.rank > rank))
        this.#standsSince.set(openid, rank);
    } else if (standing < 0) {
      this.#stand(openid, unionid, rank);
    } else if (rank >= standingRank) {
      this.#noteOlder(openid, standing, standingRank, this.#standsSince.at(openid));
      this.#stand(openid, unionid, rank);
    } else {
      this.#noteOlder(openid, unionid, rank);
      if (rank > this.#standsSince.at(openid)) this.#standsSince.set(openid, standingRank);
    }
  }

  /** -1 where it has none. */
  unionidOf(openid: number): number {
    return this.#unionids.at(openid) - 1;
  }

  unionidRank(openid: number): number {
    return this.#unionidRanks.at(openid);
  }

  /** The unionid that stood before a statement of this rank; -1 where none did. */
  unionidBefore(openid: number, rank: number): number {
    let before = -1;
    let since = -Infinity;
    const stood = (unionid: number, from: number) => {
      if (from < since || from >= rank) return;
      before = unionid;
      since = from;
    };
    for (const entry of this.#superseded(openid))
      stood(this.#olderUnionids[entry] ?? -1, this.#olderSince[entry] ?? 0);
    stood(this.unionidOf(openid), this.#standsSince.at(openid));
    return before;
  }

  /** Undefined where it is known from an import alone. */
  outcomeOf(openid: number): OutcomeKind | undefined {
    return outcomeKinds[this.#outcomes.at(openid) - 1];
  }

  /** Unix milliseconds of that outcome. */
  askedAt(openid: number): number | undefined {
    return this.#outcomes.at(openid) === 0 ? undefined : timeOf(this.#outcomeRanks.at(openid));
  }

  /** Unix seconds. */
  sinceOf(openid: number): number | undefined {
    return this.#since.at(openid) || undefined;
  }

  hasOlder(openid: number): boolean {
    return this.#olderFirst.at(openid) !== 0 && this.olderOf(openid).length > 0;
  }

  /** Superseded unionids that do not stand, the one of the highest rank first. */
  olderOf(openid: number): OlderUnionid[] {
    const older = new Map<number, number>();
    for (const entry of this.#superseded(openid)) {
      const unionid = this.#olderUnionids[entry] ?? -1;
      const rank = this.#olderRanks[entry] ?? 0;
      // It may have come back since.
      if (unionid !== this.unionidOf(openid)) older.set(unionid, Math.max(rank, older.get(unionid) ?? rank));
    }
    return [...older].map(([unionid, rank]) => ({ unionid, rank })).sort((a, b) => b.rank - a.rank);
  }

  /** Places of what was superseded, what came last first. */
  *#superseded(openid: number): Generator<number> {
    for (let place = this.#olderFirst.at(openid); place !== 0; place = this.#olderNext[place - 1] ?? 0)
      yield place - 1;
  }

  #stand(openid: number, unionid: number, rank: number): void {
    this.#unionids.set(openid, unionid + 1);
    this.#unionidRanks.set(openid, rank);
    this.#standsSince.set(openid, rank);
  }

  #noteOlder(openid: number, unionid: number, rank: number, since = rank): void {
    const first = this.#olderFirst.at(openid);
    for (const entry of this.#superseded(openid)) {
      if (this.#olderUnionids[entry] !== unionid) continue;
      const [from = rank, to = rank] = [this.#olderSince[entry], this.#olderRanks[entry]];
      // Seen between two moments at which it stood, or told once more without another one in between.
      if ((rank > to || since < from) && entry !== first - 1) continue;
      this.#olderSince[entry] = Math.min(from, since);
      this.#olderRanks[entry] = Math.max(to, rank);
      return;
    }
    this.#olderUnionids.push(unionid);
    this.#olderSince.push(since);
    this.#olderRanks.push(rank);
    this.#olderNext.push(first);
    this.#olderFirst.set(openid, this.#olderUnionids.length);
  }
}
