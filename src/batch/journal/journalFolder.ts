import { join } from 'node:path';
import { type FileLayer, type FileStat, patiently, removeTemporaries, unless } from '../../files';
import { attempt, StoreError } from '../storeError';
import { Journal } from './journal';
import { readOwner } from './journalHead';
import { type JournalSummary, readSummary } from './journalSummary';
import { isLocked, lockedIn, removeForsakenLocks } from './lock/batchLock';

/** A file that another window writes aside is touched all the time; this old, its window is gone. */
const forsakenAfter = 3_600_000;

/** The journals of all windows, one file a batch. Whatever the file system refuses becomes a `StoreError`. */
export class JournalFolder {
  constructor(
    readonly files: FileLayer,
    private readonly folder: string,
  ) {}

  /** The ids of all journals; none where the folder does not exist yet. */
  ids(): Promise<string[]> {
    return attempt('cannotRead', async () => {
      const names = await patiently(this.files, () => this.files.readdir(this.folder)).catch(
        unless('ENOENT', []),
      );
      return names.flatMap(name => /^([\w-]+)\.ndjson$/.exec(name)?.[1] ?? []);
    });
  }

  /** All journals with what their files tell of themselves, without a look into any. */
  async stats(): Promise<ReadonlyMap<string, FileStat>> {
    const stats = await Promise.all((await this.ids()).map(async id => [id, await this.stat(id)] as const));
    return new Map(stats.flatMap(([id, stat]) => (stat ? [[id, stat]] : [])));
  }

  /** Undefined where it has gone. */
  stat(id: string): Promise<FileStat | undefined> {
    return attempt('cannotRead', () =>
      patiently(this.files, () => this.files.stat(this.#path(id))).catch(unless('ENOENT', undefined)),
    );
  }

  /** The ids of the batches that some window runs, or is about to run. */
  running(now: number): Promise<ReadonlySet<string>> {
    return attempt('cannotRead', () => lockedIn(this.files, this.folder, now));
  }

  /** Whether some window runs it. A folder that cannot be listed runs nothing. */
  isRunning(id: string, now: number): Promise<boolean> {
    return isLocked(this.files, this.folder, id, now).catch(() => false);
  }

  journal(id: string): Journal {
    return new Journal(this.files, this.#path(id), id);
  }

  summary(id: string): Promise<JournalSummary> {
    return attempt('cannotRead', () => readSummary(this.files, this.#path(id), id));
  }

  /** The AppID in the head of a journal that is damaged or too new, where there still is one. */
  async owner(id: string): Promise<string | undefined> {
    try {
      const file = await this.files.open(this.#path(id), 'r');
      return await readOwner(file).finally(() => file.close());
    } catch {
      return undefined;
    }
  }

  /** Whether the list of a journal holds an openid. One that cannot be read holds none. */
  async holds(id: string, openid: string): Promise<boolean> {
    const { listHolds } = await import('./journalSearch');
    return listHolds(this.files, this.#path(id), openid).catch(() => false);
  }

  /**
   * Removes a journal that no window runs. Nothing is written for it, since it must go from a full disk too: where no
   * lock can be had, a look at the others' has to do.
   * @throws {StoreError} `busy`, `gone` or `cannotRemove`
   */
  async remove(id: string, now: number): Promise<void> {
    const journal = this.journal(id);
    const lock = await journal.lock().catch((error: unknown) => {
      if (error instanceof StoreError && error.problem !== 'cannotRun') throw error;
      return undefined;
    });
    if (!lock && (await this.isRunning(id, now))) throw new StoreError('busy');
    await journal.remove().finally(() => lock?.release());
  }

  /** Removes what windows that died in the middle of a run, or of writing a file, have left behind. */
  removeForsaken(now: number): Promise<void> {
    return attempt('cannotRemove', async () => {
      await removeForsakenLocks(this.files, this.folder, now);
      await removeTemporaries(this.files, this.folder, now - forsakenAfter);
    });
  }

  /** Ids come from webviews and command arguments too: they must not lead out of the folder. */
  #path(id: string): string {
    if (!/^[\w-]+$/.test(id)) throw new StoreError('gone');
    return join(this.folder, `${id}.ndjson`);
  }
}
