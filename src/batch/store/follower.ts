import { type Batch } from '../batch';
import { type JournalFolder } from '../journal/journalFolder';
import { isProblem } from '../storeError';

/** Acts again and again, so many milliseconds after it was done each time, until disposed of. */
export type Every = (
  milliseconds: number,
  act: () => Promise<void>,
) => {
  /** Acts no more. */
  dispose(): void;
};

const glance = 2_000;

/** Follows the batches that other windows run: what they add to a journal is read here as long as somebody listens. */
export class Follower {
  readonly #followed = new Map<string, { dispose(): void }>();

  constructor(
    private readonly folder: JournalFolder,
    private readonly catchUp: (batch: Batch) => Promise<void>,
    private readonly now: () => number,
    private readonly every: Every = unheld,
  ) {}

  /** Looks once whether another window runs the batch, and goes on as long as one does. */
  async look(batch: Batch): Promise<void> {
    const { id } = batch;
    if (batch.runsHere || this.#followed.has(id)) return;
    if (!(await this.#isElsewhere(batch))) return;
    // The object goes when nobody looks at it any more.
    const seen = new WeakRef(batch);
    const timer = this.every(glance, async () => {
      const followed = seen.deref();
      if (!followed || !(await this.#glance(followed))) this.#end(id);
    });
    this.#followed.set(id, timer);
  }

  /** Follows nothing any more. */
  dispose(): void {
    for (const id of [...this.#followed.keys()]) this.#end(id);
  }

  /** False where there is nothing left to follow. */
  async #glance(batch: Batch): Promise<boolean> {
    if (batch.runsHere || batch.isInMemory) return false;
    // Whoever comes back to it opens it again, and what was added meanwhile is read then.
    if (!batch.isWatched) return true;
    try {
      return await this.#isElsewhere(batch);
    } catch (error) {
      if (isProblem(error, 'gone')) batch.runsElsewhere(false);
      return !isProblem(error, 'gone');
    }
  }

  /** First the lock, then the journal: what a run has noted is all there before it lets go of its lock. */
  async #isElsewhere(batch: Batch): Promise<boolean> {
    const isRunning = await this.folder.isRunning(batch.id, this.now());
    await this.catchUp(batch);
    if (!batch.runsHere) batch.runsElsewhere(isRunning);
    return isRunning;
  }

  #end(id: string): void {
    this.#followed.get(id)?.dispose();
    this.#followed.delete(id);
  }
}

/** A window that closes waits for nothing. */
function unheld(milliseconds: number, act: () => Promise<void>): { dispose(): void } {
  let isOver = false;
  let timer: NodeJS.Timeout | undefined;
  const plan = () => {
    if (isOver) return;
    timer = setTimeout(() => void act().finally(plan), milliseconds);
    timer.unref();
  };
  plan();
  return {
    dispose() {
      isOver = true;
      clearTimeout(timer);
    },
  };
}
