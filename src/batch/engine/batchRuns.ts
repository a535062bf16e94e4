import { type Batch } from '../batch';
import { type BatchLock } from '../journal/batchLock';
import { type BatchRun } from './batchRun';
import { type Changes } from '../changes';
import { type JournalFolder } from '../journal/journalFolder';
import { type JournalWriter } from '../journal/journalWriter';
import { type OpenBatches } from '../openBatches';
import { type OutcomeKind } from '../outcome';
import { type ProfileSource, type RunOptions } from './runBatch';
import { StoreError } from '../storeError';

export type StoredRunOptions = Omit<RunOptions, 'lang'>;

/** What runs share with the store that starts them. */
export interface RunGround {
  readonly folder: JournalFolder;
  readonly saved: OpenBatches;
  readonly inMemory: Map<string, Batch>;
  readonly changes: Changes;
}

/** A window in which nothing runs needs none of the code. */
async function completeBatch(run: BatchRun): Promise<void> {
  const part = await import('./batchRun');
  return part.completeBatch(run);
}

/** The runs of this window. A saved batch runs under its lock, and its journal is written as it goes. */
export class BatchRuns {
  readonly #running = new Map<string, Batch>();

  constructor(private readonly ground: RunGround) {}

  get(id: string): Batch | undefined {
    return this.#running.get(id);
  }

  all(): Batch[] {
    return [...this.#running.values()];
  }

  /** @throws {StoreError} see `BatchStore.run` */
  async run(
    batch: Batch,
    client: ProfileSource,
    again: readonly OutcomeKind[],
    options: StoredRunOptions,
  ): Promise<void> {
    const { inMemory, changes } = this.ground;
    if (this.#running.has(batch.id)) throw new StoreError('busy');
    this.#running.set(batch.id, batch);
    changes.notify();
    try {
      if (inMemory.has(batch.id)) await completeBatch({ batch, client, again, options });
      else await this.#runSaved(batch, client, again, options);
    } finally {
      this.#running.delete(batch.id);
      changes.notify();
    }
  }

  async #runSaved(
    batch: Batch,
    client: ProfileSource,
    again: readonly OutcomeKind[],
    options: StoredRunOptions,
  ) {
    const { folder, saved } = this.ground;
    const lock = await folder.lock(batch.id);
    try {
      await saved.catchUp(batch);
      const journal = await folder.append(batch.id);
      try {
        await completeBatch({ batch, client, again, journal, lost: lock.lost, options });
      } finally {
        await this.#settle(batch, journal, lock);
      }
    } finally {
      await lock.release();
    }
  }

  /** The last of the journal is written, or the batch stays in memory. */
  async #settle(batch: Batch, journal: JournalWriter, lock: BatchLock): Promise<void> {
    const { saved, inMemory } = this.ground;
    try {
      await journal.close();
      if (!lock.lost.aborted) await saved.keep(batch);
    } catch (error) {
      batch.detach(new StoreError('cannotWrite', error));
      inMemory.set(batch.id, batch);
    }
  }
}
