import assert from 'node:assert/strict';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { BatchStore } from '../../../../src/batch';
import { type FileLayer, nodeFiles } from '../../../../src/files';
import { People } from '../hostile/people';
import { isProblem, newBatch, runOptions, storeIn, withFolder } from '../scenario';

describe('BatchStore: checking and listing', () => {
  const people = new People(30);

  async function fetched(folder: string) {
    const store = storeIn(folder);
    const batch = await newBatch(store, people.openids);
    await store.run(batch, people, runOptions());
    return { id: batch.id, path: join(folder, `${batch.id}.ndjson`) };
  }

  async function damage(path: string): Promise<void> {
    const lines = (await readFile(path, 'utf8')).split('\n');
    const row = lines.findIndex(line => line.startsWith('{"subscribe":1'));
    lines[row] = (lines[row] ?? '').slice(0, 30);
    await writeFile(path, lines.join('\n'));
  }

  it('says of a whole journal what is in it, and that it adds up', () =>
    withFolder(async folder => {
      const { id } = await fetched(folder);
      const check = await storeIn(folder).check(id);
      assert.deepEqual(
        [check.version, check.openids, check.answers, check.damaged, check.unknown, check.addsUp],
        [2, 30, 30, [], 0, true],
      );
      assert.equal(check.progress?.counts.following, 20);
      assert.ok((check.answeredFrom ?? NaN) <= (check.answeredTo ?? NaN));
    }));

  it('tells damage in the middle, which the list knows from then on, after a restart too', () =>
    withFolder(async folder => {
      const { id, path } = await fetched(folder);
      await damage(path);
      assert.equal((await storeIn(folder).list())[0]?.damaged, undefined, 'nobody has read it yet');
      const store = storeIn(folder);
      const check = await store.check(id);
      assert.equal(check.damaged.length, 1);
      assert.equal(check.addsUp, false);
      assert.equal(check.progress?.counts.pending, 1);
      for (const each of [store, storeIn(folder)]) {
        assert.deepEqual(
          (await each.list()).map(entry => [entry.id, entry.damaged]),
          [[id, 1]],
        );
      }
      await store.remove(id);
      assert.deepEqual(await readdir(folder), [], 'the verdict goes with its journal');
    }));

  it('has kept what it found when it ends, however slow the disk is', () =>
    withFolder(async folder => {
      const { id, path } = await fetched(folder);
      await damage(path);
      const files: FileLayer = {
        ...nodeFiles,
        async rename(from, to) {
          for (let each = 0; each < 50; each++) await turn();
          await nodeFiles.rename(from, to);
        },
      };
      await new BatchStore(folder, { retentionDays: () => 30, files }).check(id);
      assert.equal((await storeIn(folder).list())[0]?.damaged, 1);
    }));

  it('says of a journal that cannot be read why, and of none that it is gone', () =>
    withFolder(async folder => {
      const { path, id } = await fetched(folder);
      await writeFile(path, 'hello');
      assert.equal((await storeIn(folder).check(id)).failure?.problem, 'damaged');
      await assert.rejects(storeIn(folder).check('nothing'), isProblem('gone'));
    }));

  it('takes notes of a later version for no damage', () =>
    withFolder(async folder => {
      const { path, id } = await fetched(folder);
      await writeFile(path, `${await readFile(path, 'utf8')}{"verified":12}\n`);
      const check = await storeIn(folder).check(id);
      assert.deepEqual([check.unknown, check.damaged, check.addsUp], [1, [], true]);
    }));

  it('opens no journal a second time for a list, unless it has changed', () =>
    withFolder(async folder => {
      const { path } = await fetched(folder);
      await fetched(folder);
      const opened: string[] = [];
      const files: FileLayer = {
        ...nodeFiles,
        open(file, flags) {
          opened.push(file);
          return nodeFiles.open(file, flags);
        },
      };
      const store = new BatchStore(folder, { retentionDays: () => 30, files });
      const first = await store.list();
      assert.equal(opened.length, 2);
      assert.deepEqual(await store.list(), first);
      assert.equal(opened.length, 2);
      await writeFile(path, `${await readFile(path, 'utf8')}{"verified":12}\n`);
      await store.list();
      assert.deepEqual(opened.slice(2), [path]);
    }));
});
