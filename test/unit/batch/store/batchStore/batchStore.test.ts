import assert from 'node:assert/strict';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { mock } from 'node:test';
import { type Batch } from '../../../../../src/batch';
import { OutcomeTable } from '../../../../../src/batch/rows/outcomeTable';
import { type WeChatClient } from '../../../../../src/wechat';
import { type SimulatedAccount, type SimulatedWeChat } from '../../../../wechat';
import {
  askingCalls,
  batchGetPath,
  newBatch,
  reopened,
  runOptions,
  storeIn,
  withFolder,
  startWeChatForEach,
} from '../../scenario';

describe('BatchStore', () => {
  let weChat: SimulatedWeChat;
  let account: SimulatedAccount;
  let client: WeChatClient;

  startWeChatForEach(given => ({ weChat, account, client } = given));

  const following = (count: number) => account.openids({ state: 'following' }, count);

  function rowsOf(batch: Batch) {
    return batch.openids.map((_, index) => batch.outcomeAt(index));
  }

  it('creates a batch in which every distinct openid is pending', () =>
    withFolder(async folder => {
      const batch = await newBatch(storeIn(folder), ['b', 'a', 'b']);
      assert.deepEqual(batch.openids, ['b', 'a']);
      assert.deepEqual(rowsOf(batch), [
        { kind: 'pending', openid: 'b' },
        { kind: 'pending', openid: 'a' },
      ]);
      assert.equal(batch.state, 'interrupted');
      assert.deepEqual(batch.toSummary().counts, {
        following: 0,
        notFollowing: 0,
        invalid: 0,
        notReturned: 0,
        failed: 0,
        pending: 2,
      });
    }));

  it('gives a batch that was read once it is known where each openid stands', () =>
    withFolder(async folder => {
      const { id } = await newBatch(storeIn(folder), ['a', 'b']);
      const steps: string[] = [];
      const indexing = mock.method(OutcomeTable.prototype, 'indexAll', async () => {
        await new Promise(resolve => void setImmediate(resolve));
        steps.push('indexed');
      });
      try {
        await reopened(folder, id);
        steps.push('given');
      } finally {
        indexing.mock.restore();
      }
      assert.deepEqual(steps, ['indexed', 'given']);
    }));

  it('runs it, and finds the same batch again after a restart, without the network', () =>
    withFolder(async folder => {
      const store = storeIn(folder);
      const openids = [...following(150), ...account.openids({ state: 'foreign' }, 1)];
      const batch = await newBatch(store, openids);
      await store.run(batch, client, runOptions());
      assert.equal(batch.state, 'done');
      assert.equal(batch.counts.following, 150);
      assert.equal(batch.counts.invalid, 1);
      assert.equal(batch.apiCalls, askingCalls(weChat));

      await weChat.close();
      const again = await reopened(folder, batch.id);
      assert.deepEqual(rowsOf(again), rowsOf(batch));
      assert.deepEqual(again.counts, batch.counts);
      const { state, source, accountName, appId, lang, startedAt, apiCalls, duration } = again;
      assert.deepEqual(
        { state, source, accountName, appId, lang, startedAt, apiCalls, duration },
        {
          state: 'done',
          source: 'list.json',
          accountName: '演示 😀',
          appId: 'wx0123456789abcdef',
          lang: 'zh_CN',
          startedAt: batch.startedAt,
          apiCalls: batch.apiCalls,
          duration: batch.duration,
        },
      );
    }));

  it('finds rows by openid', () =>
    withFolder(async folder => {
      const batch = await newBatch(storeIn(folder), ['a', '__proto__', 'c']);
      assert.equal(batch.indexOf('__proto__'), 1);
      assert.equal(batch.indexOf('constructor'), undefined);
      assert.equal(batch.outcomeAt(3), undefined);
    }));

  it('tells listeners of every answer while it runs', () =>
    withFolder(async folder => {
      const store = storeIn(folder);
      const batch = await newBatch(store, following(500));
      const followingThen: number[] = [];
      const subscription = batch.onDidChange(() => followingThen.push(batch.counts.following));
      await store.run(batch, client, runOptions({ concurrency: 1 }));
      for (const count of [0, 100, 200, 300, 400, 500]) assert.ok(followingThen.includes(count), `${count}`);
      subscription.dispose();
      const told = followingThen.length;
      await store.run(batch, client, { ...runOptions(), again: ['notFollowing'] });
      assert.equal(followingThen.length, told);
    }));

  it('keeps the journal to the owner, and no secret or token in it', () =>
    withFolder(async folder => {
      const store = storeIn(folder);
      const batch = await newBatch(store, following(3));
      await store.run(batch, client, runOptions());
      const path = join(folder, `${batch.id}.ndjson`);
      if (process.platform !== 'win32') {
        assert.equal((await stat(path)).mode & 0o777, 0o600);
        assert.equal((await stat(folder)).mode & 0o777, 0o700);
      }
      const text = await readFile(path, 'utf8');
      for (const secret of weChat.secrets()) assert.ok(!text.includes(secret));
      assert.deepEqual(await readdir(folder), [`${batch.id}.ndjson`]);
    }));

  it('keeps text from people as it is, whatever they typed', () =>
    withFolder(async folder => {
      const store = storeIn(folder);
      const [openid = ''] = following(1);
      const remark = 'a\u2028b\u2029c\rd\ne\u0000"\\\ud800𠮷';
      account.change(openid, { remark });
      const batch = await newBatch(store, [openid]);
      await store.run(batch, client, runOptions());
      const outcome = (await reopened(folder, batch.id)).outcomeAt(0);
      assert.ok(outcome?.kind === 'following');
      assert.equal(outcome.profile.remark, remark);
    }));

  it('tells of batches created, begun, ended and removed', () =>
    withFolder(async folder => {
      for (const retentionDays of [30, 0]) {
        const store = storeIn(folder, retentionDays);
        const lists: Promise<(string | undefined)[]>[] = [];
        store.onDidChange(() => lists.push(store.list().then(entries => entries.map(({ state }) => state))));
        const gate = weChat.hold(batchGetPath);
        const batch = await newBatch(store, following(1));
        await lists[0];
        const run = store.run(batch, client, runOptions());
        await lists[1];
        gate.open();
        await run;
        await lists[2];
        await store.remove(batch.id);
        assert.deepEqual(await Promise.all(lists), [['interrupted'], ['running'], ['done'], []]);
      }
    }));
});
