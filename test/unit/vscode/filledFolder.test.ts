import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { filledFolder } from '../../vscode/filledFolder';

describe('filledFolder', () => {
  let parent: string;
  let folder: string;
  beforeEach(async () => {
    parent = await mkdtemp(path.join(tmpdir(), 'filled-folder-'));
    folder = path.join(parent, 'tool-1.0');
  });
  afterEach(() => rm(parent, { recursive: true }));

  const fillWith = (text: string) => (target: string) => writeFile(path.join(target, 'tool'), text);
  const content = (): Promise<string> => readFile(path.join(folder, 'tool'), 'utf8');

  it('fills a folder once', async () => {
    assert.equal(await filledFolder(folder, fillWith('first')), folder);
    await filledFolder(folder, fillWith('second'));
    assert.equal(await content(), 'first');
  });

  it('leaves nothing behind when filling fails, and tries again the next time', async () => {
    await assert.rejects(
      filledFolder(folder, () => Promise.reject(new Error('no network'))),
      /no network/,
    );
    assert.deepEqual(await readdir(parent), []);
    await filledFolder(folder, fillWith('again'));
    assert.equal(await content(), 'again');
  });

  it('shows no folder before it is whole', async () => {
    await filledFolder(folder, async target => {
      await fillWith('whole')(target);
      assert.equal(existsSync(folder), false);
    });
    assert.equal(await content(), 'whole');
  });

  it('takes what another run has finished in the meantime', async () => {
    await filledFolder(folder, async target => {
      await fillWith('mine')(target);
      await mkdir(folder);
      await fillWith('theirs')(folder);
    });
    assert.equal(await content(), 'theirs');
    assert.deepEqual(await readdir(parent), ['tool-1.0']);
  });

  it('removes what a killed run has left, and nothing of one that is still at it', async () => {
    const noProcess = 2 ** 31 - 1;
    await mkdir(`${folder}.unfinished-${noProcess}`);
    await mkdir(`${folder}.unfinished-${process.ppid}`);
    await filledFolder(folder, fillWith('done'));
    assert.deepEqual((await readdir(parent)).sort(), ['tool-1.0', `tool-1.0.unfinished-${process.ppid}`]);
  });
});
