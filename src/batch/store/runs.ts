import { type Batch } from '../batch';
import { progressOf } from '../batchFacts';
import { type Changes } from '../changes';
import { type ProfileSource } from '../engine/runBatch';
import { type Journal } from '../journal/journal';
import { type BatchLock } from '../journal/lock/batchLock';
import { type Outcome } from '../outcome';
import { StoreError } from '../storeError';
import { type BatchObjects } from './batchObjects';
import { type Run, type StoredRunOptions } from './completeRun';

/** A window in which nothing runs needs none of the code. */
async function completeRun(run: Run): Promise<void> {
  const part = await import('./completeRun');
  return part.completeRun(run);
}

/** Whatever changes batches in this window. A saved one is changed under its lock, and its journal is written as it goes. */
export class Runs {
  readonly #running = new Map<string, Batch>();

  constructor(
    private readonly objects: BatchObjects,
    private readonly changes: Changes,
  ) {}

  /** Also while it waits for its lock, or lets go of it. */
  has(id: string): boolean {
    return this.#running.has(id);
  }

  /** The one that began last at the end. */
  all(): Batch[] {
    return [...this.#running.values()];
  }

  /** @throws {StoreError} see `BatchStore.run` */
  async run(batch: Batch, client: ProfileSource, options: StoredRunOptions): Promise<void> {
    if (this.#running.has(batch.id)) throw new StoreError('busy');
    this.#running.set(batch.id, batch);
    this.changes.notify();
    try {
      await this.#change(batch, lost => completeRun({ batch, client, options, lost }));
    } finally {
      this.#running.delete(batch.id);
      this.changes.notify();
    }
  }

  /** @throws {StoreError} see `BatchStore.amend` */
  async amend(batch: Batch, outcome: Outcome, at: number): Promise<void> {
    const act = () => {
      batch.record([outcome], at);
      batch.journal?.note(progressOf(batch), { outcomes: [outcome], at });
    };
    // A run here notes it between its own answers.
    if (this.#running.has(batch.id) && batch.runsHere) act();
    else
      await this.#change(batch, () => {
        act();
        return Promise.resolve();
      });
    this.changes.notify();
  }

  async #change(batch: Batch, act: (lost?: AbortSignal) => Promise<void>): Promise<void> {
    const { journal } = batch;
    if (!journal) return act();
    const lock = await journal.lock();
    try {
      this.objects.hold(batch);
      await this.objects.catchUp(batch);
      await journal.begin();
      try {
        await act(lock.lost);
      } finally {
        await this.#settle(batch, journal, lock);
      }
    } finally {
      this.objects.rest(batch);
      await lock.release();
    }
  }

  /** The last of the journal is written, or the batch stays in memory. */
  async #settle(batch: Batch, journal: Journal, lock: BatchLock): Promise<void> {
    try {
      await journal.end();
    } catch (error) {
      if (!lock.lost.aborted) batch.detach(new StoreError('cannotWrite', error));
    }
  }
}
