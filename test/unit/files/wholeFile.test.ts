import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  type FileLayer,
  keepWhole,
  nodeFiles,
  patiently,
  removeTemporaries,
  writeWhole,
} from '../../../src/files';

/** The system's error of this code. */
function refusal(code: string): Error {
  return Object.assign(new Error(code), { code });
}

describe('writing a file whole', () => {
  let folder: string;
  let target: string;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'lens-files-'));
    target = path.join(folder, 'account.json');
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('puts all pieces in place of what was there, and leaves nothing beside it', async () => {
    await writeFile(target, 'of yesterday, and longer');
    await writeWhole(nodeFiles, target, ['张', Buffer.from('三')]);
    assert.equal(await readFile(target, 'utf8'), '张三');
    assert.deepEqual(await readdir(folder), ['account.json']);
  });

  it('makes the folders of the extension itself, and of nobody else', async () => {
    const deep = path.join(folder, 'accounts', 'wx1', 'a.json');
    await assert.rejects(writeWhole(nodeFiles, deep, 'text'), { code: 'ENOENT' });
    await keepWhole(nodeFiles, deep, 'text');
    assert.equal(await readFile(deep, 'utf8'), 'text');
  });

  for (const failing of ['appendFile', 'sync'] as const) {
    it(`leaves what was there, and nothing else, where ${failing} is refused`, async () => {
      await writeFile(target, 'of yesterday');
      const full: FileLayer = {
        ...nodeFiles,
        async open(file, flags) {
          const handle = await nodeFiles.open(file, flags);
          handle[failing] = () => Promise.reject(refusal('ENOSPC'));
          return handle;
        },
      };
      await assert.rejects(writeWhole(full, target, 'of today'), { code: 'ENOSPC' });
      assert.equal(await readFile(target, 'utf8'), 'of yesterday');
      assert.deepEqual(await readdir(folder), ['account.json']);
    });
  }

  it('waits for a scanner that holds the target for a moment', async () => {
    const waits: number[] = [];
    const scanned: FileLayer = {
      ...nodeFiles,
      rename: (from, to) =>
        waits.length < 3 ? Promise.reject(refusal('EPERM')) : nodeFiles.rename(from, to),
      pause: milliseconds => Promise.resolve(void waits.push(milliseconds)),
    };
    await writeWhole(scanned, target, 'of today');
    assert.equal(await readFile(target, 'utf8'), 'of today');
    assert.deepEqual(waits, [10, 20, 40]);
  });

  it('gives up after 1.3 s of refusals, and clears away', async () => {
    let waited = 0;
    const locked: FileLayer = {
      ...nodeFiles,
      rename: () => Promise.reject(refusal('EBUSY')),
      pause: milliseconds => Promise.resolve(void (waited += milliseconds)),
    };
    await assert.rejects(writeWhole(locked, target, 'of today'), { code: 'EBUSY' });
    assert.equal(waited, 1270);
    assert.deepEqual(await readdir(folder), []);
  });

  it('repeats nothing that waiting does not help', async () => {
    let tries = 0;
    const act = () => {
      tries++;
      return Promise.reject(refusal('ENOSPC'));
    };
    await assert.rejects(patiently(nodeFiles, act), { code: 'ENOSPC' });
    assert.equal(tries, 1);
  });
});

describe('what killed windows left', () => {
  it('goes once it is old, and nothing else does', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'lens-files-'));
    const old = ['.0b5c-old.tmp', 'account.json', 'x.tmp'];
    for (const name of [...old, '.0b5c-new.tmp']) await writeFile(path.join(folder, name), '');
    for (const name of old) await utimes(path.join(folder, name), 1_000, 1_000);
    await removeTemporaries(nodeFiles, folder, 2_000_000);
    assert.deepEqual((await readdir(folder)).sort(), ['.0b5c-new.tmp', 'account.json', 'x.tmp']);
    await removeTemporaries(nodeFiles, path.join(folder, 'missing'), 2_000_000);
    await rm(folder, { recursive: true });
  });
});
