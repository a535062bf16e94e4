import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { hostname } from 'node:os';
import {
  isForsaken,
  lockFiles,
  lockState,
  writeLockFile,
} from '../../../../../src/batch/journal/lock/lockFile';
import { type MemoryFiles } from '../../../../../src/files';
import { WatchedFiles } from '../watchedFiles';

const path = '/batches/b.1.lock';
const silence = 30_000;
const week = 7 * 86_400_000;

/** A window of another machine, of which nothing is known. */
const elsewhere = { host: 'elsewhere', pid: 1 };

describe('a lock file', () => {
  /** Written at the time 0. */
  class OldFiles extends WatchedFiles {
    override async stat(file: string): ReturnType<MemoryFiles['stat']> {
      return { ...(await super.stat(file)), mtimeMs: 0 };
    }
  }

  async function withLock(content: unknown): Promise<OldFiles> {
    const files = new OldFiles();
    const file = await files.open(path, 'wx');
    await file.appendFile(typeof content === 'string' ? content : JSON.stringify(content));
    await file.close();
    return files;
  }

  const state = async (content: unknown, now = 0) => lockState(await withLock(content), path, now);

  it('says whose it is and whether it holds, in a text of one length', async () => {
    for (const holds of [false, true]) {
      const files = new WatchedFiles();
      await writeLockFile(files, path, 'wx', holds);
      const text = await files.readFile(path);
      assert.deepEqual(JSON.parse(text), { host: hostname(), pid: process.pid, holds });
      assert.deepEqual([text.length, files.opened], [400, 0]);
      assert.equal(await lockState(files, path, Date.now()), holds ? 'held' : 'wanted');
    }
  });

  it('is made once, and renewed where it is still there', async () => {
    const files = new WatchedFiles();
    await assert.rejects(writeLockFile(files, path, 'r+', true), { code: 'ENOENT' });
    await writeLockFile(files, path, 'wx', true);
    await assert.rejects(writeLockFile(files, path, 'wx', true), { code: 'EEXIST' });
    await writeLockFile(files, path, 'r+', true);
    assert.equal(files.opened, 0);
  });

  it('is closed also where it cannot be written, and waits for a scanner', async () => {
    const files = new WatchedFiles();
    files.refuse = operation => (operation === 'append' ? 'ENOSPC' : undefined);
    await assert.rejects(writeLockFile(files, path, 'wx', true), { code: 'ENOSPC' });
    assert.equal(files.opened, 0);
    let times = 0;
    files.refuse = () => (times++ === 0 ? 'EBUSY' : undefined);
    await writeLockFile(files, path, 'r+', true);
  });

  it('is found by its name, which tells the batch', async () => {
    const files = new WatchedFiles();
    for (const name of ['b.1-2.lock', 'b.c.3.lock', 'b.lock', 'b.1.lock.bak', 'b.ndjson', '.lock', 'x..lock'])
      await (await files.open(`/batches/${name}`, 'wx')).close();
    assert.deepEqual(
      (await lockFiles(files, '/batches')).map(lock => [lock.batchId, lock.path.replaceAll('\\', '/')]),
      [
        ['b', '/batches/b.1-2.lock'],
        ['b.c', '/batches/b.c.3.lock'],
      ],
    );
  });

  it('is held by its window for 30 s after its last sign of life', async () => {
    assert.equal(await state({ ...elsewhere, holds: true }), 'held');
    assert.equal(await state({ ...elsewhere, holds: true }, silence), 'held');
    assert.equal(await state({ ...elsewhere, holds: true }, silence + 1), 'free');
    assert.equal(await state({ ...elsewhere, holds: true }, -week), 'held', 'clocks differ');
  });

  it('is wanted by a window that still looks for others, or has not said yet', async () => {
    for (const content of [
      { ...elsewhere, holds: false },
      elsewhere,
      '',
      '{"host":',
      { pid: 1, holds: true },
      '7',
    ])
      assert.equal(await state(content), 'wanted', JSON.stringify(content));
    assert.equal(await state('', silence + 1), 'free');
  });

  it('is nobody’s where its process has ended, or where it has gone', async () => {
    const { pid } = spawnSync(process.execPath, ['--version']);
    assert.equal(await state({ host: hostname(), pid, holds: true }), 'free');
    assert.equal(await lockState(new WatchedFiles(), path, 0), 'free');
  });

  it('cannot be judged where it cannot be read', async () => {
    const files = await withLock(elsewhere);
    files.refuse = () => 'EIO';
    await assert.rejects(lockState(files, path, 0), { code: 'EIO' });
    await assert.rejects(isForsaken(files, path, 0), { code: 'EIO' });
    let times = 0;
    files.refuse = () => (times++ === 0 ? 'EBUSY' : undefined);
    assert.equal(await lockState(files, path, 0), 'wanted', 'a scanner lets go of it');
  });

  it('is forsaken after a week of silence, or with the end of its process', async () => {
    const forsaken = async (content: unknown, now: number) => isForsaken(await withLock(content), path, now);
    assert.equal(await forsaken(elsewhere, week), false);
    assert.equal(await forsaken(elsewhere, week + 1), true);
    assert.equal(await forsaken('', week), false);
    const { pid } = spawnSync(process.execPath, ['--version']);
    assert.equal(await forsaken({ host: hostname(), pid }, 0), true);
    assert.equal(await isForsaken(new WatchedFiles(), path, week + 1), false, 'it has gone');
  });
});
