import assert from 'node:assert/strict';
import { mock } from 'node:test';
import {
  BatchLock,
  isLocked,
  lockedIn,
  removeForsakenLocks,
} from '../../../../../src/batch/journal/lock/batchLock';
import { isProblem } from '../../scenario';
import { WatchedFiles } from '../watchedFiles';

const folder = '/batches';
const elsewhere = { host: 'elsewhere', pid: 1 };
/** Behind, and before, whatever name a lock may get. */
const [later, earlier] = ['/batches/b.z.lock', '/batches/b.!.lock'];

describe('a contest for a batch', () => {
  /** Files whose `pause` lets something happen instead of waiting. */
  class Contest extends WatchedFiles {
    readonly pauses: number[] = [];
    meanwhile: (pauses: number) => Promise<void> = () => Promise.resolve();

    /** The name of the file of a window that shows no sign of life. */
    silent: string | undefined;

    override async stat(file: string): ReturnType<WatchedFiles['stat']> {
      return {
        ...(await super.stat(file)),
        ...(this.silent !== undefined && file.endsWith(this.silent) && { mtimeMs: 0 }),
      };
    }

    override pause(milliseconds = 0): Promise<void> {
      this.pauses.push(milliseconds);
      return this.meanwhile(this.pauses.length);
    }

    async lock(path: string, holds: boolean, more: object = {}): Promise<void> {
      const file = await this.open(path, 'a');
      await file.truncate(0);
      await file.appendFile(JSON.stringify({ ...elsewhere, holds, ...more }));
      await file.close();
    }
  }

  let files: Contest;
  beforeEach(() => (files = new Contest()));

  const take = () => BatchLock.take(files, folder, 'b');
  const names = () => files.readdir(folder);

  it('is won where nobody else wants it, and the lock holds then', async () => {
    await files.lock('/batches/other.z.lock', true);
    await files.lock('/batches/b.c.z.lock', true);
    const lock = await take();
    const own = (await names()).find(name => /^b\.[\da-f-]+\.lock$/.test(name)) ?? assert.fail();
    const { holds } = JSON.parse(await files.readFile(`${folder}/${own}`)) as { holds: boolean };
    assert.deepEqual([holds, files.pauses], [true, []]);
    await lock.release();
    assert.deepEqual(await names(), ['other.z.lock', 'b.c.z.lock']);
  });

  it('is lost to one that holds the batch, and nothing is left of the loser', async () => {
    for (const path of [later, earlier]) {
      await files.lock(path, true);
      await assert.rejects(take(), isProblem('busy'));
      await files.unlink(path);
      assert.deepEqual([await names(), files.pauses], [[], []]);
    }
  });

  it('is lost at once to an earlier name that wants it too', async () => {
    await files.lock(earlier, false);
    await assert.rejects(take(), isProblem('busy'));
    assert.deepEqual([await names(), files.pauses], [['b.!.lock'], []]);
  });

  it('is won against a later name once that has withdrawn', async () => {
    await files.lock(later, false);
    files.meanwhile = async pauses => {
      if (pauses === 3) await files.unlink(later);
    };
    await (await take()).release();
    assert.deepEqual(files.pauses, [10, 10, 10]);
  });

  it('is lost to a later name that had looked before, and holds the batch after all', async () => {
    await files.lock(later, false);
    files.meanwhile = pauses => (pauses === 2 ? files.lock(later, true) : Promise.resolve());
    await assert.rejects(take(), isProblem('busy'));
    assert.equal(files.pauses.length, 2);
  });

  it('is lost to a later name that does not decide for two seconds', async () => {
    await files.lock(later, false);
    await assert.rejects(take(), isProblem('busy'));
    assert.equal(files.pauses.length, 200);
  });

  it('is won where a file is nobody’s any more, which goes if it can', async () => {
    for (const refused of [undefined, 'EIO']) {
      await files.lock(later, true);
      files.silent = 'b.z.lock';
      files.refuse = (operation, file) =>
        operation === 'unlink' && file.endsWith('z.lock') ? refused : undefined;
      const lock = await take();
      assert.equal((await names()).includes('b.z.lock'), refused !== undefined);
      await lock.release();
    }
  });

  it('ends with the refusal of the file system where no lock can be written, and leaves none', async () => {
    files.refuse = operation => (operation === 'append' ? 'ENOSPC' : undefined);
    await assert.rejects(take(), { code: 'ENOSPC' });
    files.refuse = operation => (operation === 'open r+' ? 'EIO' : undefined);
    await assert.rejects(take(), { code: 'EIO' });
    assert.deepEqual(await names(), []);
  });

  it('is lost where another window took this one for dead meanwhile, but not where there is no folder', async () => {
    files.refuse = operation => (operation === 'open r+' ? 'ENOENT' : undefined);
    await assert.rejects(take(), isProblem('busy'));
    files.refuse = () => 'ENOENT';
    await assert.rejects(take(), { code: 'ENOENT' });
  });

  it('leaves a winner that shows signs of life every five seconds, and knows when its file has gone', async () => {
    mock.timers.enable({ apis: ['setInterval'] });
    try {
      const lock = await take();
      const beat = async (milliseconds: number) => {
        files.writes.length = 0;
        mock.timers.tick(milliseconds);
        for (let turn = 0; turn < 10; turn++) await new Promise(setImmediate);
        return [files.writes.length, lock.lost.aborted];
      };
      assert.deepEqual(await beat(4_999), [0, false]);
      assert.deepEqual(await beat(1), [1, false]);
      files.refuse = () => 'ENOSPC';
      assert.deepEqual(await beat(5_000), [0, false], 'a full disk takes nothing over');
      files.refuse = () => 'ENOENT';
      assert.deepEqual(await beat(5_000), [0, true]);
      assert.ok(isProblem('takenOver')(lock.lost.reason));
      files.refuse = () => undefined;
      await lock.release();
      assert.deepEqual(await beat(50_000), [0, true]);
    } finally {
      mock.timers.reset();
    }
  });

  describe('as others see it', () => {
    const now = Date.now();

    it('is of a batch that some window holds or wants, and of no other', async () => {
      await files.lock('/batches/held.1.lock', true);
      await files.lock('/batches/wanted.1.lock', false);
      await files.lock('/batches/x.1.lock', true);
      assert.deepEqual([...(await lockedIn(files, folder, now))], ['held', 'wanted', 'x']);
      for (const [id, locked] of [
        ['held', true],
        ['wanted', true],
        ['h', false],
        ['none', false],
      ] as const)
        assert.equal(await isLocked(files, folder, id, now), locked, id);
      const late = Date.now() + 60_000;
      assert.deepEqual([...(await lockedIn(files, folder, late))], []);
      assert.equal(await isLocked(files, folder, 'held', late), false);
    });

    it('is over for locks that nobody wants, which are removed', async () => {
      await files.lock('/batches/a.1.lock', true);
      await removeForsakenLocks(files, folder, Date.now() + 6 * 86_400_000);
      assert.deepEqual(await names(), ['a.1.lock']);
      await removeForsakenLocks(files, folder, Date.now() + 8 * 86_400_000);
      assert.deepEqual(await names(), []);
    });

    it('is none where there is no folder', async () => {
      files.refuse = () => 'ENOENT';
      assert.deepEqual([...(await lockedIn(files, folder, now))], []);
      await removeForsakenLocks(files, folder, now);
      files.refuse = () => 'EIO';
      await assert.rejects(lockedIn(files, folder, now), { code: 'EIO' });
    });
  });
});
