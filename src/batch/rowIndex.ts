const shards = 64;

/**
 * Where each openid of a list stands. In many maps: one that holds a million is moved as a whole each time that it
 * outgrows its place, and the extension host stands still meanwhile.
 */
export class RowIndex {
  readonly #maps = Array.from({ length: shards }, () => new Map<string, number>());

  set(openid: string, row: number): void {
    this.#mapOf(openid)?.set(openid, row);
  }

  get(openid: string): number | undefined {
    return this.#mapOf(openid)?.get(openid);
  }

  /** Openids of an account begin alike; their ends differ. */
  #mapOf(openid: string): Map<string, number> | undefined {
    const [last, before] = [openid.length - 1, openid.length - 2];
    // Neither exists of a text without letters.
    const mixed = (openid.charCodeAt(last) || 0) * 31 + (openid.charCodeAt(before) || 0);
    return this.#maps[mixed % shards];
  }
}
