export type Landing<T> = { readonly value: T } | { readonly error: unknown };

/** Calls in flight, at most so many at a time. New ones go out only while somebody takes what lands. */
export class Flights<T> {
  /** Calls that nobody has taken yet. */
  #open = 0;
  readonly #landings: Landing<T>[] = [];
  #wake: (() => void) | undefined;

  constructor(
    private readonly most: () => number,
    /** The next call to make, `undefined` where there is none now. */
    private readonly depart: () => Promise<T> | undefined,
  ) {}

  /** Makes as many calls as may be in flight. */
  launch(): void {
    while (this.#open < this.most()) {
      const call = this.depart();
      if (!call) return;
      this.#open++;
      call.then(
        value => this.#land({ value }),
        (error: unknown) => this.#land({ error }),
      );
    }
  }

  /** The next call that has come to its end; `undefined` when none is left. */
  async landed(): Promise<Landing<T> | undefined> {
    this.launch();
    if (this.#open === 0) return undefined;
    if (this.#landings.length === 0) await new Promise<void>(resolve => (this.#wake = resolve));
    this.#open--;
    return this.#landings.shift();
  }

  #land(landing: Landing<T>): void {
    this.#landings.push(landing);
    this.#wake?.();
    this.#wake = undefined;
  }
}
