import assert from 'node:assert/strict';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { BatchStore, stillToAsk, StoreError } from '../../../../../src/batch';
import { type WeChatClient } from '../../../../../src/wechat';
import { type SimulatedAccount, type SimulatedWeChat, startWeChat } from '../../../../wechat';
import { clientOf, runOptions, withFolder } from '../../scenario';

describe('a journal that a crash cut off', function () {
  this.timeout(60_000);

  let weChat: SimulatedWeChat;
  let account: SimulatedAccount;
  let client: WeChatClient;

  before(async () => {
    weChat = await startWeChat({ followers: 400 });
    account = weChat.accounts[0];
    client = clientOf(weChat);
  });

  after(() => weChat.close());

  /** The journal of a batch that ran, was checked again in part, and ended. */
  async function journalOfARun(): Promise<{ id: string; bytes: Buffer; headLength: number; total: number }> {
    return withFolder(async folder => {
      const store = new BatchStore(folder, { retentionDays: () => 30 });
      const openids = [
        ...account.openids({ state: 'following' }, 160),
        ...account.openids({ state: 'notFollowing' }, 5),
        ...account.openids({ state: 'foreign' }, 1),
      ];
      const batch = await store.create({
        appId: account.appId,
        accountName: '演示 😀',
        source: 'list.json',
        openids,
        lang: 'zh_CN',
      });
      const path = join(folder, `${batch.id}.ndjson`);
      const created = await readFile(path);
      await store.run(batch, client, runOptions({ concurrency: 1 }));
      await store.run(batch, client, { ...runOptions(), again: ['notFollowing'] });
      const headLength = created.indexOf('\n', created.indexOf('\n') + 1) + 1;
      return { id: batch.id, bytes: await readFile(path), headLength, total: openids.length };
    });
  }

  it('opens with each outcome at most once, and resuming asks for the rest alone', async () => {
    const { id, bytes, headLength, total } = await journalOfARun();
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: headLength, max: bytes.length }), length =>
        withFolder(async folder => {
          const path = join(folder, `${id}.ndjson`);
          await mkdir(folder);
          await writeFile(path, bytes.subarray(0, length));
          const store = new BatchStore(folder, { retentionDays: () => 30 });

          const [entry] = await store.list();
          assert.ok(entry);
          assert.equal(sum(entry.counts), total);
          const batch = await store.open(id);
          assert.ok(batch);
          assert.equal(sum(batch.counts), total);
          assert.deepEqual([entry.state, entry.counts], [batch.state, batch.counts]);
          assert.equal(batch.state === 'done', stillToAsk(batch) === 0);
          const toAsk = new Set(batch.openidsToAsk());

          weChat.forgetRequests();
          await store.run(batch, client, runOptions());
          assert.equal(batch.state, 'done');
          assert.deepEqual(batch.counts, { ...batch.counts, following: 160, notFollowing: 5, invalid: 1 });
          const asked = new Set(weChat.requests.flatMap(({ openids }) => openids));
          assert.deepEqual(asked, toAsk);

          const again = await new BatchStore(folder, { retentionDays: () => 30 }).open(id);
          assert.deepEqual(again?.counts, batch.counts);
          for (const line of (await readFile(path, 'utf8')).trimEnd().split('\n')) JSON.parse(line);
          assert.deepEqual(await readdir(folder), [`${id}.ndjson`]);
        }),
      ),
      { numRuns: 60, examples: [[bytes.length], [bytes.length - 1], [headLength]] },
    );
  });

  it('is damaged when not even its list of openids is whole', async () => {
    const { id, bytes, headLength } = await journalOfARun();
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: headLength - 1 }), length =>
        withFolder(async folder => {
          await mkdir(folder);
          await writeFile(join(folder, `${id}.ndjson`), bytes.subarray(0, length));
          const store = new BatchStore(folder, { retentionDays: () => 30 });
          await assert.rejects(
            store.open(id),
            error => error instanceof StoreError && error.problem === 'damaged',
          );
          await store.remove(id);
          assert.deepEqual(await readdir(folder), []);
        }),
      ),
      { numRuns: 30, examples: [[0], [headLength - 1]] },
    );
  });

  it('loses no more than the lines that are damaged in its middle', async () => {
    const { id, bytes, total } = await journalOfARun();
    await withFolder(async folder => {
      const lines = bytes.toString('utf8').split('\n');
      const damaged = lines.map((line, index) =>
        index === 5 ? line.slice(0, 20) : index === 9 ? '\0\0\0' : line,
      );
      await mkdir(folder);
      await writeFile(join(folder, `${id}.ndjson`), damaged.join('\n'));
      const store = new BatchStore(folder, { retentionDays: () => 30 });
      const batch = await store.open(id);
      assert.equal(batch?.counts.pending, 2);
      assert.equal(sum(batch.counts), total);
      assert.equal(batch.state, 'interrupted', 'so that it can be resumed');
      const [entry] = await store.list();
      assert.deepEqual([entry?.state, entry?.counts], [batch.state, batch.counts]);
      await store.run(batch, client, runOptions());
      assert.equal((await new BatchStore(folder, { retentionDays: () => 30 }).list())[0]?.state, 'done');
    });
  });
});

function sum(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((total, count) => total + count, 0);
}
