import { maxBatchSize } from '../../wechat';

/** Openids to ask for in one call. */
export interface Group {
  readonly openids: readonly string[];
  /** Refused together with `openids`: if those are good, a bad one is among these. */
  readonly rest?: readonly string[];
}

/** So many openids that searches left over are worth a call while there is room for one. */
const worthACall = 25;
/** Beyond so many full groups, what searches left over comes before what was not asked yet. */
const mostPooled = 10;
/** How many openids back bad ones are remembered, about. */
const memory = 1_000;

/**
 * Finds the bad openids of a list of like ones, which WeChat refuses without saying which: group testing. Each
 * refused group is searched for one bad openid by halves; where the first half is good, the second is known to be bad
 * and is not asked whole. What a search leaves over is as likely good as any and is pooled into new groups.
 *
 * A machine of states that asks nobody itself: of every group that it gives it is told once what became of it.
 */
export class Isolation {
  /** Those before it were asked for. */
  #at = 0;
  #asked = 0;
  #pool: string[] = [];
  readonly #searches: Group[] = [];
  readonly #density: Density;

  /** @param largest what WeChat takes in one call */
  constructor(
    private readonly openids: readonly string[],
    private readonly largest = maxBatchSize,
  ) {
    this.#density = new Density(largest);
  }

  /** The next group of a search, or of what was not asked yet; `undefined` where there is none. */
  next(): Group | undefined {
    const isFresh = this.#at < this.openids.length;
    return this.#goesOut(
      this.#searches.shift() ??
        (isFresh && this.#pool.length >= mostPooled * this.largest
          ? this.#fromPool()
          : isFresh
            ? this.#chunk()
            : undefined),
    );
  }

  /** Of what searches left over, a group that is worth a call before others are answered. */
  leftOver(): Group | undefined {
    const pooled = this.#pool.length;
    const isEnough = pooled >= Math.min(this.#density.idealGroup, worthACall);
    return this.#goesOut(isEnough || (pooled > 0 && this.#asked === 0) ? this.#fromPool() : undefined);
  }

  /** WeChat took all of it. */
  taken({ openids, rest }: Group): void {
    this.#asked--;
    this.#density.note(0, openids.length);
    if (rest) this.#search(rest);
  }

  /** A bad openid is among them, or it is the one. */
  refused({ openids, rest = [] }: Group): void {
    this.#asked--;
    this.#pool.push(...rest);
    if (openids.length === 1) this.#density.note(1, 1);
    else this.#search(openids);
  }

  /** WeChat takes no group of that size, whoever is in it. */
  tooLarge({ openids, rest = [] }: Group): void {
    this.#asked--;
    this.#pool.push(...rest);
    const middle = Math.ceil(openids.length / 2);
    this.#searches.push({ openids: openids.slice(0, middle) });
    if (openids.length > 1) this.#searches.push({ openids: openids.slice(middle) });
  }

  /** Nobody knows whether they are good; their outcome is another. */
  failed({ rest = [] }: Group): void {
    this.#asked--;
    this.#pool.push(...rest);
  }

  #search(openids: readonly string[]): void {
    const first = Math.min(Math.ceil(openids.length / 2), this.#density.idealGroup);
    if (openids.length === 1) this.#searches.push({ openids });
    else this.#searches.push({ openids: openids.slice(0, first), rest: openids.slice(first) });
  }

  #chunk(): Group {
    return { openids: this.openids.slice(this.#at, (this.#at += this.largest)) };
  }

  #fromPool(): Group {
    return { openids: this.#pool.splice(0, this.#density.idealGroup) };
  }

  #goesOut(group: Group | undefined): Group | undefined {
    if (group) this.#asked++;
    return group;
  }
}

/** How many of the openids are bad, as far as it was seen lately: bad ones tend to stand together. */
class Density {
  // Expects little before anything was seen.
  #bad = 0.2;
  #seen = 30;

  constructor(private readonly largest: number) {}

  note(bad: number, seen: number): void {
    this.#bad += bad;
    this.#seen += seen;
    if (this.#seen < memory) return;
    this.#bad /= 2;
    this.#seen /= 2;
  }

  /** The size at which a group is good as often as not: then an answer tells most. */
  get idealGroup(): number {
    return Math.max(1, Math.min(this.largest, Math.floor((Math.LN2 * this.#seen) / this.#bad)));
  }
}
