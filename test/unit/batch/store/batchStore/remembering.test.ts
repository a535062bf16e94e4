import assert from 'node:assert/strict';
import { join } from 'node:path';
import { readFile, writeFile } from 'node:fs/promises';
import { type Batch, type BatchStore, StoreError } from '../../../../../src/batch';
import { type WeChatClient } from '../../../../../src/wechat';
import { type SimulatedAccount, type SimulatedWeChat } from '../../../../wechat';
import { People } from '../../hostile/people';
import { writeVersion1 } from '../../hostile/version1';
import {
  batchGetPath,
  isProblem,
  newBatch,
  reopened,
  runOptions,
  startWeChatForEach,
  storeIn,
  withFolder,
} from '../../scenario';

describe('BatchStore: what was known stays known', () => {
  let weChat: SimulatedWeChat;
  let account: SimulatedAccount;
  let client: WeChatClient;

  startWeChatForEach(given => ({ weChat, account, client } = given));

  const rowsOf = (batch: Batch) =>
    batch.openids.map((_, index) => [batch.outcomeAt(index), batch.answeredAt(index)]);

  /** 100 who follow and 40 who do not, with their unionids. */
  async function fetched(store: BatchStore): Promise<Batch> {
    const away = account.openids({ state: 'notFollowing' }, 40);
    for (const openid of away) account.change(openid, { unionid: `u-${openid}` });
    const batch = await newBatch(store, [...account.openids({ state: 'following' }, 100), ...away]);
    await store.run(batch, client, runOptions());
    assert.equal(batch.counts.notFollowing, away.length);
    return batch;
  }

  const endings: Readonly<Record<string, (store: BatchStore, batch: Batch) => Promise<void>>> = {
    'refused for the day': async (store, batch) => {
      weChat.faults.add({ kind: 'errcode', errcode: 45009 }, { path: batchGetPath });
      await store.run(batch, client, { ...runOptions(), again: ['notFollowing'] });
      assert.equal(batch.state, 'stopped');
    },
    'cancelled at once': async (store, batch) => {
      const options = runOptions({ signal: AbortSignal.abort() });
      await store.run(batch, client, { ...options, again: ['notFollowing'] });
      assert.equal(batch.state, 'cancelled');
    },
    'without its account': async (store, batch) => {
      const gone = new Error('no longer registered');
      const nobody = { userInfo: () => Promise.reject(gone), batchGet: () => Promise.reject(gone) };
      const run = store.run(batch, nobody, { ...runOptions(), again: ['notFollowing'] });
      await assert.rejects(run, error => error === gone);
    },
  };

  for (const [how, end] of Object.entries(endings)) {
    it(`where a re-check is ${how}: every answer is there with its time, after a restart too, and Resume goes on`, () =>
      withFolder(async folder => {
        const store = storeIn(folder);
        const batch = await fetched(store);
        const before = rowsOf(batch);
        await end(store, batch);
        weChat.faults.clear();
        for (const each of [batch, await reopened(folder, batch.id)]) {
          assert.deepEqual(rowsOf(each), before);
          assert.equal(each.counts.notFollowing, 40);
          assert.equal(each.toAskAgain.notFollowing, 40);
          assert.notEqual(each.state, 'done');
        }
        const [entry] = await storeIn(folder).list();
        assert.deepEqual([entry?.counts, entry?.toAskAgain], [batch.counts, batch.toAskAgain]);
        weChat.forgetRequests();
        await store.run(batch, client, runOptions());
        assert.equal(weChat.calls(batchGetPath), 1);
        assert.deepEqual([batch.state, batch.toAskAgain.notFollowing], ['done', 0]);
      }));
  }

  it('keeps a refreshed row, with its time, after a restart', () =>
    withFolder(async folder => {
      const store = storeIn(folder);
      const batch = await fetched(store);
      const [openid = ''] = batch.openids;
      const row = { openid, subscribe: 0 };
      await store.amend(batch, { kind: 'notFollowing', openid, profile: row }, 1_900_000_000_000);
      for (const each of [batch, await reopened(folder, batch.id)]) {
        assert.equal(each.outcomeAt(0)?.kind, 'notFollowing');
        assert.equal(each.answeredAt(0), 1_900_000_000_000);
        assert.equal(each.state, 'done');
      }
      assert.deepEqual((await storeIn(folder).list())[0]?.counts, batch.counts);
    }));

  it('refreshes a row of a batch in memory, of one that runs here, and of none that another window runs', () =>
    withFolder(async folder => {
      const [first = '', second = ''] = account.openids({ state: 'following' }, 2);
      const row = { openid: second, subscribe: 0 };
      const outcome = { kind: 'notFollowing', openid: second, profile: row } as const;
      const inMemory = storeIn(folder, 0);
      const batch = await newBatch(inMemory, [first, second]);
      await inMemory.amend(batch, outcome, 5);
      assert.deepEqual([batch.outcomeAt(1), batch.answeredAt(1)], [outcome, 5]);

      const store = storeIn(folder);
      const saved = await newBatch(store, [first, second]);
      const other = storeIn(folder);
      const seen = await other.open(saved.id);
      assert.ok(seen);
      const gate = weChat.hold(batchGetPath);
      const run = store.run(saved, client, runOptions());
      await gate.arrived(1);
      await assert.rejects(other.amend(seen, outcome, 5), (error: unknown) => {
        return error instanceof StoreError && error.problem === 'busy';
      });
      await store.amend(saved, outcome, 5);
      assert.equal(saved.answeredAt(1), 5);
      gate.open();
      await run;
      assert.equal((await reopened(folder, saved.id)).counts.following, 2, 'the run has asked it, too');
    }));

  describe('a journal of version 1', () => {
    const people = new People(60);

    it('opens with every answer, whose times nobody knows', () =>
      withFolder(async folder => {
        await writeVersion1(join(folder, 'old.ndjson'), people);
        const batch = await reopened(folder, 'old');
        assert.deepEqual([batch.state, batch.counts.following, batch.counts.notFollowing], ['done', 40, 20]);
        assert.equal(batch.answeredAt(0), undefined);
        assert.equal(batch.startedAt, Date.UTC(2026, 0, 2, 3, 4, 5));
      }));

    it('is damaged where it lists more openids than it says, or fewer', () =>
      withFolder(async folder => {
        const path = join(folder, 'old.ndjson');
        await writeVersion1(path, people);
        const text = await readFile(path, 'utf8');
        for (const total of [people.openids.length - 1, people.openids.length + 1]) {
          await writeFile(path, text.replace(/"total":\d+/, `"total":${total}`));
          await assert.rejects(storeIn(folder).open('old'), isProblem('damaged'));
        }
      }));

    it('that was cancelled in a re-check has its answers, and the re-check still to do', () =>
      withFolder(async folder => {
        await writeVersion1(join(folder, 'old.ndjson'), people, 'rechecked');
        const store = storeIn(folder);
        const [entry] = await store.list();
        const batch = await store.open('old');
        for (const each of [entry, batch]) {
          assert.equal(each?.state, 'cancelled');
          assert.deepEqual([each.counts.notFollowing, each.counts.pending], [20, 0]);
          assert.equal(each.toAskAgain.notFollowing, 20);
        }
      }));

    it('becomes one of version 2 before anything is added to it', () =>
      withFolder(async folder => {
        const path = join(folder, 'old.ndjson');
        await writeVersion1(path, people, 'rechecked');
        const before = await readFile(path, 'utf8');
        const store = storeIn(folder);
        const batch = await store.open('old');
        assert.ok(batch);
        await store.list();
        assert.equal(await readFile(path, 'utf8'), before, 'reading changes nothing');
        await store.run(batch, people, runOptions());
        const lines = (await readFile(path, 'utf8')).trimEnd().split('\n');
        assert.match(lines[0] ?? '', /^\{"journal":2,/);
        assert.ok(lines.includes('{"still":["notFollowing"]}'));
        assert.ok(!lines.some(line => line.includes('"again"')));
        const again = await reopened(folder, 'old');
        assert.deepEqual([again.state, again.counts], ['done', batch.counts]);
        const recheckedRow = again.openids.findIndex(
          (_, index) => again.outcomeAt(index)?.kind === 'notFollowing',
        );
        assert.ok((again.answeredAt(recheckedRow) ?? 0) > 0);
        assert.equal(again.answeredAt(0), undefined);
      }));
  });
});
