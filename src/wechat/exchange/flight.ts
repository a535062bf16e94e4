import { onAbort } from './abort';

/**
 * One piece of work that any number of callers wait for. A caller who aborts leaves alone; when the last one
 * has left, the work is aborted too.
 */
export class Flight<T> {
  private readonly controller = new AbortController();
  private readonly result: Promise<T>;
  private waiting = 0;

  constructor(work: (signal: AbortSignal) => Promise<T>) {
    this.result = work(this.controller.signal);
    // Whoever still waits is told through join(); with nobody left, a failure concerns nobody.
    this.result.catch(() => {});
  }

  /** Everybody left before the end: the work is being aborted and can no longer be joined. */
  get abandoned(): boolean {
    return this.controller.signal.aborted;
  }

  /** @throws what the work throws, or `signal.reason` at once when the caller aborts. */
  async join(signal?: AbortSignal): Promise<T> {
    signal?.throwIfAborted();
    this.waiting++;
    let stopListening = () => {};
    const gone = new Promise<undefined>(resolve => {
      stopListening = onAbort(signal, () => resolve(undefined));
    });
    try {
      await Promise.race([this.result, gone]);
      signal?.throwIfAborted();
      return await this.result;
    } finally {
      stopListening();
      this.waiting--;
      if (this.waiting === 0) this.controller.abort();
    }
  }
}
