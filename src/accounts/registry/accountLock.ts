import path from 'node:path';

import { errorCode, type FileLayer, remove, removeSurely } from '../../files';

/** No change of an account's file takes this long: a lock that is older was left by a window that was killed. */
const staleMs = 30_000;
const retryMs = 25;

/**
 * One window at a time reads an account's file and writes it back, so that a change is made to what is on disk now.
 * Nothing slow is done meanwhile: keychains are asked before or after.
 */
export class AccountLock {
  constructor(
    private readonly folder: string,
    private readonly disk: FileLayer,
    private readonly now: () => number,
  ) {}

  async hold<T>(appId: string, act: () => Promise<T>): Promise<T> {
    const file = path.join(this.folder, `${appId}.lock`);
    await this.disk.mkdir(this.folder);
    for (let waited = 0; !(await this.take(file)); waited += retryMs) {
      if (waited > staleMs || (await this.isStale(file))) await remove(this.disk, file);
      else await this.disk.pause(retryMs);
    }
    try {
      return await act();
    } finally {
      // A lock that stays is stale in a while; what was done under it is done.
      await removeSurely(this.disk, file);
    }
  }

  private async take(file: string): Promise<boolean> {
    try {
      const lock = await this.disk.open(file, 'wx');
      // It is there, whatever closing says.
      await lock.close().catch(() => undefined);
      return true;
    } catch (error) {
      if (errorCode(error) === 'EEXIST') return false;
      throw error;
    }
  }

  private async isStale(file: string): Promise<boolean> {
    const { mtimeMs } = await this.disk.stat(file).catch(() => ({ mtimeMs: Infinity }));
    return this.now() - mtimeMs > staleMs;
  }
}
