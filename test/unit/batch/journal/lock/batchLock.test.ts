import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdir, readdir, stat, unlink, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { BatchLock } from '../../../../../src/batch/journal/lock/batchLock';
import { type FileLayer, nodeFiles } from '../../../../../src/files';
import { StoreError } from '../../../../../src/batch';
import { withFolder } from '../../scenario';

describe('BatchLock', () => {
  function withLockFolder(act: (folder: string) => Promise<void>): Promise<void> {
    return withFolder(async folder => {
      await mkdir(folder);
      await act(folder);
    });
  }

  /** A lock file as another window leaves it. */
  async function leaveLock(folder: string, text: string, age = 0): Promise<void> {
    const path = join(folder, 'b.left.lock');
    await writeFile(path, text);
    const time = new Date(Date.now() - age);
    await utimes(path, time, time);
  }

  /** Nobody waits for long. */
  const hasty: FileLayer = { ...nodeFiles, pause: () => nodeFiles.pause(0) };
  const busy = (error: unknown) => error instanceof StoreError && error.problem === 'busy';

  it('is held by one at a time, batch by batch', () =>
    withLockFolder(async folder => {
      const first = await BatchLock.take(nodeFiles, folder, 'b');
      await assert.rejects(BatchLock.take(nodeFiles, folder, 'b'), busy);
      const other = await BatchLock.take(nodeFiles, folder, 'b.c');
      await first.release();
      const second = await BatchLock.take(nodeFiles, folder, 'b');
      await Promise.all([second.release(), other.release()]);
      assert.deepEqual(await readdir(folder), []);
    }));

  it('is never held by two, however many try at the same time', () =>
    withLockFolder(async folder => {
      for (let round = 0; round < 20; round++) {
        const results = await Promise.allSettled(
          Array.from({ length: 5 }, () => BatchLock.take(nodeFiles, folder, 'b')),
        );
        const taken = results.flatMap(result => (result.status === 'fulfilled' ? [result.value] : []));
        assert.ok(taken.length <= 1, `${taken.length} hold it`);
        await Promise.all(taken.map(lock => lock.release()));
      }
      assert.deepEqual(await readdir(folder), []);
    }));

  it('of a process of this machine that has ended is free at once', () =>
    withLockFolder(async folder => {
      const { pid } = spawnSync(process.execPath, ['--version']);
      await leaveLock(folder, JSON.stringify({ host: hostname(), pid }));
      const lock = await BatchLock.take(nodeFiles, folder, 'b');
      await lock.release();
      assert.deepEqual(await readdir(folder), []);
    }));

  it('of another machine is respected as long as it shows signs of life, which is less than a minute', () =>
    withLockFolder(async folder => {
      await leaveLock(folder, JSON.stringify({ host: 'elsewhere', pid: 1 }), 10_000);
      await assert.rejects(BatchLock.take(hasty, folder, 'b'), busy);
      await leaveLock(folder, JSON.stringify({ host: 'elsewhere', pid: 1 }), 59_000);
      await (await BatchLock.take(hasty, folder, 'b')).release();
    }));

  it('of a process id that is in use again is free when it shows no sign of life', () =>
    withLockFolder(async folder => {
      await leaveLock(folder, JSON.stringify({ host: hostname(), pid: process.pid }), 59_000);
      await (await BatchLock.take(hasty, folder, 'b')).release();
    }));

  it('that cannot be read is respected: it may be just being written', () =>
    withLockFolder(async folder => {
      await leaveLock(folder, '');
      await assert.rejects(BatchLock.take(hasty, folder, 'b'), busy);
    }));

  it('tells its holder that another window took it over', () =>
    withLockFolder(async folder => {
      const lock = await BatchLock.take(nodeFiles, folder, 'b', 1);
      const [name = ''] = await readdir(folder);
      await unlink(join(folder, name));
      if (!lock.lost.aborted) await new Promise(resolve => lock.lost.addEventListener('abort', resolve));
      assert.ok(lock.lost.reason instanceof StoreError);
      assert.equal(lock.lost.reason.problem, 'takenOver');
      await lock.release();
    }));

  it('shows signs of life', () =>
    withLockFolder(async folder => {
      const lock = await BatchLock.take(nodeFiles, folder, 'b', 1);
      const [name = ''] = await readdir(folder);
      const path = join(folder, name);
      await utimes(path, new Date(0), new Date(0));
      while ((await stat(path)).mtimeMs === 0);
      await lock.release();
    }));
});
