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

/** What is known of the openids of one account, in packed columns: some 70 bytes an openid. */
export class AccountPeople {
  readonly openids = new PackedOpenids();
  /** Positions + 1 of the unionids that stand; 0 where none was ever given. */
  readonly #unionids = Numbers.integers();
  readonly #unionidRanks = Numbers.times();
  /** Places + 1 among `outcomeKinds`; 0 where nobody asked WeChat. */
  readonly #outcomes = Numbers.bytes();
  readonly #outcomeRanks = Numbers.times();
  readonly #since = Numbers.times();
  /** Superseded unionids, each openid's as a chain of places + 1. */
  readonly #olderFirst = Numbers.integers();
  readonly #olderUnionids: number[] = [];
  readonly #olderRanks: number[] = [];
  readonly #olderNext: number[] = [];

  constructor(readonly appId: string) {}

  get size(): number {
    return this.openids.size;
  }

  /** What became of an openid; the newest answer stands. */
  tell(openid: number, kind: OutcomeKind, since: number, rank: number): void {
    if (this.#outcomes.at(openid) !== 0 && rank < this.#outcomeRanks.at(openid)) return;
    this.#outcomes.set(openid, outcomeKinds.indexOf(kind) + 1);
    this.#outcomeRanks.set(openid, rank);
    this.#since.set(openid, since);
  }

  /** Which unionid an openid belongs to. The newest stands, those before are not forgotten. */
  join(openid: number, unionid: number, rank: number): void {
    const standing = this.#unionids.at(openid) - 1;
    const standingRank = this.#unionidRanks.at(openid);
    if (standing === unionid) {
      if (rank > standingRank) this.#unionidRanks.set(openid, rank);
    } else if (standing < 0) {
      this.#stand(openid, unionid, rank);
    } else if (rank >= standingRank) {
      this.#noteOlder(openid, standing, standingRank);
      this.#stand(openid, unionid, rank);
    } else {
      this.#noteOlder(openid, unionid, rank);
    }
  }

  /** -1 where it has none. */
  unionidOf(openid: number): number {
    return this.#unionids.at(openid) - 1;
  }

  unionidRank(openid: number): number {
    return this.#unionidRanks.at(openid);
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
    const older: OlderUnionid[] = [];
    for (let entry = this.#olderFirst.at(openid); entry !== 0; entry = this.#olderNext[entry - 1] ?? 0) {
      const unionid = this.#olderUnionids[entry - 1] ?? -1;
      // It may have come back since.
      if (unionid !== this.unionidOf(openid)) older.push({ unionid, rank: this.#olderRanks[entry - 1] ?? 0 });
    }
    return older.sort((a, b) => b.rank - a.rank);
  }

  #stand(openid: number, unionid: number, rank: number): void {
    this.#unionids.set(openid, unionid + 1);
    this.#unionidRanks.set(openid, rank);
  }

  #noteOlder(openid: number, unionid: number, rank: number): void {
    const first = this.#olderFirst.at(openid);
    for (let entry = first; entry !== 0; entry = this.#olderNext[entry - 1] ?? 0) {
      if (this.#olderUnionids[entry - 1] !== unionid) continue;
      this.#olderRanks[entry - 1] = Math.max(rank, this.#olderRanks[entry - 1] ?? rank);
      return;
    }
    this.#olderUnionids.push(unionid);
    this.#olderRanks.push(rank);
    this.#olderNext.push(first);
    this.#olderFirst.set(openid, this.#olderUnionids.length);
  }
}
