import assert from 'node:assert/strict';
import { readFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type BatchStore } from '../../../../src/batch';
import { People } from '../hostile/people';
import { writeVersion1 } from '../hostile/version1';
import { newBatch, runOptions, storeIn, withFolder } from '../scenario';

describe('BatchStore: what is kept about some people', () => {
  const people = new People(250);
  const { openids } = people;

  async function fetched(store: BatchStore, asked: readonly string[] = openids) {
    const batch = await newBatch(store, asked);
    await store.run(batch, people, runOptions());
    return batch;
  }

  async function about(store: BatchStore, appId: string, asked: readonly string[], signal?: AbortSignal) {
    const found: { openid: string; kind: string; notBefore: number }[] = [];
    const whom = { appId, openids: new Set(asked), ...(signal && { signal }) };
    for await (const { outcome, notBefore } of store.answersAbout(whom))
      found.push({ openid: outcome.openid, kind: outcome.kind, notBefore });
    return found;
  }

  it('is given of them alone, from journals that nobody has opened, with its time', () =>
    withFolder(async folder => {
      const batch = await fetched(storeIn(folder));
      const asked = [openids[3] ?? '', openids[200] ?? '', 'oNobody'];
      const found = await about(storeIn(folder), batch.appId, asked);
      assert.deepEqual(
        found.map(({ openid }) => openid),
        asked.slice(0, 2),
      );
      assert.deepEqual(
        found.map(({ notBefore }) => notBefore),
        [batch.answeredAt(3), batch.answeredAt(200)],
      );
    }));

  it('is given of every batch of the account, and of no other account', () =>
    withFolder(async folder => {
      const [openid = ''] = openids;
      const { appId } = await fetched(storeIn(folder), openids.slice(0, 5));
      await fetched(storeIn(folder), openids.slice(0, 9));
      assert.equal((await about(storeIn(folder), appId, [openid])).length, 2);
      assert.deepEqual(await about(storeIn(folder), 'wx00', [openid]), []);
    }));

  it('reads a batch that lists none of them no further than its list', () =>
    withFolder(async folder => {
      const { appId, id } = await fetched(storeIn(folder));
      const path = join(folder, `${id}.ndjson`);
      // Behind the list stands what would be taken for their answer.
      const line = `${JSON.stringify({ kind: 'invalid', openid: 'oNobody', fault: { errcode: 40003, errmsg: '' } })}\n`;
      await writeFile(path, (await readFile(path, 'utf8')) + line);
      assert.deepEqual(await about(storeIn(folder), appId, ['oNobody']), []);
      assert.equal((await about(storeIn(folder), appId, ['oNobody', openids[0] ?? ''])).length, 2);
    }));

  it('is given of batches in memory, as they are now, and of open ones without their journals', () =>
    withFolder(async folder => {
      const [openid = ''] = openids;
      const memory = storeIn(folder, 0);
      const inMemory = await fetched(memory, openids.slice(0, 5));
      await memory.amend(inMemory, people.outcomeOf(openid), 7);
      const found = await about(memory, inMemory.appId, [openid]);
      assert.deepEqual(
        found.map(({ notBefore }) => notBefore),
        [7],
      );
      const store = storeIn(folder);
      const batch = await fetched(store, openids.slice(0, 5));
      await truncate(join(folder, `${batch.id}.ndjson`), 20);
      assert.equal((await about(store, batch.appId, [openid])).length, 1);
      assert.equal(batch.isInMemory, false);
    }));

  it('is given of a batch without times as not before it began', () =>
    withFolder(async folder => {
      await writeVersion1(join(folder, 'old.ndjson'), people, 'rechecked');
      const batch = await storeIn(folder).open('old');
      assert.ok(batch);
      const found = await about(storeIn(folder), batch.appId, openids.slice(0, 1));
      assert.deepEqual(
        found.map(({ notBefore }) => notBefore),
        [batch.startedAt],
      );
    }));

  it('is not given of one that is damaged, and of the others nevertheless', () =>
    withFolder(async folder => {
      const [openid = ''] = openids;
      const { appId } = await fetched(storeIn(folder), openids.slice(0, 5));
      await writeFile(join(folder, '1-damaged.ndjson'), 'hello');
      assert.equal((await about(storeIn(folder), appId, [openid])).length, 1);
    }));

  it('ends with the signal', () =>
    withFolder(async folder => {
      const { appId } = await fetched(storeIn(folder));
      const reading = about(storeIn(folder), appId, openids, AbortSignal.abort());
      await assert.rejects(reading, { name: 'AbortError' });
    }));
});
