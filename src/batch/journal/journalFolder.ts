import { mkdir, readdir, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { type Batch } from '../batch';
import { BatchLock } from './batchLock';
import {
  type JournalContent,
  type JournalSummary,
  readJournal,
  readJournalSummary,
  readOwner,
} from './journalReader';
import { createJournal, JournalWriter } from './journalWriter';
import { isForsaken, isHeld, lockFiles } from './lockFile';
import { errorCode, unless } from '../../files';
import { StoreError, type StoreProblem } from '../storeError';

/** Tells whether a file has changed since. */
export type FileStamp = string;

/** The journals of all windows, one file a batch. Whatever the file system refuses becomes a `StoreError`. */
export class JournalFolder {
  constructor(private readonly folder: string) {}

  /** The ids of all journals; none where the folder does not exist yet. */
  ids(): Promise<string[]> {
    return this.#attempt('cannotRead', async () => {
      const names = await readdir(this.folder).catch(unless('ENOENT', []));
      return names.flatMap(name => /^([\w-]+)\.ndjson$/.exec(name)?.[1] ?? []);
    });
  }

  /** The ids of the batches that some window runs. */
  running(now: number): Promise<ReadonlySet<string>> {
    return this.#attempt('cannotRead', async () => {
      const held = new Set<string>();
      for (const { batchId, path } of await lockFiles(this.folder).catch(unless('ENOENT', []))) {
        if (await isHeld(path, now)) held.add(batchId);
      }
      return held;
    });
  }

  /** Removes what windows that died in the middle of a run have left behind. */
  removeForsakenLocks(now: number): Promise<void> {
    return this.#attempt('cannotWrite', async () => {
      for (const { path } of await lockFiles(this.folder).catch(unless('ENOENT', []))) {
        if (await isForsaken(path, now)) await unlink(path).catch(unless('ENOENT', undefined));
      }
    });
  }

  create(batch: Batch): Promise<void> {
    return this.#attempt('cannotWrite', async () => {
      await mkdir(this.folder, { recursive: true, mode: 0o700 });
      await createJournal(this.#path(batch.id), batch);
    });
  }

  read(id: string): Promise<JournalContent> {
    return this.#attempt('cannotRead', () => readJournal(this.#path(id)));
  }

  summary(id: string): Promise<JournalSummary> {
    return this.#attempt('cannotRead', () => readJournalSummary(this.#path(id)));
  }

  /** The AppID in the head of a journal that is damaged or too new, where there still is one. */
  owner(id: string): Promise<string | undefined> {
    return readOwner(this.#path(id)).catch(() => undefined);
  }

  /** Whether the list of a journal holds an openid. One that cannot be read holds none. */
  async holds(id: string, openid: string): Promise<boolean> {
    const { listHolds } = await import('./journalSearch');
    return listHolds(this.#path(id), openid).catch(() => false);
  }

  stamp(id: string): Promise<FileStamp> {
    return this.#attempt('cannotRead', async () => {
      const { size, mtimeMs } = await stat(this.#path(id));
      return `${size} ${mtimeMs}`;
    });
  }

  /** Unix milliseconds of the last write. */
  changedAt(id: string): Promise<number> {
    return this.#attempt('cannotRead', async () => (await stat(this.#path(id))).mtimeMs);
  }

  lock(id: string): Promise<BatchLock> {
    return this.#attempt('cannotWrite', () => BatchLock.take(this.folder, id));
  }

  append(id: string): Promise<JournalWriter> {
    return this.#attempt('cannotWrite', () => JournalWriter.open(this.#path(id)));
  }

  remove(id: string): Promise<void> {
    return this.#attempt('cannotWrite', () => unlink(this.#path(id)));
  }

  /** Ids come from webviews and command arguments too: they must not lead out of the folder. */
  #path(id: string): string {
    if (!/^[\w-]+$/.test(id)) throw new StoreError('gone');
    return join(this.folder, `${id}.ndjson`);
  }

  async #attempt<T>(problem: StoreProblem, act: () => Promise<T>): Promise<T> {
    try {
      return await act();
    } catch (error) {
      const code = errorCode(error);
      if (code === undefined || error instanceof StoreError) throw error;
      throw new StoreError(code === 'ENOENT' ? 'gone' : problem, error);
    }
  }
}
