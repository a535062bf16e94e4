import assert from 'node:assert/strict';
import { isWeChatFault, type WeChatClient } from '../../../../../src/wechat';
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

describe('BatchStore: runs', () => {
  let weChat: SimulatedWeChat;
  let account: SimulatedAccount;
  let client: WeChatClient;

  startWeChatForEach(given => ({ weChat, account, client } = given));

  const following = (count: number) => account.openids({ state: 'following' }, count);

  describe('a run that ends early', () => {
    it('is cancelled: everything received is kept, and resuming asks only for the rest', () =>
      withFolder(async folder => {
        const store = storeIn(folder);
        const batch = await newBatch(store, following(800));
        const gate = weChat.hold(batchGetPath);
        const cancel = new AbortController();
        const run = store.run(batch, client, runOptions({ concurrency: 4, signal: cancel.signal }));
        await gate.arrived(4);
        gate.release(3);
        await gate.arrived(4);
        cancel.abort();
        await run;
        assert.equal(batch.state, 'cancelled');
        assert.deepEqual(
          { following: batch.counts.following, pending: batch.counts.pending },
          { following: 300, pending: 500 },
        );

        gate.open();
        weChat.forgetRequests();
        const again = await reopened(folder, batch.id);
        assert.equal(again.state, 'cancelled');
        await storeIn(folder).run(again, client, runOptions());
        assert.equal(again.state, 'done');
        assert.equal(again.counts.following, 800);
        assert.equal(weChat.calls(batchGetPath), 5);
      }));

    it('is stopped by the daily quota: the reason is kept, and resuming completes it', () =>
      withFolder(async folder => {
        const store = storeIn(folder);
        const batch = await newBatch(store, following(800));
        let asked = 0;
        const restore = weChat.faults.add(
          { kind: 'errcode', errcode: 45009, errmsg: 'reach max api daily quota limit' },
          { path: batchGetPath, when: () => ++asked > 2 },
        );
        await store.run(batch, client, runOptions({ concurrency: 1 }));
        assert.equal(batch.state, 'stopped');
        assert.deepEqual(batch.counts, { ...batch.counts, following: 200, pending: 600 });

        const again = await reopened(folder, batch.id);
        assert.ok(again.stoppedBy && isWeChatFault(again.stoppedBy));
        assert.equal(again.stoppedBy.errcode, 45009);
        const [entry] = await storeIn(folder).list();
        assert.equal(entry?.state, 'stopped');
        assert.deepEqual(entry.stoppedBy, again.stoppedBy);

        restore();
        await store.run(batch, client, runOptions());
        assert.equal(batch.state, 'done');
        assert.equal(batch.stoppedBy, undefined);
        assert.equal(batch.counts.following, 800);
      }));

    it('fails for a reason of its own: what came is kept, and the error is passed on', () =>
      withFolder(async folder => {
        const store = storeIn(folder);
        const batch = await newBatch(store, following(300));
        const locked = new Error('the keychain is locked');
        let asked = 0;
        const source = {
          userInfo: client.userInfo.bind(client),
          batchGet: (...call: Parameters<WeChatClient['batchGet']>) =>
            ++asked > 1 ? Promise.reject(locked) : client.batchGet(...call),
        };
        await assert.rejects(
          store.run(batch, source, runOptions({ concurrency: 1 })),
          error => error === locked,
        );
        assert.equal(batch.state, 'interrupted');
        assert.equal((await reopened(folder, batch.id)).counts.following, 100);
      }));

    it('says until when it pauses', () =>
      withFolder(async folder => {
        weChat.faults.add({ kind: 'errcode', errcode: 45011 }, { path: batchGetPath, times: 1 });
        const store = storeIn(folder, 30, () => 1_700_000_000_000);
        const batch = await newBatch(store, following(1));
        const until: (number | undefined)[] = [];
        batch.onDidChange(() => until.push(batch.pausedUntil));
        await store.run(batch, client, runOptions({ now: () => 1_700_000_000_000 }));
        assert.ok(until.includes(1_700_000_060_000));
        assert.equal(batch.pausedUntil, undefined);
      }));
  });

  describe('asking again', () => {
    it('takes what failed or was not returned, and nothing else', () =>
      withFolder(async folder => {
        const store = storeIn(folder);
        const [doomed = ''] = following(1);
        const trouble = weChat.faults.add(
          { kind: 'errcode', errcode: -1 },
          { when: ({ openids }) => openids.includes(doomed) },
        );
        const batch = await newBatch(store, following(250));
        await store.run(batch, client, runOptions());
        assert.equal(batch.counts.failed, 100);
        trouble();
        weChat.forgetRequests();
        await store.run(batch, client, { ...runOptions(), again: ['failed', 'notReturned'] });
        assert.equal(batch.counts.following, 250);
        assert.equal(askingCalls(weChat), 1);
        assert.equal((await reopened(folder, batch.id)).counts.following, 250);
      }));

    it('takes those who did not follow', () =>
      withFolder(async folder => {
        const store = storeIn(folder);
        const [back = '', ...away] = account.openids({ state: 'notFollowing' }, 5);
        const batch = await newBatch(store, [...following(20), back, ...away]);
        await store.run(batch, client, runOptions());
        account.setFollowing(back, true);
        weChat.forgetRequests();
        await store.run(batch, client, { ...runOptions(), again: ['notFollowing'] });
        const asked = weChat.requests
          .filter(({ path }) => path === batchGetPath)
          .flatMap(({ openids }) => openids);
        assert.deepEqual(asked, [back, ...away]);
        assert.deepEqual(batch.counts, { ...batch.counts, following: 21, notFollowing: 4 });
        assert.deepEqual((await reopened(folder, batch.id)).counts, batch.counts);
      }));

    it('notes when those who follow were begun to be asked again, and keeps it until that is done', () =>
      withFolder(async folder => {
        const store = storeIn(folder);
        const batch = await newBatch(store, following(250));
        await store.run(batch, client, runOptions());
        assert.equal((await reopened(folder, batch.id)).refreshedAt, undefined);
        const before = Date.now();
        const cancelled = runOptions({ signal: AbortSignal.abort() });
        await store.run(batch, client, { ...cancelled, again: ['following'] });
        const { refreshedAt = 0 } = batch;
        assert.ok(refreshedAt >= before && refreshedAt <= Date.now());
        const again = await reopened(folder, batch.id);
        assert.equal(again.refreshedAt, refreshedAt);
        assert.equal((await storeIn(folder).list())[0]?.refreshedAt, refreshedAt);
        // Begun once more before its end, it is still the same: what has changed since is asked for.
        await storeIn(folder).run(again, client, { ...runOptions(), again: ['following'] });
        assert.deepEqual([again.state, again.refreshedAt], ['done', refreshedAt]);
        assert.ok((again.answeredAt(0) ?? 0) >= refreshedAt);
      }));

    it('leaves every answer standing where it is cancelled at once, with a mark that outlives a crash', () =>
      withFolder(async folder => {
        const store = storeIn(folder);
        const away = account.openids({ state: 'notFollowing' }, 5);
        const batch = await newBatch(store, away);
        await store.run(batch, client, runOptions());
        const cancel = AbortSignal.abort();
        await store.run(batch, client, { ...runOptions({ signal: cancel }), again: ['notFollowing'] });
        const again = await reopened(folder, batch.id);
        assert.deepEqual(
          [again.state, again.counts.notFollowing, again.counts.pending, again.toAskAgain.notFollowing],
          ['cancelled', 5, 0, 5],
        );
        assert.deepEqual(again.openidsToAsk(), away);
      }));
  });
});
