import assert from 'node:assert/strict';
import { appendFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { newBatch, storeIn, withFolder } from '../../scenario';

const openid = (number: number) => `oAbCd1${String(number).padStart(22, '0')}`;
const openids = (count: number) => Array.from({ length: count }, (_, index) => openid(index));

describe('BatchStore: which batches hold an openid', () => {
  it('finds it anywhere in a list of any size, the latest batch first', () =>
    withFolder(async folder => {
      let now = Date.UTC(2026, 0, 1);
      const store = storeIn(folder, 30, () => (now += 60_000));
      const large = await newBatch(store, openids(30_000));
      const small = await newBatch(store, openids(10));
      const idsFor = async (number: number) =>
        (await storeIn(folder).holding(openid(number), large.appId)).map(({ id }) => id);
      assert.deepEqual(await idsFor(0), [small.id, large.id]);
      for (const number of [10, 8_000, 8_001, 16_383, 29_999])
        assert.deepEqual(await idsFor(number), [large.id], String(number));
      assert.deepEqual(await idsFor(30_000), []);
    }));

  it('does not take a part of an openid, an outcome or another account for it', () =>
    withFolder(async folder => {
      const store = storeIn(folder);
      const { id, appId } = await newBatch(store, openids(3));
      await appendFile(
        join(folder, `${id}.ndjson`),
        `${JSON.stringify({ kind: 'pending', openid: openid(77) })}\n`,
      );
      assert.deepEqual(await store.holding(openid(1).slice(0, -1), appId), []);
      assert.deepEqual(await store.holding(openid(77), appId), []);
      assert.deepEqual(await store.holding(openid(1), 'wxffffffffffffffff'), []);
    }));

  it('knows batches in memory too, and passes over damaged ones', () =>
    withFolder(async folder => {
      const inMemory = storeIn(folder, 0);
      const batch = await newBatch(inMemory, openids(3));
      assert.equal((await inMemory.holding(openid(2), batch.appId))[0]?.id, batch.id);
      const store = storeIn(folder);
      const { id, appId } = await newBatch(store, openids(3));
      await writeFile(join(folder, `${id}.ndjson`), '');
      assert.deepEqual(await store.holding(openid(2), appId), []);
    }));
});
