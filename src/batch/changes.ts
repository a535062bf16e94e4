export type Listener<T = void> = (what: T) => void;

export interface Subscription {
  dispose(): void;
}

/** Tells listeners that something changed; most look for themselves what it is, as often as suits them. */
export class Changes<T = void> {
  readonly #listeners = new Set<Listener<T>>();

  get areHeard(): boolean {
    return this.#listeners.size > 0;
  }

  subscribe(listener: Listener<T>): Subscription {
    // A function of its own for each subscription: the same listener may subscribe twice and dispose once.
    const entry = (what: T) => listener(what);
    this.#listeners.add(entry);
    return { dispose: () => void this.#listeners.delete(entry) };
  }

  notify(what: T): void {
    for (const listener of [...this.#listeners]) listener(what);
  }
}
