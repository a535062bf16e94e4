import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { errorCode, type FileLayer, patiently, remove, removeSurely, unless } from '../../../files';
import { StoreError } from '../../storeError';
import { isForsaken, lockFiles, lockState, writeLockFile } from './lockFile';

/** Milliseconds for which a window waits for another one that wants the same to hold it or to withdraw. */
const indecision = 2_000;
const glance = 10;

/**
 * Keeps two windows from running the same batch, also from two machines that share a home folder.
 *
 * Every contender writes a lock file of its own first and looks for others then. One whose window holds the batch
 * refuses it. Of two that only want it, at least one sees the other: the one whose file has the later name withdraws,
 * the other waits until it has done so, or holds the batch after all because it had looked before. So exactly one gets
 * it, and a dead window's file can be removed without the risk of removing a living one's.
 */
export class BatchLock {
  readonly #lost = new AbortController();
  readonly #timer: NodeJS.Timeout;

  private constructor(
    private readonly files: FileLayer,
    private readonly path: string,
    heartbeat: number,
  ) {
    this.#timer = setInterval(() => void this.#beat(), heartbeat);
    this.#timer.unref();
  }

  /**
   * @param heartbeat milliseconds between signs of life, well below the 30 s after which a window is taken for dead
   * @throws {StoreError} `busy`; or the file system's error where the lock cannot be written, and then there is none
   */
  static async take(
    files: FileLayer,
    folder: string,
    batchId: string,
    heartbeat = 5_000,
  ): Promise<BatchLock> {
    const path = join(folder, `${batchId}.${randomUUID()}.lock`);
    try {
      await writeLockFile(files, path, 'wx', false);
      await withdrawTheOthers(files, folder, batchId, path);
      await writeLockFile(files, path, 'r+', true);
      return new BatchLock(files, path, heartbeat);
    } catch (error) {
      await removeSurely(files, path);
      // Another window took this one for dead while it was at it, and went first.
      if (errorCode(error) === 'ENOENT' && (await isThere(files, folder))) throw new StoreError('busy');
      throw error;
    }
  }

  /** Aborts with `takenOver` once another window took this one for dead, after a long sleep for instance. */
  get lost(): AbortSignal {
    return this.#lost.signal;
  }

  /** Lets other windows run the batch. */
  async release(): Promise<void> {
    clearInterval(this.#timer);
    await removeSurely(this.files, this.path);
  }

  /** Only the file's absence tells of a takeover; a full disk does not. */
  async #beat(): Promise<void> {
    try {
      await writeLockFile(this.files, this.path, 'r+', true);
    } catch (error) {
      if (errorCode(error) === 'ENOENT') this.#lost.abort(new StoreError('takenOver'));
    }
  }
}

/** Whether some window runs the batch, or is about to. */
export async function isLocked(
  files: FileLayer,
  folder: string,
  batchId: string,
  now: number,
): Promise<boolean> {
  for (const lock of await lockFiles(files, folder)) {
    if (lock.batchId === batchId && (await lockState(files, lock.path, now)) !== 'free') return true;
  }
  return false;
}

/** What of a folder some window holds, or is about to. None where there is no such folder. */
export async function lockedIn(files: FileLayer, folder: string, now: number): Promise<ReadonlySet<string>> {
  const held = new Set<string>();
  for (const { batchId, path } of await locksOf(files, folder)) {
    if ((await lockState(files, path, now)) !== 'free') held.add(batchId);
  }
  return held;
}

/** Removes the locks that dead windows have left in a folder. */
export async function removeForsakenLocks(files: FileLayer, folder: string, now: number): Promise<void> {
  for (const { path } of await locksOf(files, folder)) {
    if (await isForsaken(files, path, now)) await remove(files, path);
  }
}

async function locksOf(files: FileLayer, folder: string) {
  return patiently(files, () => lockFiles(files, folder)).catch(unless('ENOENT', []));
}

/** @throws {StoreError} `busy` where another window goes first */
async function withdrawTheOthers(
  files: FileLayer,
  folder: string,
  batchId: string,
  own: string,
): Promise<void> {
  // The time of the file just written is the folder's own: the clock of another machine may differ from ours.
  const { mtimeMs } = await files.stat(own);
  for (const { batchId: other, path } of await lockFiles(files, folder)) {
    if (other !== batchId || path === own) continue;
    let state = await lockState(files, path, mtimeMs);
    for (let waited = 0; state === 'wanted' && own < path && waited < indecision; waited += glance) {
      await files.pause(glance);
      state = await lockState(files, path, mtimeMs);
    }
    if (state !== 'free') throw new StoreError('busy');
    await remove(files, path).catch(() => undefined);
  }
}

async function isThere(files: FileLayer, folder: string): Promise<boolean> {
  return files.readdir(folder).then(
    () => true,
    () => false,
  );
}
