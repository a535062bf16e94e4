import {
  isAnswer,
  noCounts,
  type Outcome,
  type OutcomeCounts,
  type OutcomeKind,
  outcomeKinds,
} from '../outcome';
import { type Line } from '../line';
import { PackedProfiles } from './packedProfiles';
import { type CutProfile } from './profileCutter';
import { RowIndex } from './rowIndex';

const pending = outcomeKinds.indexOf('pending');
const following = outcomeKinds.indexOf('following');
const notFollowing = outcomeKinds.indexOf('notFollowing');

/**
 * The outcomes of a list of distinct openids, in the list's order, each with the time of its answer and a mark where
 * it is to be asked for again; `pending` where nothing is known yet. An outcome stands until there is a new one.
 */
export class OutcomeTable {
  readonly #openids: string[] = [];
  readonly #rows: RowIndex;
  /** Places in `outcomeKinds`. */
  readonly #kinds: Uint8Array;
  /** Undefined for what is pending, or packed. */
  readonly #outcomes: (Outcome | undefined)[];
  readonly #packed: PackedProfiles;
  /** Unix milliseconds; NaN where unknown. */
  readonly #times: Float64Array;
  readonly #marks: Uint8Array;
  readonly #changes: Uint32Array;
  readonly #counts: Record<OutcomeKind, number>;
  readonly #toAskAgain: Record<OutcomeKind, number> = { ...noCounts };
  /** Answers come in the order of the list as a rule: where the next one belongs then. */
  #next = 0;

  /** @param total of a list of which more is to come */
  constructor(
    openids: readonly string[],
    private readonly total = openids.length,
  ) {
    this.#rows = new RowIndex(this.#openids, total);
    this.#kinds = new Uint8Array(total).fill(pending);
    this.#outcomes = new Array<Outcome | undefined>(total).fill(undefined);
    this.#packed = new PackedProfiles(total);
    this.#times = new Float64Array(total).fill(NaN);
    this.#marks = new Uint8Array(total);
    this.#changes = new Uint32Array(total);
    this.#counts = { ...noCounts, pending: total };
    this.list(openids);
  }

  get openids(): readonly string[] {
    return this.#openids;
  }

  get counts(): OutcomeCounts {
    return { ...this.#counts };
  }

  /** How many outcomes of each kind are marked. */
  get toAskAgain(): OutcomeCounts {
    return { ...this.#toAskAgain };
  }

  /** The next openids of the list. @throws {RangeError} beyond the total */
  list(openids: readonly string[]): void {
    if (this.#openids.length + openids.length > this.total)
      throw new RangeError('more openids than were announced');
    for (const openid of openids) this.#openids.push(openid);
  }

  /** Made anew at each call where it is packed: `changeOf` tells whether there is another one. */
  at(index: number): Outcome | undefined {
    const openid = this.#openids[index];
    if (openid === undefined) return undefined;
    const known = this.#outcomes[index];
    if (known) return known;
    const kind = this.#kindAt(index);
    const profile = this.#packed.get(index, openid);
    return profile && (kind === 'following' || kind === 'notFollowing')
      ? { kind, openid, profile }
      : { kind: 'pending', openid };
  }

  /** Grows with each outcome of a row, and where one is to be asked for again, from 0. */
  changeOf(index: number): number {
    return this.#changes[index] ?? 0;
  }

  /** Unix milliseconds; undefined where there is no answer yet, or where nobody noted its time. */
  answeredAt(index: number): number | undefined {
    const time = this.#times[index];
    return time === undefined || Number.isNaN(time) ? undefined : time;
  }

  isToAskAgain(index: number): boolean {
    return this.#marks[index] === 1;
  }

  indexOf(openid: string): number | undefined {
    return this.#rows.get(openid);
  }

  /** Nobody who asks for the row of an openid waits from then on, not even for one that is not in the list. */
  indexAll(): Promise<void> {
    return this.#rows.takeInAll();
  }

  openidsOf(kinds: readonly OutcomeKind[]): string[] {
    return this.#openids.filter((_, index) => kinds.includes(this.#kindAt(index)));
  }

  /** What was never answered, and what is marked. */
  openidsToAsk(): string[] {
    return this.#openids.filter((_, index) => this.#kinds[index] === pending || this.isToAskAgain(index));
  }

  /**
   * Takes a new outcome. That a call failed, or that a row was missing, says nothing about the person: an earlier
   * answer stands then, and is still to be asked for again. An openid that was not asked for is ignored.
   */
  record(outcome: Outcome, at?: number): void {
    const index = this.indexOf(outcome.openid);
    if (index === undefined || outcome.kind === 'pending') return;
    if (isAnswer(this.#kindAt(index)) && !isAnswer(outcome.kind)) return;
    this.#take(index, outcomeKinds.indexOf(outcome.kind), at);
    this.#outcomes[index] = outcome;
  }

  /** As `record`, of a profile as WeChat wrote it; false where the line had better be parsed. */
  recordLine(line: Line, at?: number): boolean {
    const cut = this.#packed.cut(line);
    if (!cut) return false;
    const index = this.#rowOf(line, cut);
    if (index === undefined) return true;
    this.#next = index + 1;
    this.#take(index, cut.isFollowing ? following : notFollowing, at);
    this.#outcomes[index] = undefined;
    this.#packed.put(index, line, cut);
    return true;
  }

  /** Marks the outcomes of these kinds. */
  askAgain(kinds: readonly OutcomeKind[]): void {
    for (let index = 0; index < this.#kinds.length; index++) {
      const kind = this.#kindAt(index);
      if (kind === 'pending' || this.isToAskAgain(index) || !kinds.includes(kind)) continue;
      this.#marks[index] = 1;
      this.#changes[index] = this.changeOf(index) + 1;
      this.#toAskAgain[kind]++;
    }
  }

  #rowOf({ bytes }: Line, { openidFrom, openidTo }: CutProfile): number | undefined {
    const next = this.#openids[this.#next];
    let isNext = next?.length === openidTo - openidFrom;
    for (let at = openidFrom; isNext && at < openidTo; at++)
      isNext = next?.charCodeAt(at - openidFrom) === bytes[at];
    return isNext ? this.#next : this.indexOf(bytes.toString('latin1', openidFrom, openidTo));
  }

  #take(index: number, kind: number, at = NaN): void {
    const earlier = this.#kindAt(index);
    if (this.isToAskAgain(index)) {
      this.#marks[index] = 0;
      this.#toAskAgain[earlier]--;
    }
    this.#counts[earlier]--;
    this.#kinds[index] = kind;
    this.#counts[this.#kindAt(index)]++;
    this.#times[index] = at;
    this.#changes[index] = this.changeOf(index) + 1;
  }

  #kindAt(index: number): OutcomeKind {
    return outcomeKinds[this.#kinds[index] ?? pending] ?? 'pending';
  }
}
