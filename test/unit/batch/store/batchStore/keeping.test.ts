import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdir, readdir, rename, rm, utimes, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { type BatchStore } from '../../../../../src/batch';
import { type WeChatClient } from '../../../../../src/wechat';
import { type SimulatedAccount, type SimulatedWeChat } from '../../../../wechat';
import {
  batchGetPath,
  isProblem,
  newBatch,
  reopened,
  runOptions,
  storeIn,
  withFolder,
  startWeChatForEach,
} from '../../scenario';

const day = 86_400_000;

describe('BatchStore: keeping and removing', () => {
  let weChat: SimulatedWeChat;
  let account: SimulatedAccount;
  let client: WeChatClient;

  startWeChatForEach(given => ({ weChat, account, client } = given));

  const following = (count: number) => account.openids({ state: 'following' }, count);

  it('opens nothing where there is nothing, or where an id would lead out of the folder', () =>
    withFolder(async folder => {
      const store = storeIn(folder);
      await newBatch(store, following(1));
      await writeFile(join(dirname(folder), 'elsewhere.ndjson'), 'private');
      assert.equal(await store.open('20260101000000-00000000'), undefined);
      assert.equal(await store.open('../elsewhere'), undefined);
      assert.equal(await store.open(''), undefined);
    }));

  it('lists nothing before there is a folder', () =>
    withFolder(async folder => {
      assert.deepEqual(await storeIn(folder).list(), []);
    }));

  it('lists journals by head and tail', () =>
    withFolder(async folder => {
      const store = storeIn(folder);
      const first = await newBatch(store, following(150));
      const second = await newBatch(store, following(2));
      await store.run(first, client, runOptions());
      const entries = await storeIn(folder).list();
      const byId = new Map(entries.map(entry => [entry.id, entry]));
      assert.equal(byId.size, 2);
      assert.deepEqual(byId.get(first.id)?.counts, first.counts);
      assert.equal(byId.get(first.id)?.state, 'done');
      assert.deepEqual(byId.get(second.id)?.counts, second.counts);
      assert.equal(byId.get(second.id)?.state, 'interrupted');
    }));

  describe('journals that cannot be read', () => {
    async function unreadableIn(store: BatchStore) {
      const { unreadable } = await store.listAll();
      return unreadable
        .map(({ failure, ...entry }) => ({ ...entry, problem: failure.problem }))
        .sort((a, b) => (a.id < b.id ? -1 : 1));
    }

    it('are told as written by a newer version', () =>
      withFolder(async folder => {
        await mkdir(folder);
        await writeFile(join(folder, 'future.ndjson'), '{"journal":3,"openids":"elsewhere"}\n');
        const store = storeIn(folder);
        await assert.rejects(store.open('future'), isProblem('tooNew'));
        assert.deepEqual(await store.list(), []);
        assert.deepEqual(await unreadableIn(store), [{ id: 'future', problem: 'tooNew' }]);
        await store.remove('future');
        assert.deepEqual(await unreadableIn(store), []);
      }));

    for (const [what, text] of [
      ['empty', ''],
      ['not of ours', 'hello\nworld\n'],
      ['binary', '\u0000\u0001\n\uffff'],
    ] as const) {
      it(`are told as damaged: ${what}`, () =>
        withFolder(async folder => {
          await mkdir(folder);
          await writeFile(join(folder, 'broken.ndjson'), text);
          const store = storeIn(folder);
          await assert.rejects(store.open('broken'), isProblem('damaged'));
          assert.deepEqual(await unreadableIn(store), [{ id: 'broken', problem: 'damaged' }]);
        }));
    }

    it('name their account where their head still holds it', () =>
      withFolder(async folder => {
        await mkdir(folder);
        await writeFile(join(folder, 'future.ndjson'), '{"journal":3,"appId":"wx1","list":[]}\n');
        await writeFile(join(folder, 'torn.ndjson'), '{"journal":1,"id":"torn","appId":"wx2","accou');
        assert.deepEqual(await unreadableIn(storeIn(folder)), [
          { id: 'future', appId: 'wx1', problem: 'tooNew' },
          { id: 'torn', appId: 'wx2', problem: 'damaged' },
        ]);
      }));

    it('are told as the account’s that they name, and as nobody’s where they are damaged and name none', () =>
      withFolder(async folder => {
        await mkdir(folder);
        await writeFile(join(folder, 'own.ndjson'), '{"journal":3,"appId":"wx1"}\n');
        await writeFile(join(folder, 'others.ndjson'), '{"journal":1,"appId":"wx2","');
        await writeFile(join(folder, 'nobodys.ndjson'), 'hello');
        await writeFile(join(folder, 'unnamed.ndjson'), '{"journal":3}\n');
        const store = storeIn(folder);
        assert.deepEqual(await store.keptOf('wx1'), { own: ['own'], nobodys: ['nobodys'] });
      }));

    it('do not hide the others', () =>
      withFolder(async folder => {
        const store = storeIn(folder);
        const { id } = await newBatch(store, following(1));
        await writeFile(join(folder, 'broken.ndjson'), 'hello');
        assert.deepEqual(
          (await store.list()).map(entry => entry.id),
          [id],
        );
      }));
  });

  describe('a place that cannot be written', () => {
    it('is said, and the batch runs in memory', () =>
      withFolder(async folder => {
        // A file where the folder should be refuses the same way as a read-only disk, also to root.
        await writeFile(folder, 'in the way');
        const store = storeIn(join(folder, 'batches'));
        const batch = await newBatch(store, following(150));
        assert.equal(batch.storageFailure?.problem, 'cannotWrite');
        assert.equal(batch.storageFailure.code, 'ENOTDIR');
        await store.run(batch, client, runOptions());
        assert.equal(batch.state, 'done');
        assert.equal(batch.counts.following, 150);
        assert.equal(await store.open(batch.id), batch);
      }));

    it('refuses to resume a saved batch rather than to run it unlocked', () =>
      withFolder(async folder => {
        const store = storeIn(folder);
        const batch = await newBatch(store, following(1));
        // Permissions stop no root: the folder gives way to a file for a while.
        await rename(folder, `${folder}-aside`);
        await writeFile(folder, 'in the way');
        await assert.rejects(store.run(batch, client, runOptions()), isProblem('cannotRun'));
        await rm(folder);
        await rename(`${folder}-aside`, folder);
        await store.run(batch, client, runOptions());
        assert.equal(batch.state, 'done');
      }));
  });

  describe('retention', () => {
    it('of 0 days keeps everything in memory and nothing on disk', () =>
      withFolder(async folder => {
        const store = storeIn(folder, 0);
        const batch = await newBatch(store, following(120));
        await store.run(batch, client, runOptions());
        assert.equal(batch.counts.following, 120);
        assert.equal(batch.storageFailure, undefined);
        assert.equal(await store.open(batch.id), batch);
        assert.equal((await store.list())[0]?.state, 'done');
        await assert.rejects(readdir(folder), { code: 'ENOENT' });
        await store.remove(batch.id);
        assert.deepEqual(await store.list(), []);
      }));

    it('removes what was written last too long ago', () =>
      withFolder(async folder => {
        const store = storeIn(folder);
        const old = await newBatch(store, following(1));
        const recent = await newBatch(store, following(1));
        const longAgo = new Date(Date.now() - 31 * day);
        await utimes(join(folder, `${old.id}.ndjson`), longAgo, longAgo);
        await store.removeOlderThan(30);
        assert.deepEqual(
          (await store.list()).map(({ id }) => id),
          [recent.id],
        );
      }));

    it('takes the locks of dead windows along, and no other', () =>
      withFolder(async folder => {
        const store = storeIn(folder);
        await newBatch(store, following(1));
        const { pid } = spawnSync(process.execPath, ['--version']);
        const locks = {
          dead: { host: hostname(), pid, age: 0 },
          asleep: { host: hostname(), pid: process.pid, age: day },
          elsewhere: { host: 'another machine', pid, age: day },
          forgotten: { host: 'another machine', pid, age: 8 * day },
        };
        for (const [name, { age, ...holder }] of Object.entries(locks)) {
          const path = join(folder, `b.${name}.lock`);
          await writeFile(path, JSON.stringify(holder));
          const time = new Date(Date.now() - age);
          await utimes(path, time, time);
        }
        await store.removeOlderThan(30);
        const left = (await readdir(folder)).filter(name => name.endsWith('.lock'));
        assert.deepEqual(left.sort(), ['b.asleep.lock', 'b.elsewhere.lock']);
      }));

    it('removes the others where one cannot be removed, and says so', () =>
      withFolder(async folder => {
        const store = storeIn(folder, 30, () => Date.now() + 1_000);
        const batch = await newBatch(store, following(1));
        // No file: it cannot be unlinked, not even by root.
        await mkdir(join(folder, '00000000000000-aaaaaaaa.ndjson'));
        await assert.rejects(store.removeOlderThan(0), isProblem('cannotRemove'));
        assert.equal(await store.open(batch.id), undefined);
      }));

    it('leaves a running batch alone, however old', () =>
      withFolder(async folder => {
        const store = storeIn(folder);
        const batch = await newBatch(store, following(100));
        const gate = weChat.hold(batchGetPath);
        const run = store.run(batch, client, runOptions());
        await gate.arrived(1);
        await store.removeOlderThan(0);
        await storeIn(folder).removeOlderThan(0);
        gate.open();
        await run;
        assert.equal((await reopened(folder, batch.id)).counts.following, 100);
      }));
  });

  it('removes one batch, or those of one account', () =>
    withFolder(async folder => {
      const store = storeIn(folder);
      const first = await newBatch(store, following(1));
      const second = await newBatch(store, following(1));
      const other = await newBatch(store, following(1), 'wx0000000000000000');
      await store.remove(first.id);
      assert.equal(await store.open(first.id), undefined);
      await store.removeAll((await store.keptOf('wx0123456789abcdef')).own);
      assert.equal(await store.open(second.id), undefined);
      assert.deepEqual(
        (await store.list()).map(({ id }) => id),
        [other.id],
      );
      await assert.rejects(store.remove(first.id), isProblem('gone'));
    }));
});
