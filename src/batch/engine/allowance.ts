/** So many calls within so many seconds. */
export interface RateLimit {
  readonly calls: number;
  readonly seconds: number;
}

const minute = 60_000;
const hour = 60 * minute;
/** The rest is for clocks that differ, and for what others ask with the same account. */
const share = 0.95;
/** Fewer in a minute that was refused tell of somebody else's calls, not of WeChat's limit. */
const tellingCalls = 16;
const tidyEvery = 1_000;

/**
 * How many calls an account may make within a time: what quota/get names or, where it names nothing, what a minute
 * that ended in 45011 had let through. Calls book their departure, so that no such time ever holds more.
 */
export class Allowance {
  /** Of the last minute or longer, in ascending order; those that are to come are booked. */
  #departures: number[] = [];
  #tidiedAt = tidyEvery;
  #limit: (RateLimit & { readonly until: number }) | undefined;

  /** As WeChat names it, at a time in Unix milliseconds. */
  name(limit: RateLimit, now: number): void {
    this.#limit = {
      calls: Math.max(1, Math.floor(limit.calls * share)),
      seconds: limit.seconds,
      until: now + hour,
    };
  }

  limitAt(now: number): RateLimit | undefined {
    return this.#limit && now < this.#limit.until ? this.#limit : undefined;
  }

  /** When the next call may go out, which is taken to do so. */
  book(now: number): number {
    const limit = this.limitAt(now);
    const span = (limit?.seconds ?? 0) * 1_000;
    const before = limit && this.#departures.at(-limit.calls);
    const at = Math.max(now, before === undefined ? now : before + span);
    this.#departures.push(at);
    if (this.#departures.length > this.#tidiedAt) {
      this.#departures = this.#departures.filter(each => each >= now - Math.max(minute, span));
      this.#tidiedAt = 2 * this.#departures.length + tidyEvery;
    }
    return at;
  }

  /** A pause begins: what was booked for later goes out at another time. */
  cancel(now: number): void {
    this.#departures = this.#departures.filter(at => at <= now);
  }

  /**
   * Learns from the minute that ended in 45011, of whose calls so many were refused. WeChat's minute may be the
   * clock's or any sixty seconds, and the last sixty of a run may have seen parts of two of the clock's.
   */
  learn(refusedAt: number, refused: number): void {
    const since = (start: number) =>
      this.#departures.filter(at => at >= start && at <= refusedAt).length - refused;
    const lastSixty = since(refusedAt - minute + 1);
    const ofTheClock = since(Math.floor(refusedAt / minute) * minute);
    const calls = ofTheClock >= lastSixty / 2 ? ofTheClock : lastSixty;
    if (calls >= tellingCalls) this.name({ calls, seconds: 60 }, refusedAt);
  }
}

const allowances = new WeakMap<object, Allowance>();

/** WeChat counts by account: all runs of one client share what it may call. */
export function allowanceOf(client: object): Allowance {
  const known = allowances.get(client) ?? new Allowance();
  allowances.set(client, known);
  return known;
}
