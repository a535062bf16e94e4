import assert from 'node:assert/strict';
import { isOfWrongAccount } from '../../../../src/batch';
import { type WeChatClient } from '../../../../src/wechat';
import { type SimulatedAccount, type SimulatedWeChat } from '../../../wechat';
import {
  askingCalls,
  newBatch,
  reopened,
  runOptions,
  storeIn,
  withFolder,
  startWeChatForEach,
} from '../scenario';

describe('a list under the wrong account', () => {
  let weChat: SimulatedWeChat;
  let account: SimulatedAccount;
  let client: WeChatClient;

  startWeChatForEach(given => ({ weChat, account, client } = given));

  const foreign = (count: number) => account.openids({ state: 'foreign' }, count);

  it('is stopped once WeChat knows none of its first openids, before it costs what nobody expects', () =>
    withFolder(async folder => {
      const store = storeIn(folder);
      const batch = await newBatch(store, foreign(2000));
      await store.run(batch, client, runOptions({ concurrency: 8 }));
      assert.equal(batch.state, 'stopped');
      assert.ok(isOfWrongAccount(batch));
      assert.equal(batch.counts.invalid, 300);
      assert.ok(askingCalls(weChat) < 700, `${askingCalls(weChat)} calls`);
      const again = await reopened(folder, batch.id);
      assert.deepEqual([again.state, again.counts], ['stopped', batch.counts]);
      assert.ok(isOfWrongAccount(again));
    }));

  it('goes on to its end when it is resumed nevertheless', () =>
    withFolder(async folder => {
      const store = storeIn(folder);
      const batch = await newBatch(store, foreign(700));
      await store.run(batch, client, runOptions());
      assert.equal(batch.counts.pending, 400);
      await store.run(batch, client, runOptions());
      assert.equal(batch.state, 'done');
      assert.equal(batch.counts.invalid, 700);
    }));

  it('is not what a list with a single person of the account is', () =>
    withFolder(async folder => {
      const store = storeIn(folder);
      const batch = await newBatch(store, [...account.openids({ state: 'following' }, 1), ...foreign(500)]);
      await store.run(batch, client, runOptions({ concurrency: 1 }));
      assert.equal(batch.state, 'done');
      assert.equal(batch.counts.invalid, 500);
    }));

  it('is done where nothing is left to ask', () =>
    withFolder(async folder => {
      const store = storeIn(folder);
      const batch = await newBatch(store, foreign(300));
      await store.run(batch, client, runOptions());
      assert.equal(batch.state, 'done');
    }));
});
