import { isAnswer, noCounts, type Outcome, type OutcomeCounts, type OutcomeKind } from './outcome';

/**
 * The outcomes of a list of distinct openids, in the list's order, each with the time of its answer and a mark where
 * it is to be asked for again; `pending` where nothing is known yet. An outcome stands until there is a new one.
 */
export class OutcomeTable {
  readonly #outcomes: (Outcome | undefined)[];
  /** Unix milliseconds; NaN where unknown. */
  readonly #times: Float64Array;
  readonly #marks: Uint8Array;
  readonly #indices = new Map<string, number>();
  readonly #counts: Record<OutcomeKind, number>;
  readonly #toAskAgain: Record<OutcomeKind, number> = { ...noCounts };

  constructor(readonly openids: readonly string[]) {
    this.#outcomes = new Array<Outcome | undefined>(openids.length).fill(undefined);
    this.#times = new Float64Array(openids.length).fill(NaN);
    this.#marks = new Uint8Array(openids.length);
    for (let index = 0; index < openids.length; index++) this.#indices.set(openids[index] ?? '', index);
    this.#counts = { ...noCounts, pending: openids.length };
  }

  get counts(): OutcomeCounts {
    return { ...this.#counts };
  }

  /** How many outcomes of each kind are marked. */
  get toAskAgain(): OutcomeCounts {
    return { ...this.#toAskAgain };
  }

  at(index: number): Outcome | undefined {
    const openid = this.openids[index];
    return openid === undefined ? undefined : (this.#outcomes[index] ?? { kind: 'pending', openid });
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
    return this.#indices.get(openid);
  }

  openidsOf(kinds: readonly OutcomeKind[]): string[] {
    return this.openids.filter((_, index) => kinds.includes(this.#kindAt(index)));
  }

  /** What was never answered, and what is marked. */
  openidsToAsk(): string[] {
    return this.openids.filter((_, index) => this.#outcomes[index] === undefined || this.isToAskAgain(index));
  }

  /**
   * Takes a new outcome. That a call failed, or that a row was missing, says nothing about the person: an earlier
   * answer stands then, and is still to be asked for again. An openid that was not asked for is ignored.
   */
  record(outcome: Outcome, at?: number): void {
    const index = this.#indices.get(outcome.openid);
    if (index === undefined || outcome.kind === 'pending') return;
    const known = this.#outcomes[index];
    if (known && isAnswer(known) && !isAnswer(outcome)) return;
    const kind = this.#kindAt(index);
    if (this.isToAskAgain(index)) {
      this.#marks[index] = 0;
      this.#toAskAgain[kind]--;
    }
    this.#counts[kind]--;
    this.#counts[outcome.kind]++;
    this.#outcomes[index] = outcome;
    this.#times[index] = at ?? NaN;
  }

  /** Marks the outcomes of these kinds. */
  askAgain(kinds: readonly OutcomeKind[]): void {
    for (let index = 0; index < this.openids.length; index++) {
      const kind = this.#kindAt(index);
      if (kind === 'pending' || this.isToAskAgain(index) || !kinds.includes(kind)) continue;
      this.#marks[index] = 1;
      this.#toAskAgain[kind]++;
    }
  }

  #kindAt(index: number): OutcomeKind {
    return this.#outcomes[index]?.kind ?? 'pending';
  }
}
