import assert from 'node:assert/strict';
import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ListError } from '../../../src/lists';
import { WeChatError } from '../../../src/wechat';
import { type SimulatedAccount, type SimulatedWeChat, startWeChat } from '../../wechat';
import { clientOf, withFolder } from '../lists/scenario';
import { rejection } from '../wechat/rejection';
import { go, newRun, storeIn } from './keptRuns';

const tagging = '/cgi-bin/tags/members/batchtagging';
const untagging = '/cgi-bin/tags/members/batchuntagging';

describe('runs that change tags', () => {
  let weChat: SimulatedWeChat;
  let account: SimulatedAccount;

  beforeEach(async () => {
    weChat = await startWeChat({ followers: 600 });
    [account] = weChat.accounts;
  });

  afterEach(() => weChat.close());

  const carries = (openid: string, id = 105) => account.personOf(openid)?.tagIds.includes(id) ?? false;
  const without = () => account.openids().filter(openid => !carries(openid));

  it('send 50 at a time, and have an outcome for each', () =>
    withFolder(async folder => {
      const { store } = storeIn(folder);
      const openids = without().slice(0, 120);
      const run = await newRun(
        store,
        account.appId,
        openids.map(openid => ({ openid })),
      );
      await store.run(run, clientOf(weChat), go());
      assert.deepEqual(run.counts, { done: 120, already: 0, full: 0, refused: 0, notTried: 0 });
      assert.equal(weChat.calls(tagging), 3);
      assert.ok(openids.every(openid => carries(openid)));
    }));

  it('tag 120 of whom 2 are refused and 10 had the tag, and an undo leaves those 10', () =>
    withFolder(async folder => {
      const { store, changes } = storeIn(folder);
      const had = account
        .openids()
        .filter(openid => carries(openid))
        .slice(0, 10);
      const gone = account.openids({ state: 'notFollowing' }, 2);
      const others = without().slice(0, 108);
      const people = [
        ...had.map(openid => ({ openid, before: { carries: true, at: 5 } })),
        ...gone.map(openid => ({ openid, before: { carries: false, at: 5 } })),
        // Of the last eight nobody knows what they had.
        ...others.map((openid, at) =>
          at < 100 ? { openid, before: { carries: false, at: 5 } } : { openid },
        ),
      ];
      const run = await newRun(store, account.appId, people);
      await store.run(run, clientOf(weChat), go());
      assert.deepEqual(run.counts, { done: 108, already: 10, full: 0, refused: 2, notTried: 0 });
      const refused = run.people.map(person => run.outcomeOf(person)).find(({ kind }) => kind === 'refused');
      assert.ok(refused?.kind === 'refused' && 'errcode' in refused.fault && refused.fault.errcode === 40003);
      const sent = weChat.requests
        .filter(({ path }) => path === tagging)
        .map(({ body }) => body)
        .join();
      assert.ok(had.every(openid => !sent.includes(openid)));
      const overlay = await changes.overlay(account.appId);
      assert.deepEqual(overlay.over(others[0] ?? '', { tagIds: [2] }, 0).tagIds, [2, 105]);
      assert.equal(overlay.over(gone[0] ?? '', { tagIds: [2] }, 0).changedAt, undefined);

      const undo = await store.createUndo(run);
      await store.run(undo, clientOf(weChat), go());
      assert.equal(undo.counts.done, 100);
      assert.equal(weChat.calls(untagging), 2);
      assert.ok(had.every(openid => carries(openid)));
      assert.ok(others.slice(0, 100).every(openid => !carries(openid)));
      assert.ok(others.slice(100).every(openid => carries(openid)));
    }));

  it('go on after a cancel, also in another window, with nobody twice', () =>
    withFolder(async folder => {
      const { store } = storeIn(folder);
      const openids = without().slice(0, 150);
      const run = await newRun(
        store,
        account.appId,
        openids.map(openid => ({ openid })),
      );
      const controller = new AbortController();
      const error = await rejection(
        store.run(run, clientOf(weChat), {
          ...go(),
          signal: controller.signal,
          onAnswer: () => controller.abort(),
        }),
      );
      assert.ok(error instanceof Error && error.name === 'AbortError');
      // A crash tore a line off besides.
      await appendFile(join(folder, 'tags', `${run.id}.ndjson`), '{"done":["o');
      const again = await storeIn(folder).store.open(run.id);
      assert.deepEqual(again?.counts, { done: 50, already: 0, full: 0, refused: 0, notTried: 100 });
      assert.ok(again);
      await store.run(again, clientOf(weChat), go());
      assert.equal(weChat.calls(tagging), 3);
      assert.deepEqual((await storeIn(folder).store.open(run.id))?.counts, again.counts);
      assert.equal(again.counts.done, 150);
    }));

  it('catch up with another window before they go on, and do not where it removed them', () =>
    withFolder(async folder => {
      const { store } = storeIn(folder);
      const people = without()
        .slice(0, 60)
        .map(openid => ({ openid, before: { carries: false, at: 1 } }));
      const run = await newRun(store, account.appId, people);
      const elsewhere = storeIn(folder).store;
      const same = await elsewhere.open(run.id);
      assert.ok(same);
      await elsewhere.run(same, clientOf(weChat), go());
      await elsewhere.run(await elsewhere.createUndo(same), clientOf(weChat), go());
      await store.run(run, clientOf(weChat), go());
      assert.deepEqual([weChat.calls(tagging), weChat.calls(untagging)], [2, 2]);
      assert.deepEqual([run.counts.done, run.pending], [60, []]);
      const other = await newRun(store, account.appId, people);
      await elsewhere.remove(other.id);
      const error = await rejection(store.run(other, clientOf(weChat), go()));
      assert.ok(error instanceof ListError && error.problem === 'gone');
      assert.equal(await elsewhere.open(other.id), undefined);
    }));

  it('repeat a 45159 once after a pause, and stop where the tag is gone', () =>
    withFolder(async folder => {
      const { store } = storeIn(folder);
      const people = without()
        .slice(0, 60)
        .map(openid => ({ openid }));
      weChat.faults.add({ kind: 'errcode', errcode: 45159 }, { path: tagging, times: 1 });
      const sleeps: number[] = [];
      const run = await newRun(store, account.appId, people);
      await store.run(run, clientOf(weChat), go(sleeps));
      assert.deepEqual([run.counts.done, sleeps], [60, [2_000]]);

      account.tags.remove(104);
      const other = await newRun(store, account.appId, people, 104);
      const error = await rejection(store.run(other, clientOf(weChat), go()));
      assert.ok(error instanceof WeChatError && error.fault.errcode === 45159);
      assert.deepEqual(other.counts, { done: 0, already: 0, full: 0, refused: 0, notTried: 60 });
      const kept = await store.open(other.id);
      assert.ok(kept?.stoppedBy && 'errcode' in kept.stoppedBy && kept.stoppedBy.errcode === 45159);
    }));

  it('never have two calls for one person under way, though two runs begin at once', () =>
    withFolder(async folder => {
      const { store } = storeIn(folder);
      const people = without()
        .slice(0, 40)
        .map(openid => ({ openid }));
      weChat.faults.add({ kind: 'latency', ms: 30 }, { path: tagging });
      const runs = [
        await newRun(store, account.appId, people),
        await newRun(store, account.appId, people, 103),
      ];
      const sleeps: number[] = [];
      await Promise.all(runs.map(run => store.run(run, clientOf(weChat), go(sleeps))));
      assert.deepEqual(
        runs.map(run => run.counts.done),
        [40, 40],
      );
      assert.deepEqual(sleeps, []);
    }));

  it('stop at a used-up quota with what was done kept', () =>
    withFolder(async folder => {
      const { store } = storeIn(folder);
      account.quota.set(tagging, { daily: 1 });
      const run = await newRun(
        store,
        account.appId,
        without()
          .slice(0, 120)
          .map(openid => ({ openid })),
      );
      const error = await rejection(store.run(run, clientOf(weChat), go()));
      assert.ok(error instanceof WeChatError && error.fault.errcode === 45009);
      assert.deepEqual((await store.open(run.id))?.counts, {
        done: 50,
        already: 0,
        full: 0,
        refused: 0,
        notTried: 70,
      });
    }));

  it('give a list of unionids up after twenty refusals', () =>
    withFolder(async folder => {
      const { store } = storeIn(folder);
      const unionids = account.openids({}, 200).map(openid => account.personOf(openid)?.unionid ?? '');
      const run = await newRun(
        store,
        account.appId,
        unionids.map(openid => ({ openid })),
      );
      const error = await rejection(store.run(run, clientOf(weChat), go()));
      assert.ok(error instanceof WeChatError && error.fault.errcode === 40003);
      assert.deepEqual([run.counts.refused, run.counts.notTried], [20, 180]);
    }));

  it('tell the one with twenty tags from the others', () =>
    withFolder(async folder => {
      const { store } = storeIn(folder);
      const [full = '', ...others] = without().slice(0, 50);
      for (let count = 0; count < 20; count++) {
        const made = account.tags.create(`t${count}`);
        const index = account.people.indexOf(full);
        if ('id' in made && index !== undefined && account.tags.mayCarryMore(index, made.id))
          account.tags.give(index, made.id);
      }
      const run = await newRun(
        store,
        account.appId,
        [full, ...others].map(openid => ({ openid })),
      );
      await store.run(run, clientOf(weChat), go());
      const outcome = run.outcomeOf({ openid: full });
      assert.ok(outcome.kind === 'refused' && 'errcode' in outcome.fault && outcome.fault.errcode === 45059);
      assert.equal(run.counts.done, 49);
    }));

  it('are run by one window at a time', () =>
    withFolder(async folder => {
      const { store } = storeIn(folder);
      const run = await newRun(
        store,
        account.appId,
        without()
          .slice(0, 10)
          .map(openid => ({ openid })),
      );
      const gate = weChat.hold(tagging);
      const first = store.run(run, clientOf(weChat), go());
      await gate.arrived(1);
      const error = await rejection(storeIn(folder).store.run(run, clientOf(weChat), go()));
      assert.ok(error instanceof ListError && error.problem === 'busy');
      gate.open();
      await first;
      assert.equal(weChat.calls(tagging), 1);
    }));

  it('leave nothing on the disk at a retention of 0', () =>
    withFolder(async folder => {
      const { store, changes } = storeIn(folder, 0);
      const openid = without()[0] ?? '';
      const run = await newRun(store, account.appId, [{ openid }]);
      await store.run(run, clientOf(weChat), go());
      assert.deepEqual(
        (await store.runs()).map(({ counts }) => counts.done),
        [1],
      );
      assert.deepEqual((await changes.overlay(account.appId)).over(openid, {}, 0).tagIds, [105]);
      assert.deepEqual(await storeIn(folder).store.runs(), []);
    }));

  it('send nobody who has 20 tags, and remember so', () =>
    withFolder(async folder => {
      const { store } = storeIn(folder);
      const [full = '', other = ''] = without();
      const before = { carries: false, at: 7 };
      const run = await newRun(store, account.appId, [
        { openid: full, before, isFull: true },
        { openid: other, before },
      ]);
      await store.run(run, clientOf(weChat), go());
      assert.deepEqual(run.counts, { done: 1, already: 0, full: 1, refused: 0, notTried: 0 });
      const again = (await storeIn(folder).store.open(run.id)) ?? assert.fail();
      assert.deepEqual(again.outcomeAt(0), { kind: 'full', knownAt: 7 });
      // Who has 20 tags can lose one.
      assert.equal((await store.createUndo(run)).people.length, 1);
    }));
});
