import { type ServerResponse } from 'node:http';

/** Holds the answers of one path back until a test lets them go, in the order in which the requests came. */
export interface Gate {
  /** Requests that wait now; those whose client went away do not count. */
  readonly waiting: number;
  /** Resolves once `count` requests wait. */
  arrived(count: number): Promise<void>;
  /** Lets the next `count` (default 1) go that wait now. */
  release(count?: number): void;
  /** Lets all go, those that come later too. */
  open(): void;
}

interface Watcher {
  readonly count: number;
  readonly resolve: () => void;
}

class ClosedGate implements Gate {
  readonly #held = new Set<() => void>();
  readonly #watchers = new Set<Watcher>();
  readonly #opened: () => void;

  constructor(opened: () => void) {
    this.#opened = opened;
  }

  get waiting(): number {
    return this.#held.size;
  }

  arrived(count: number): Promise<void> {
    if (this.waiting >= count) return Promise.resolve();
    return new Promise(resolve => this.#watchers.add({ count, resolve }));
  }

  release(count = 1): void {
    for (const letGo of [...this.#held].slice(0, count)) letGo();
  }

  open(): void {
    this.#opened();
    this.release(this.waiting);
  }

  /** Resolves when the answer may go on, or when its client is gone. */
  wait(response: ServerResponse): Promise<void> {
    if (response.closed) return Promise.resolve();
    return new Promise(resolve => {
      const letGo = (): void => {
        this.#held.delete(letGo);
        resolve();
      };
      response.once('close', letGo);
      this.#held.add(letGo);
      for (const watcher of this.#watchers) {
        if (this.waiting < watcher.count) continue;
        this.#watchers.delete(watcher);
        watcher.resolve();
      }
    });
  }
}

export class Gates {
  readonly #closed = new Map<string, ClosedGate>();

  /** The gate of a path, closed from now on; a path has one gate at a time. */
  close(path: string): Gate {
    const existing = this.#closed.get(path);
    if (existing) return existing;
    const gate: ClosedGate = new ClosedGate(() => this.#closed.delete(path));
    this.#closed.set(path, gate);
    return gate;
  }

  /** Undefined where nothing holds the path. */
  at(path: string): ClosedGate | undefined {
    return this.#closed.get(path);
  }
}
