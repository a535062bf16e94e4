/** The place of one call among those that may be in flight at a time. */
export interface Slot {
  /** The call goes out, for the first time or again. */
  readonly take: () => void;
  /** Its answer has arrived and waits to be read: the next call may go out. */
  readonly free: () => void;
}

export type Landing<T> =
  { readonly value: T; readonly slot: Slot } | { readonly error: unknown; readonly slot: Slot };

/**
 * Calls in flight, at most `most` at a time; only one whose answer could not be read goes out again beside them. New
 * ones go out only while somebody takes what lands, and never so many that more than `most` others have arrived and
 * were not taken.
 */
export class Flights<T> {
  /** Calls that nobody has taken yet. */
  #open = 0;
  readonly #inFlight = new Set<Slot>();
  readonly #landings: Landing<T>[] = [];
  #wake: (() => void) | undefined;

  constructor(
    private readonly most: number,
    /** The next call to make, `undefined` where there is none now. */
    private readonly depart: () => ((slot: Slot) => Promise<T>) | undefined,
  ) {}

  /** Makes as many calls as may be in flight. */
  launch(): void {
    while (this.#inFlight.size < this.most && this.#open < 2 * this.most) {
      const call = this.depart();
      if (!call) return;
      const slot: Slot = {
        take: () => this.#inFlight.add(slot),
        free: () => {
          this.#inFlight.delete(slot);
          if (this.#wake) this.launch();
        },
      };
      slot.take();
      this.#open++;
      call(slot).then(
        value => this.#land({ value, slot }),
        (error: unknown) => this.#land({ error, slot }),
      );
    }
  }

  /** The next call that has come to its end; `undefined` when none is left. */
  async landed(): Promise<Landing<T> | undefined> {
    this.launch();
    if (this.#open === 0) return undefined;
    if (this.#landings.length === 0) await new Promise<void>(resolve => (this.#wake = resolve));
    const landing = this.#landings.shift();
    if (landing) {
      this.#open--;
      this.#inFlight.delete(landing.slot);
    }
    return landing;
  }

  #land(landing: Landing<T>): void {
    this.#landings.push(landing);
    this.#wake?.();
    this.#wake = undefined;
  }
}
