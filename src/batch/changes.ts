export type Listener = () => void;

export interface Subscription {
  dispose(): void;
}

/** Tells listeners that something changed, not what: they look for themselves, as often as suits them. */
export class Changes {
  readonly #listeners = new Set<Listener>();

  get areHeard(): boolean {
    return this.#listeners.size > 0;
  }

  subscribe(listener: Listener): Subscription {
    // A function of its own for each subscription: the same listener may subscribe twice and dispose once.
    const entry = () => listener();
    this.#listeners.add(entry);
    return { dispose: () => void this.#listeners.delete(entry) };
  }

  notify(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}
