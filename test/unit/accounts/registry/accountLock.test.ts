import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { AccountLock } from '../../../../src/accounts/registry/accountLock';
import { type FileLayer, nodeFiles } from '../../../../src/files';

const staleMs = 30_000;

describe('AccountLock', () => {
  let folder: string;
  let now: number;
  let pauses: number[];

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'lens-lock-'));
    now = Date.now();
    pauses = [];
  });
  afterEach(() => rm(folder, { recursive: true }));

  const lock = (disk: Partial<FileLayer> = {}) =>
    new AccountLock(
      folder,
      {
        ...nodeFiles,
        pause: milliseconds => {
          pauses.push(milliseconds);
          return Promise.resolve();
        },
        ...disk,
      },
      () => now,
    );
  const file = () => path.join(folder, 'wxA.lock');
  const left = async (age: number) => {
    await writeFile(file(), '');
    await utimes(file(), (now - age) / 1000, (now - age) / 1000);
  };

  it('is held by one at a time, and gone behind an act that failed', async () => {
    let inside = 0;
    let most = 0;
    const act = async () => {
      most = Math.max(most, ++inside);
      await new Promise(setImmediate);
      inside--;
    };
    await Promise.all([lock().hold('wxA', act), lock().hold('wxA', act), lock().hold('wxA', act)]);
    assert.equal(most, 1);
    await assert.rejects(
      lock().hold('wxA', () => Promise.reject(new Error('no'))),
      /no/,
    );
    assert.deepEqual(await readdir(folder), []);
  });

  it('lets changes of another account go on', async () => {
    const done = await lock().hold('wxA', () => lock().hold('wxB', () => Promise.resolve('both')));
    assert.deepEqual([done, pauses], ['both', []]);
  });

  it('waits for a lock of half a minute, and takes one that is older: its window was killed', async () => {
    await left(staleMs - 1000);
    const waiting = lock({
      pause: milliseconds => {
        pauses.push(milliseconds);
        // By the clock of the system the other window is gone now.
        if (pauses.length === 3) now += 2000;
        return Promise.resolve();
      },
    });
    assert.equal(await waiting.hold('wxA', () => Promise.resolve('mine')), 'mine');
    assert.deepEqual(pauses, [25, 25, 25]);
  });

  it('takes at once what was left long ago', async () => {
    await left(staleMs + 1000);
    await lock().hold('wxA', () => Promise.resolve());
    assert.deepEqual(pauses, []);
  });

  it('does not wait for ever where a clock runs backwards', async () => {
    await left(-10 * staleMs);
    await lock().hold('wxA', () => Promise.resolve());
    const waited = pauses.reduce((sum, pause) => sum + pause, 0);
    assert.ok(waited > staleMs && waited <= staleMs + 100, String(waited));
  });

  it('waits, rather than take it, where nobody can say how old a lock is', async () => {
    await left(10 * staleMs);
    let asked = 0;
    const odd = lock({ stat: () => Promise.reject(new Error(`EIO ${++asked}`)) });
    await odd.hold('wxA', () => Promise.resolve());
    assert.ok(asked > 1000, String(asked));
  });

  it('is held though the file does not close, and does nothing where none can be made', async () => {
    const open: FileLayer['open'] = async (name, flags) => {
      const made = await nodeFiles.open(name, flags);
      return Object.assign(made, {
        close: () => Promise.reject(new Error('EIO')),
      });
    };
    assert.equal(await lock({ open }).hold('wxA', () => Promise.resolve('done')), 'done');
    const full = lock({ open: () => Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' })) });
    await assert.rejects(
      full.hold('wxA', () => assert.fail('held')),
      { code: 'ENOSPC' },
    );
  });
});
