import assert from 'node:assert/strict';
import { type WeChatClient } from '../../../../src/wechat';
import { type SimulatedAccount, type SimulatedWeChat } from '../../../wechat';
import {
  batchGetPath,
  isProblem,
  newBatch,
  runOptions,
  storeIn,
  withFolder,
  startWeChatForEach,
} from '../scenario';

describe('BatchStore: several windows', () => {
  let weChat: SimulatedWeChat;
  let account: SimulatedAccount;
  let client: WeChatClient;

  startWeChatForEach(given => ({ weChat, account, client } = given));

  const following = (count: number) => account.openids({ state: 'following' }, count);

  describe('two windows', () => {
    it('never run the same batch at once', () =>
      withFolder(async folder => {
        const mine = storeIn(folder);
        const theirs = storeIn(folder);
        const batch = await newBatch(mine, following(200));
        const gate = weChat.hold(batchGetPath);
        const run = mine.run(batch, client, runOptions());
        await gate.arrived(2);
        const copy = await theirs.open(batch.id);
        assert.ok(copy);
        await assert.rejects(theirs.run(copy, client, runOptions()), isProblem('busy'));
        await assert.rejects(theirs.remove(batch.id), isProblem('busy'));
        await assert.rejects(mine.run(batch, client, runOptions()), isProblem('busy'));
        await assert.rejects(mine.remove(batch.id), isProblem('busy'));
        assert.equal((await theirs.list())[0]?.state, 'running');
        gate.open();
        await run;
        assert.equal((await theirs.list())[0]?.state, 'done');
      }));

    it('go on where the other has stopped', () =>
      withFolder(async folder => {
        const mine = storeIn(folder);
        const theirs = storeIn(folder);
        const batch = await newBatch(mine, following(200));
        const copy = await theirs.open(batch.id);
        assert.ok(copy);
        await mine.run(batch, client, runOptions());
        weChat.forgetRequests();
        await theirs.run(copy, client, runOptions());
        assert.equal(copy.counts.following, 200);
        assert.equal(weChat.requests.length, 0);
        assert.equal((await mine.open(batch.id))?.state, 'done');
      }));

    it('see what the other has done, in the same object', () =>
      withFolder(async folder => {
        const mine = storeIn(folder);
        const theirs = storeIn(folder);
        const batch = await newBatch(mine, following(200));
        const copy = await theirs.open(batch.id);
        await mine.run(batch, client, runOptions());
        assert.equal(await theirs.open(batch.id), copy);
        assert.equal(copy?.counts.following, 200);
      }));
  });

  it('lists a batch as it is on disk where another window went on with it', () =>
    withFolder(async folder => {
      const here = storeIn(folder);
      const batch = await newBatch(here, following(150));
      const there = storeIn(folder);
      const same = await there.open(batch.id);
      assert.ok(same);
      await there.run(same, client, runOptions());
      assert.equal(batch.state, 'interrupted', 'the object here has not looked since');
      assert.deepEqual(
        (await here.list()).map(({ state }) => state),
        ['done'],
      );
    }));

  it('opens one object a batch, however often and however soon it is asked', () =>
    withFolder(async folder => {
      const store = storeIn(folder);
      const { id } = await newBatch(storeIn(folder), following(3));
      const [first, second] = await Promise.all([store.open(id), store.open(id)]);
      assert.ok(first);
      assert.equal(first, second);
      assert.equal(await store.open(id), first);
    }));
});
