import assert from 'node:assert/strict';
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BatchStore, type Every } from '../../../../../src/batch';
import { type WeChatClient } from '../../../../../src/wechat';
import { type SimulatedAccount, type SimulatedWeChat } from '../../../../wechat';
import {
  batchGetPath,
  isProblem,
  newBatch,
  runOptions,
  storeIn,
  withFolder,
  startWeChatForEach,
} from '../../scenario';

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

  describe('a batch that another window runs', () => {
    /** A store whose timers are turned by hand. */
    function followingStore(folder: string) {
      const glances: (() => Promise<void>)[] = [];
      const every: Every = (_milliseconds, act) => {
        glances.push(act);
        return { dispose: () => void glances.splice(glances.indexOf(act), 1) };
      };
      return { store: new BatchStore(folder, { retentionDays: () => 30, every }), glances };
    }

    it('opens as running there, follows it, and ends when it ends', () =>
      withFolder(async folder => {
        const mine = storeIn(folder);
        const batch = await newBatch(mine, following(300));
        const gate = weChat.hold(batchGetPath);
        const run = mine.run(batch, client, runOptions({ concurrency: 1 }));
        await gate.arrived(1);
        const { store: theirs, glances } = followingStore(folder);
        const copy = await theirs.open(batch.id);
        assert.ok(copy);
        assert.deepEqual([copy.state, copy.runsHere, copy.counts.pending], ['running', false, 300]);
        const told: string[] = [];
        copy.onDidChange(() => told.push(copy.state));
        gate.release();
        await gate.arrived(1);
        await readable(folder, batch.id, 100);
        await glances[0]?.();
        assert.deepEqual([copy.state, copy.counts.following], ['running', 100]);
        assert.ok(!told.includes('interrupted'), 'it seems never to stand still');
        gate.open();
        await run;
        await glances[0]?.();
        assert.deepEqual([copy.state, copy.counts.following], ['done', 300]);
        assert.equal(glances.length, 0, 'nothing is left to follow');
      }));

    it('is not read while nobody listens', () =>
      withFolder(async folder => {
        const mine = storeIn(folder);
        const batch = await newBatch(mine, following(200));
        const gate = weChat.hold(batchGetPath);
        const run = mine.run(batch, client, runOptions({ concurrency: 1 }));
        await gate.arrived(1);
        const { store: theirs, glances } = followingStore(folder);
        const copy = await theirs.open(batch.id);
        gate.open();
        await run;
        await glances[0]?.();
        assert.equal(copy?.counts.pending, 200);
        assert.equal((await theirs.open(batch.id))?.counts.following, 200, 'who comes back sees it');
      }));

    it('is removed there: it is over here', () =>
      withFolder(async folder => {
        const mine = storeIn(folder);
        const batch = await newBatch(mine, following(100));
        const gate = weChat.hold(batchGetPath);
        const run = mine.run(batch, client, runOptions());
        await gate.arrived(1);
        const { store: theirs, glances } = followingStore(folder);
        const copy = await theirs.open(batch.id);
        copy?.onDidChange(() => undefined);
        gate.open();
        await run;
        await mine.remove(batch.id);
        await glances[0]?.();
        assert.equal(copy?.state, 'interrupted');
        assert.equal(glances.length, 0);
      }));
  });

  it('runs a batch once where many start it at the same moment', () =>
    withFolder(async folder => {
      const { id } = await newBatch(storeIn(folder), following(100));
      const windows = Array.from({ length: 4 }, () => storeIn(folder));
      const batches = await Promise.all(windows.map(window => window.open(id)));
      const runs = await Promise.allSettled(
        windows.map((window, index) => {
          const batch = batches[index];
          assert.ok(batch);
          return window.run(batch, client, runOptions());
        }),
      );
      assert.equal(runs.filter(({ status }) => status === 'fulfilled').length, 1);
      for (const run of runs) if (run.status === 'rejected') assert.ok(isProblem('busy')(run.reason));
      assert.equal(weChat.calls(batchGetPath), 1);
    }));

  it('takes a copy of a journal for a batch of its own', () =>
    withFolder(async folder => {
      const store = storeIn(folder);
      const batch = await newBatch(store, following(3));
      const name = `${batch.id}-copy`;
      await copyFile(join(folder, `${batch.id}.ndjson`), join(folder, `${name}.ndjson`));
      assert.deepEqual((await store.list()).map(({ id }) => id).sort(), [batch.id, name]);
      const copy = await store.open(name);
      assert.equal(copy?.id, name);
      await store.run(copy, client, runOptions());
      assert.equal(batch.counts.pending, 3);
      assert.equal((await storeIn(folder).open(batch.id))?.counts.pending, 3);
      await store.remove(name);
      assert.deepEqual(
        (await store.list()).map(({ id }) => id),
        [batch.id],
      );
    }));

  it('resumes a batch that another one has removed with a word that it is gone', () =>
    withFolder(async folder => {
      const batch = await newBatch(storeIn(folder), following(3));
      const store = storeIn(folder);
      const seen = await store.open(batch.id);
      assert.ok(seen);
      await storeIn(folder).remove(batch.id);
      await assert.rejects(store.run(seen, client, runOptions()), isProblem('gone'));
      assert.deepEqual(store.running(), []);
    }));
});

/** Waits until so many outcomes of a batch are on the disk. */
async function readable(folder: string, id: string, count: number): Promise<void> {
  while (((await storeIn(folder).open(id))?.counts.following ?? 0) < count);
}
