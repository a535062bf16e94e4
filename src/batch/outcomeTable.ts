import { noCounts, type Outcome, type OutcomeCounts, type OutcomeKind } from './outcome';

/** The outcomes of a list of distinct openids, in the list's order; `pending` where nothing is known yet. */
export class OutcomeTable {
  readonly #outcomes: (Outcome | undefined)[];
  readonly #indices: ReadonlyMap<string, number>;
  readonly #counts: Record<OutcomeKind, number>;

  constructor(readonly openids: readonly string[]) {
    this.#outcomes = openids.map(() => undefined);
    const indices = new Map<string, number>();
    openids.forEach((openid, index) => indices.set(openid, index));
    this.#indices = indices;
    this.#counts = { ...noCounts, pending: openids.length };
  }

  get counts(): OutcomeCounts {
    return { ...this.#counts };
  }

  at(index: number): Outcome | undefined {
    const openid = this.openids[index];
    return openid === undefined ? undefined : (this.#outcomes[index] ?? { kind: 'pending', openid });
  }

  indexOf(openid: string): number | undefined {
    return this.#indices.get(openid);
  }

  openidsOf(kinds: readonly OutcomeKind[]): string[] {
    return this.openids.filter((_, index) => kinds.includes(this.#kindAt(index)));
  }

  /** Takes an outcome in place of the openid's earlier one; an openid that was not asked for is ignored. */
  record(outcome: Outcome): void {
    const index = this.#indices.get(outcome.openid);
    if (index === undefined) return;
    this.#counts[this.#kindAt(index)]--;
    this.#counts[outcome.kind]++;
    this.#outcomes[index] = outcome.kind === 'pending' ? undefined : outcome;
  }

  /** Makes the outcomes of these kinds pending again. */
  reopen(kinds: readonly OutcomeKind[]): void {
    for (const openid of this.openidsOf(kinds)) this.record({ kind: 'pending', openid });
  }

  #kindAt(index: number): OutcomeKind {
    return this.#outcomes[index]?.kind ?? 'pending';
  }
}
