import { setImmediate as breathe } from 'node:timers/promises';

/** Differs from window to window, so that no list can be made whose openids all fall into one place. */
const factor = (Math.random() * 0x7fff_ffff) | 1;

/** Some milliseconds; answers of one moment stand within so many rows of the list. */
const takenInAtOnce = 4096;

/**
 * Where each openid of a list stands, in a hash table of numbers: maps of texts take a second for a million, and the
 * extension host stands still each time that one of them outgrows its place. The list is taken in bit by bit, as far as
 * it is asked for: its first rows need not wait for its last ones.
 */
export class RowIndex {
  /** Pairs: a row, from 1, and the hash of its openid. A row 0 is a free place. Fewer than half of them are taken. */
  readonly #places: Int32Array;
  #taken = 0;

  /**
   * @param openids the list, which may grow
   * @param total how many there will be
   */
  constructor(
    private readonly openids: readonly string[],
    total: number,
  ) {
    this.#places = new Int32Array(2 * 2 ** Math.ceil(Math.log2(2 * total + 2)));
  }

  /** Takes in all of the list, with turns of the event loop in between: who asks for an openid then waits for none. */
  async takeInAll(): Promise<void> {
    while (this.#isBehind) {
      this.#takeInMore();
      await breathe();
    }
  }

  /** Takes in more of the list until it knows the openid. */
  get(openid: string): number | undefined {
    const hash = hashOf(openid);
    for (;;) {
      const row = this.#places[this.#placeOf(openid, hash)] ?? 0;
      if (row !== 0) return row - 1;
      if (!this.#isBehind) return undefined;
      this.#takeInMore();
    }
  }

  get #isBehind(): boolean {
    return this.#taken < this.openids.length;
  }

  #takeInMore(): void {
    const end = Math.min(this.#taken + takenInAtOnce, this.openids.length);
    for (; this.#taken < end; this.#taken++) {
      const openid = this.openids[this.#taken] ?? '';
      const hash = hashOf(openid);
      const place = this.#placeOf(openid, hash);
      this.#places[place] = this.#taken + 1;
      this.#places[place + 1] = hash;
    }
  }

  /** The place of an openid, or the free one where it belongs. */
  #placeOf(openid: string, hash: number): number {
    const last = this.#places.length - 1;
    let place = (2 * hash) & last;
    for (;;) {
      const row = this.#places[place] ?? 0;
      if (row === 0 || (this.#places[place + 1] === hash && this.openids[row - 1] === openid)) return place;
      place = (place + 2) & last;
    }
  }
}

function hashOf(text: string): number {
  let hash = text.length;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), factor);
  // The lower bits of a product know nothing of the upper ones.
  return hash ^ (hash >>> 15);
}
