import assert from 'node:assert/strict';
import { readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type AnswerPositions, type BatchStore } from '../../../../src/batch';
import { People } from '../hostile/people';
import { writeVersion1 } from '../hostile/version1';
import { newBatch, runOptions, storeIn, withFolder } from '../scenario';

describe('BatchStore: every answer that is kept', () => {
  const people = new People(250);
  const { openids } = people;

  async function fetched(store: BatchStore, asked: readonly string[] = openids) {
    const batch = await newBatch(store, asked);
    await store.run(batch, people, runOptions());
    return batch;
  }

  async function given(store: BatchStore, positions?: AnswerPositions) {
    const found: { batchId: string; openid: string; kind: string; at: number | undefined }[] = [];
    const anew: string[] = [];
    const gone: string[] = [];
    for await (const block of store.answers(positions)) {
      if (block.kind === 'gone') gone.push(block.batchId);
      else {
        if (block.isAnew) anew.push(block.batch.id);
        for (const { outcome, at } of block.answers)
          found.push({ batchId: block.batch.id, openid: outcome.openid, kind: outcome.kind, at });
      }
    }
    return { found, anew, gone };
  }

  it('is given with its time and batch, those superseded by later ones too', () =>
    withFolder(async folder => {
      const store = storeIn(folder);
      const batch = await fetched(store);
      await store.run(batch, people, { ...runOptions(), again: ['notFollowing'] });
      const { found } = await given(storeIn(folder));
      const away = openids.filter((_, index) => index % 3 === 2);
      assert.equal(found.length, openids.length + away.length);
      const twice = found.filter(({ openid }) => openid === away[0]);
      assert.equal(twice.length, 2);
      const [first, second] = twice;
      assert.ok(first?.at !== undefined && second?.at !== undefined && first.at <= second.at);
      assert.ok(found.every(({ batchId }) => batchId === batch.id));
    }));

  it('is given onward from where a journal had been read to', () =>
    withFolder(async folder => {
      const store = storeIn(folder);
      const batch = await fetched(store, openids.slice(0, 100));
      const reader = storeIn(folder);
      const positions: AnswerPositions = new Map();
      assert.equal((await given(reader, positions)).found.length, 100);
      assert.deepEqual(await given(reader, positions), { found: [], anew: [], gone: [] });
      await store.amend(batch, people.outcomeOf(openids[7] ?? ''), 1_900_000_000_000);
      const more = await given(reader, positions);
      assert.deepEqual(more.anew, []);
      assert.deepEqual(more.found, [
        { batchId: batch.id, openid: openids[7], kind: 'following', at: 1_900_000_000_000 },
      ]);
      const other = await fetched(store, openids.slice(100, 110));
      assert.deepEqual((await given(reader, positions)).anew, [other.id]);
    }));

  it('is given anew of a journal that has shrunk, and told as gone of one that went or was damaged', () =>
    withFolder(async folder => {
      const store = storeIn(folder);
      const [first, second] = [await fetched(store), await fetched(store, openids.slice(0, 5))];
      const positions: AnswerPositions = new Map();
      const reader = storeIn(folder);
      await given(reader, positions);
      const path = join(folder, `${first.id}.ndjson`);
      await truncate(path, (await readFile(path)).length - 5_000);
      await rm(join(folder, `${second.id}.ndjson`));
      const shrunk = await given(reader, positions);
      assert.deepEqual([shrunk.anew, shrunk.gone], [[first.id], [second.id]]);
      assert.ok(shrunk.found.length > 0 && shrunk.found.length < openids.length);
      await writeFile(path, 'hello');
      const damaged = await given(reader, positions);
      assert.deepEqual(damaged, { found: [], anew: [], gone: [first.id] });
      assert.deepEqual(await given(reader, positions), { found: [], anew: [], gone: [] });
    }));

  it('is given of batches in memory too, anew whenever they have changed', () =>
    withFolder(async folder => {
      const store = storeIn(folder, 0);
      const batch = await fetched(store, openids.slice(0, 30));
      const positions: AnswerPositions = new Map();
      const first = await given(store, positions);
      assert.deepEqual([first.found.length, first.anew], [30, [batch.id]]);
      assert.ok(first.found.every(({ at }) => at !== undefined));
      assert.deepEqual(await given(store, positions), { found: [], anew: [], gone: [] });
      await store.amend(batch, people.outcomeOf(openids[0] ?? ''), 7);
      assert.equal((await given(store, positions)).anew.length, 1);
      await store.remove(batch.id);
      assert.deepEqual((await given(store, positions)).gone, [batch.id]);
    }));

  it('of version 1 has no time', () =>
    withFolder(async folder => {
      await writeVersion1(join(folder, 'old.ndjson'), people, 'rechecked');
      const { found } = await given(storeIn(folder));
      assert.equal(found.length, openids.length);
      assert.ok(found.every(({ at }) => at === undefined));
    }));
});
