import { randomUUID } from 'node:crypto';
import { stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { isHeld, lockFiles, writeLockFile } from './lockFile';
import { errorCode } from '../../files';
import { StoreError } from '../storeError';

/**
 * Keeps two windows from running the same batch, also from two machines that share a home folder.
 *
 * Every contender writes a lock file of its own first and looks for others then. Of two that come at the same
 * time at least one sees the other and withdraws, and a dead window's file can be removed without the risk of
 * removing a living one's.
 */
export class BatchLock {
  readonly #lost = new AbortController();
  readonly #timer: NodeJS.Timeout;

  private constructor(
    private readonly path: string,
    heartbeat: number,
  ) {
    this.#timer = setInterval(() => void this.#beat(), heartbeat);
    this.#timer.unref();
  }

  /**
   * @param heartbeat milliseconds between signs of life, well below the 30 s after which a window is taken for dead
   * @throws {StoreError} `busy`; or the file system's error where the lock cannot be written
   */
  static async take(folder: string, batchId: string, heartbeat = 5_000): Promise<BatchLock> {
    const path = join(folder, `${batchId}.${randomUUID()}.lock`);
    await writeLockFile(path, 'wx');
    const lock = new BatchLock(path, heartbeat);
    try {
      // The time of the file just written is the folder's own: the clock of another machine may differ from ours.
      const { mtimeMs } = await stat(path);
      for (const other of await lockFiles(folder)) {
        if (other.batchId !== batchId || other.path === path) continue;
        if (await isHeld(other.path, mtimeMs)) throw new StoreError('busy');
        await unlink(other.path).catch(() => undefined);
      }
      return lock;
    } catch (error) {
      await lock.release();
      throw error;
    }
  }

  /** Aborts with `takenOver` once another window took this one for dead, after a long sleep for instance. */
  get lost(): AbortSignal {
    return this.#lost.signal;
  }

  async release(): Promise<void> {
    clearInterval(this.#timer);
    await unlink(this.path).catch(() => undefined);
  }

  /** Only the file's absence tells of a takeover; a full disk does not. */
  async #beat(): Promise<void> {
    try {
      await writeLockFile(this.path, 'r+');
    } catch (error) {
      if (errorCode(error) === 'ENOENT') this.#lost.abort(new StoreError('takenOver'));
    }
  }
}
