/** A call that is under way. */
export interface Trip {
  readonly departedAt: number;
  /** The change of pace that it went out under. */
  readonly change: number;
}

/** Nobody was ever seen to be hurt by so many. */
const beginning = 8;
/** Answers of so many rows are alike enough for their times to be compared; refusals and single calls are quicker. */
const comparableRows = 50;
const compared = 8;
const slow = 2;
/** After trouble it takes so many times as many good answers to dare more again. */
const caution = 8;

/**
 * How many calls may be in flight: 8 at first, twice as many each time that so many in a row went well, up to the
 * user's limit; half as many after trouble, or where answers take twice as long as they did at best. Slow answers
 * lead back to the beginning and no further: what is slow there is not slow because of us.
 *
 * What fails or is slow counts only where it went out since the last change: of earlier calls that is known.
 */
export class Pace {
  #inFlight: number;
  readonly #first: number;
  #change = 0;
  #good = 0;
  #enough: number;
  #times: number[] = [];
  #best = Infinity;

  constructor(
    private readonly most: number,
    /** Milliseconds. */
    private readonly now: () => number,
    private readonly onDidChange: (inFlight: number) => void = () => undefined,
  ) {
    this.#first = Math.min(beginning, most);
    this.#inFlight = this.#first;
    this.#enough = this.#first;
  }

  get inFlight(): number {
    return this.#inFlight;
  }

  departs(): Trip {
    return { departedAt: this.now(), change: this.#change };
  }

  /** WeChat answered, with profiles or with a refusal of the openids (no rows). */
  arrives(trip: Trip, rows: number): void {
    if (
      trip.change === this.#change &&
      rows >= comparableRows &&
      this.#isSlow(this.now() - trip.departedAt)
    ) {
      if (this.#inFlight > this.#first) {
        this.#goOnWith(this.#inFlight / 2, caution);
        return;
      }
      // Slow at the beginning already: this is what WeChat or the way to it is like by now.
      this.#best = Infinity;
      this.#times = [];
    }
    if (++this.#good >= this.#enough) this.#goOnWith(this.#inFlight * 2, 1);
  }

  /** The call broke, or WeChat asked for less: -1, 45011, 5xx, a timeout and their like. */
  fails(trip: Trip): void {
    if (trip.change === this.#change) this.#goOnWith(this.#inFlight / 2, caution);
  }

  #isSlow(time: number): boolean {
    this.#times.push(time);
    if (this.#times.length < compared) return false;
    this.#times = this.#times.slice(-compared);
    const median = middleOf(this.#times);
    this.#best = Math.min(this.#best, median);
    return median >= slow * this.#best && median > 0;
  }

  #goOnWith(inFlight: number, rounds: number): void {
    const before = this.#inFlight;
    this.#inFlight = Math.max(1, Math.min(this.most, Math.floor(inFlight)));
    this.#change++;
    this.#good = 0;
    this.#enough = this.#inFlight * rounds;
    this.#times = [];
    if (this.#inFlight !== before) this.onDidChange(this.#inFlight);
  }
}

function middleOf(times: readonly number[]): number {
  const sorted = [...times].sort((a, b) => a - b);
  const upper = sorted.length >> 1;
  return ((sorted[upper - 1] ?? 0) + (sorted[upper] ?? 0)) / 2;
}
