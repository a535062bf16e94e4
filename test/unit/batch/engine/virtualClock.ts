import { setMaxListeners } from 'node:events';
import { setImmediate } from 'node:timers/promises';
import { type Sleep } from '../../../../src/batch';

interface Timer {
  readonly at: number;
  readonly ring: () => void;
}

/** A clock that goes on when nothing else is left to do. */
export class VirtualClock {
  #timers: Timer[] = [];

  constructor(private time = 0) {}

  readonly now = (): number => this.time;

  readonly sleep: Sleep = (milliseconds, signal) =>
    new Promise((resolve, reject) => {
      const abort = () => reject(signal.reason as Error);
      if (signal.aborted) {
        abort();
        return;
      }
      setMaxListeners(0, signal);
      signal.addEventListener('abort', abort, { once: true });
      const ring = () => {
        signal.removeEventListener('abort', abort);
        resolve();
      };
      this.#timers.push({ at: this.time + milliseconds, ring });
    });

  /** Lets time pass until the work is done. */
  async until<T>(work: Promise<T>): Promise<T> {
    let working = true;
    const end = () => void (working = false);
    work.then(end, end);
    while (working) {
      await setImmediate();
      const next = this.#timers.reduce<Timer | undefined>(
        (first, timer) => (first && first.at <= timer.at ? first : timer),
        undefined,
      );
      if (!next) continue;
      this.#timers = this.#timers.filter(timer => timer !== next);
      this.time = Math.max(this.time, next.at);
      next.ring();
    }
    return work;
  }
}
