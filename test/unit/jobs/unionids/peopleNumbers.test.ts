import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

import { nodeFiles } from '../../../../src/files';
import { PeopleNumbers } from '../../../../src/jobs/unionids/peopleNumbers';

const day = 24 * 60 * 60 * 1000;
const numbers = { at: 100 * day, accounts: 2, several: 300, findings: 1 };

describe('the numbers of people', () => {
  let folder: string;
  let retention = 30;
  let now = numbers.at;

  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'people-'));
    [retention, now] = [30, numbers.at];
  });
  afterEach(() => rm(folder, { recursive: true }));

  const window = (disk = nodeFiles) =>
    new PeopleNumbers(
      folder,
      () => retention,
      () => now,
      disk,
    );

  it('are there after a reload and in other windows, and nothing else is', async () => {
    const first = window();
    assert.equal(await first.current(), undefined);
    await first.note(numbers);
    assert.deepEqual([await first.current(), await window().current()], [numbers, numbers]);
    assert.deepEqual(JSON.parse(await readFile(path.join(folder, 'numbers.json'), 'utf8')), {
      version: 1,
      ...numbers,
    });
  });

  it('are those that any window counted last', async () => {
    const [first, second] = [window(), window()];
    await first.note(numbers);
    await second.note({ ...numbers, several: 301 });
    assert.equal((await first.current())?.several, 301);
  });

  it('are gone in every window where what was counted was removed', async () => {
    const [first, second] = [window(), window()];
    await first.note(numbers);
    await second.note(undefined);
    assert.deepEqual([await first.current(), await readdir(folder)], [undefined, []]);
  });

  it('are as old as what is kept may be, and then deleted', async () => {
    await window().note(numbers);
    now += 30 * day;
    await window().removeOld();
    assert.deepEqual(await window().current(), numbers);
    now++;
    assert.equal(await window().current(), undefined);
    await window().removeOld();
    assert.deepEqual(await readdir(folder), []);
  });

  it('are in memory alone where nothing is to be kept', async () => {
    const first = window();
    await first.note(numbers);
    retention = 0;
    await first.note({ ...numbers, several: 7 });
    assert.deepEqual([(await first.current())?.several, await readdir(folder)], [7, []]);
    assert.equal(await window().current(), undefined);
  });

  it('are known to their window on a full disk', async () => {
    const full = { ...nodeFiles, open: () => Promise.reject(new Error('ENOSPC')) };
    const first = window(full);
    await first.note(numbers);
    assert.deepEqual([await first.current(), await readdir(folder)], [numbers, []]);
  });

  it('are the last of several that are noted at once', async () => {
    const first = window();
    void first.note(numbers);
    void first.note(undefined);
    void first.note({ ...numbers, several: 5 });
    assert.equal((await first.current())?.several, 5);
  });

  it('are none where the file is not theirs', async () => {
    for (const text of ['', '{}', '{"version":2,"at":1,"accounts":1,"several":1,"findings":1}', '[1']) {
      await writeFile(path.join(folder, 'numbers.json'), text);
      assert.equal(await window().current(), undefined, text);
    }
  });
});
