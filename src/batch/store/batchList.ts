import { type FileStat } from '../../files';
import { type Batch } from '../batch';
import { type BatchOrigin, type BatchProgress, progressOf } from '../batchFacts';
import { type JournalFolder } from '../journal/journalFolder';
import { type JournalSummary } from '../journal/journalSummary';
import { StoreError } from '../storeError';
import { type BatchObjects } from './batchObjects';
import { type Runs } from './runs';
import { type Verdicts } from './verdicts';

/** A batch in a list. It is `running` also if another window runs it. */
export type BatchEntry = BatchOrigin &
  BatchProgress & {
    /** Whether it ends with this window. */
    readonly isInMemory: boolean;
    /** Lines of its journal that cannot be read, where somebody has read it whole: their openids may be asked for anew. */
    readonly damaged?: number;
  };

/** A journal that cannot be read. It keeps people's profiles all the same, and can be removed. */
export interface UnreadableBatch {
  /** The name of its file. */
  readonly id: string;
  /** Absent where not even that can be read. */
  readonly appId?: string;
  readonly failure: StoreError;
}

interface Seen {
  readonly stat: FileStat;
  readonly found: JournalSummary | UnreadableBatch;
}

/** Lists batches by the heads and tails of their journals, which are read again only where a file has changed. */
export class BatchList {
  readonly #seen = new Map<string, Seen>();

  constructor(
    private readonly folder: JournalFolder,
    private readonly objects: BatchObjects,
    private readonly runs: Pick<Runs, 'has'>,
    private readonly verdicts: Verdicts,
    private readonly now: () => number,
  ) {}

  async all(): Promise<{ batches: BatchEntry[]; unreadable: UnreadableBatch[] }> {
    const inMemory = this.objects.inMemory();
    const entries: (BatchEntry | UnreadableBatch)[] = inMemory.map(batch => this.#entryOf(batch));
    const shown = new Set(inMemory.map(({ id }) => id));
    const [running, stats] = await Promise.all([this.folder.running(this.now()), this.folder.stats()]);
    for (const [id, stat] of stats) {
      if (shown.has(id)) continue;
      const entry = await this.#entry(id, stat, running.has(id));
      if (entry) entries.push(entry);
    }
    for (const id of this.#seen.keys()) if (!stats.has(id)) this.#seen.delete(id);
    return {
      batches: entries.filter(entry => 'state' in entry),
      unreadable: entries.filter(entry => 'failure' in entry),
    };
  }

  /**
   * One batch, at once however long it is. Undefined where there is none (any more).
   * @throws {StoreError} `damaged`, `tooNew` or `cannotRead`
   */
  async one(id: string): Promise<BatchEntry | undefined> {
    const here = this.objects.get(id);
    if (here?.isInMemory) return this.#entryOf(here);
    const stat = await this.folder.stat(id);
    const entry = stat && (await this.#entry(id, stat, await this.folder.isRunning(id, this.now())));
    if (entry && 'failure' in entry) throw entry.failure;
    return entry;
  }

  async #entry(
    id: string,
    stat: FileStat,
    isRunning: boolean,
  ): Promise<BatchEntry | UnreadableBatch | undefined> {
    const here = this.objects.get(id);
    // What runs here knows more than its file, which is written behind it.
    if (here && this.runs.has(id)) return this.#entryOf(here);
    const found = await this.#look(id, stat, isRunning);
    if (!found || 'failure' in found) return found;
    const { damaged = 0, progress = found.progress } = (await this.verdicts.of(id, stat)) ?? {};
    return {
      ...found.origin,
      ...progress,
      ...(isRunning && { state: 'running' }),
      isInMemory: false,
      ...(damaged > 0 && { damaged }),
    };
  }

  async #look(
    id: string,
    stat: FileStat,
    isRunning: boolean,
  ): Promise<JournalSummary | UnreadableBatch | undefined> {
    const seen = this.#seen.get(id);
    if (seen && seen.stat.size === stat.size && seen.stat.mtimeMs === stat.mtimeMs) return seen.found;
    try {
      const found = await this.folder.summary(id);
      // Its end is in the middle of being written.
      if (found.isVague && !isRunning) await this.objects.open(id);
      this.#seen.set(id, { stat, found });
      return found;
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      // Another window may remove one while they are listed.
      if (error.problem === 'gone') return undefined;
      const appId = await this.folder.owner(id);
      const found = { id, failure: error, ...(appId !== undefined && { appId }) };
      // What is refused now may be granted the next time.
      if (error.problem !== 'cannotRead') this.#seen.set(id, { stat, found });
      return found;
    }
  }

  #entryOf(batch: Batch): BatchEntry {
    const { id, appId, accountName, source, lang, startedAt, isInMemory } = batch;
    return {
      ...{ id, appId, accountName, source, lang, startedAt, isInMemory },
      ...progressOf(batch),
      // A run has begun before its batch knows: first it waits for the lock.
      ...(this.runs.has(id) && { state: 'running' }),
    };
  }
}
