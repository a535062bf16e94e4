import assert from 'node:assert/strict';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { BatchLock, BatchStore } from '../../../../../src/batch';
import { type FileLayer, nodeFiles } from '../../../../../src/files';
import { People } from '../../hostile/people';
import { isProblem, newBatch, runOptions, storeIn, withFolder } from '../../scenario';

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

  it('looks for damage in what nobody has read, once, and tells of it', () =>
    withFolder(async folder => {
      const [sound, harmed] = [await fetched(folder), await fetched(folder)];
      await damage(harmed.path);
      let reads = 0;
      const files: FileLayer = { ...nodeFiles, open: (...args) => (reads++, nodeFiles.open(...args)) };
      const store = new BatchStore(folder, { retentionDays: () => 30, files });
      let told = 0;
      store.onDidChange(() => told++);
      await Promise.all([store.lookForDamage(), store.lookForDamage()]);
      assert.equal(told, 1);
      const damaged = async (each: BatchStore) =>
        new Map((await each.list()).map(entry => [entry.id, entry.damaged]));
      const found = await damaged(store);
      assert.deepEqual([found.get(sound.id), found.get(harmed.id)], [undefined, 1]);

      const before = reads;
      await store.lookForDamage();
      assert.equal(reads, before, 'each is read once');
      const later = new BatchStore(folder, { retentionDays: () => 30, files });
      assert.equal((await damaged(later)).get(harmed.id), 1);
      const listed = reads;
      await later.lookForDamage();
      assert.equal(reads, listed, 'and not again in the next window');
      await later.remove(sound.id);
      await later.remove(harmed.id);
      assert.deepEqual(await readdir(folder), []);
    }));

  it('looks into nothing that runs, is open here, or cannot be read', () =>
    withFolder(async folder => {
      const { id, path } = await fetched(folder);
      await damage(path);
      const store = storeIn(folder);
      const batch = await store.open(id);
      const lock = await BatchLock.take(nodeFiles, folder, 'other');
      await writeFile(join(folder, 'other.ndjson'), await readFile(path));
      await writeFile(join(folder, 'odd.ndjson'), 'no journal');
      await store.lookForDamage();
      await lock.release();
      const entries = await store.list();
      assert.equal(entries.find(entry => entry.id === 'other')?.damaged, undefined);
      assert.equal(batch?.id, id);
      await store.lookForDamage();
      assert.equal((await store.list()).find(entry => entry.id === 'other')?.damaged, 1);
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
