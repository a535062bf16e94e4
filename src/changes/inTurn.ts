/** Lets one act happen after the other, by key. */
export class InTurn {
  readonly #last = new Map<string, Promise<unknown>>();

  /** Acts once all acts of the same key that came before are over, whatever became of them. */
  async act<T>(key: string, act: () => Promise<T>): Promise<T> {
    const before = this.#last.get(key) ?? Promise.resolve();
    const mine = before.then(act, act);
    this.#last.set(key, mine);
    try {
      return await mine;
    } finally {
      if (this.#last.get(key) === mine) this.#last.delete(key);
    }
  }
}
