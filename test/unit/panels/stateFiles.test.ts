import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as v from 'valibot';

import { StateFiles } from '../../../src/panels/stateFiles';

const schema = v.object({ text: v.string() });

describe('state of panels on disk', () => {
  let parent: string;
  let folder: string;
  let files: StateFiles;

  beforeEach(async () => {
    parent = await mkdtemp(path.join(tmpdir(), 'panels-'));
    folder = path.join(parent, 'state');
    files = new StateFiles(folder, () => true);
  });

  afterEach(() => rm(parent, { recursive: true }));

  it('is read as it was written', async () => {
    await files.write('batch 1', { text: 'o6_bmj' });
    await files.write('batch 2', { text: 'other' });
    assert.deepEqual(await files.read('batch 1', schema), { text: 'o6_bmj' });
  });

  it('is for this user only and leaves no other file behind', async () => {
    await files.write('batch 1', { text: 'a' });
    await files.write('batch 1', { text: 'b' });
    const [name = '', ...others] = await readdir(folder);
    assert.deepEqual(others, []);
    if (process.platform !== 'win32') assert.equal((await stat(path.join(folder, name))).mode & 0o777, 0o600);
  });

  it('stays in its folder, whatever an id holds', async () => {
    await files.write('batch ../../outside', { text: 'a' });
    assert.deepEqual(await readdir(parent), ['state']);
    assert.deepEqual(await files.read('batch ../../outside', schema), { text: 'a' });
  });

  it('is as good as none when it is damaged or of another shape', async () => {
    assert.equal(await files.read('never written', schema), undefined);
    await files.write('batch 1', { other: 1 });
    assert.equal(await files.read('batch 1', schema), undefined);
    const [name = ''] = await readdir(folder);
    await writeFile(path.join(folder, name), (await readFile(path.join(folder, name), 'utf8')).slice(0, 4));
    assert.equal(await files.read('batch 1', schema), undefined);
  });

  it('is not written where nothing is to be kept', async () => {
    await new StateFiles(folder, () => false).write('batch 1', { text: 'a' });
    assert.deepEqual(await readdir(parent), []);
  });

  it('is removed by name and by age', async () => {
    await files.write('batch 1', { text: 'a' });
    await files.write('batch 2', { text: 'b' });
    await files.remove('batch 1');
    await files.removeOlderThan(30);
    assert.equal((await readdir(folder)).length, 1);
    const inTwoMonths = () => Date.now() + 60 * 86_400_000;
    await new StateFiles(folder, () => true, inTwoMonths).removeOlderThan(30);
    assert.deepEqual(await readdir(folder), []);
  });
});
