import assert from 'node:assert/strict';
import { type Outcome, runBatch, type RunEvent } from '../../../../../src/batch';
import { isWeChatFault, type WeChatClient } from '../../../../../src/wechat';
import { type SimulatedAccount, type SimulatedWeChat } from '../../../../wechat';
import {
  askingCalls,
  batchGetPath,
  byKind,
  collect,
  runOptions,
  userInfoPath,
  startWeChatForEach,
} from '../../scenario';

describe('runBatch', () => {
  let weChat: SimulatedWeChat;
  let account: SimulatedAccount;
  let client: WeChatClient;

  startWeChatForEach(given => ({ weChat, account, client } = given));

  const following = (count: number) => account.openids({ state: 'following' }, count);

  it('yields one outcome for each distinct openid, with the profile as WeChat sent it', async () => {
    const openids = following(250);
    const outcomes = await collect(runBatch(client, [...openids, ...openids.slice(0, 30)], runOptions()));
    assert.deepEqual(byKind(outcomes), { following: [...openids].sort() });
    assert.equal(askingCalls(weChat), 3);
    for (const outcome of outcomes) {
      assert.ok(outcome.kind === 'following');
      assert.equal(outcome.profile.openid, outcome.openid);
      assert.equal(outcome.profile.subscribe, 1);
    }
  });

  it('asks for nothing when there is nothing to ask for', async () => {
    assert.deepEqual(await collect(runBatch(client, [], runOptions())), []);
    assert.equal(weChat.requests.length, 0);
  });

  it('passes the language on', async () => {
    await collect(runBatch(client, following(2), runOptions({ lang: 'zh_TW' })));
    const request = weChat.requests.find(({ path }) => path === batchGetPath);
    assert.match(request?.body ?? '', /"lang":"zh_TW"/);
  });

  it('keeps as many calls in flight as it may, and no more', async () => {
    const gate = weChat.hold(batchGetPath);
    const run = collect(runBatch(client, following(800), runOptions({ concurrency: 3 })));
    await gate.arrived(3);
    assert.equal(weChat.calls(batchGetPath), 3);
    gate.release();
    await gate.arrived(3);
    assert.equal(weChat.calls(batchGetPath), 4);
    gate.open();
    assert.equal((await run).length, 800);
  });

  it('makes one call at a time when it may make none', async () => {
    const outcomes = await collect(runBatch(client, following(250), runOptions({ concurrency: 0 })));
    assert.equal(outcomes.length, 250);
  });

  it('makes no further calls while nobody takes the outcomes', async () => {
    const run = runBatch(client, following(800), runOptions({ concurrency: 2 }));
    await run.next();
    // Time enough for many calls, counted in round trips.
    for (let trip = 0; trip < 20; trip++) await client.tags();
    assert.equal(weChat.calls(batchGetPath), 3);
    await run.return();
  });

  describe('bad openids', () => {
    it('isolates them by halving, and hides nobody', async () => {
      const good = following(197);
      const bad = account.openids({ state: 'foreign' }, 3);
      const mixed = [...good.slice(0, 90), bad[0], ...good.slice(90, 91), bad[1], ...good.slice(91), bad[2]];
      const openids = mixed.filter(openid => openid !== undefined);
      const outcomes = await collect(runBatch(client, openids, runOptions()));
      assert.deepEqual(byKind(outcomes), { following: [...good].sort(), invalid: [...bad].sort() });
      assert.ok(askingCalls(weChat) <= 2 + 3 * 2 * 7, `${askingCalls(weChat)} calls`);
      for (const outcome of outcomes) {
        if (outcome.kind === 'invalid')
          assert.ok(isWeChatFault(outcome.fault) && outcome.fault.errcode === 40003);
      }
    });

    it('halves a list whose size WeChat refuses (40032)', async () => {
      weChat.faults.add({ kind: 'errcode', errcode: 40032 }, { when: ({ openids }) => openids.length > 50 });
      const outcomes = await collect(runBatch(client, following(100), runOptions()));
      assert.equal(byKind(outcomes).following?.length, 100);
      assert.equal(askingCalls(weChat), 3);
    });

    it('gives a lone openid that is refused for another reason as failed', async () => {
      weChat.faults.add({ kind: 'errcode', errcode: 49003 });
      const [outcome] = await collect(runBatch(client, following(1), runOptions()));
      assert.ok(
        outcome?.kind === 'failed' && isWeChatFault(outcome.fault) && outcome.fault.errcode === 49003,
      );
    });
  });

  describe('answers that cannot be taken at their word', () => {
    it('does not mind their order, repeated rows, or rows of strangers', async () => {
      weChat.faults.add({ kind: 'rows', how: 'reordered' });
      weChat.faults.add({ kind: 'rows', how: 'duplicated' });
      const outcomes = await collect(runBatch(client, following(120), runOptions()));
      assert.deepEqual(byKind(outcomes), { following: [...following(120)].sort() });
      assert.equal(askingCalls(weChat), 2);
    });

    it('asks singly for a row that is missing', async () => {
      const missing = new Set(following(120).slice(50, 53));
      weChat.faults.add({ kind: 'rows', how: 'dropped', where: openid => missing.has(openid) });
      const outcomes = await collect(runBatch(client, following(120), runOptions()));
      assert.equal(byKind(outcomes).following?.length, 120);
      assert.equal(weChat.calls(userInfoPath), 3);
    });

    it('gives an openid that is answered neither in a batch nor singly as not returned', async () => {
      const [missing = '', other = ''] = following(2);
      weChat.faults.add({ kind: 'rows', how: 'dropped', where: openid => openid === missing });
      const body = JSON.stringify({ subscribe: 1, openid: other });
      weChat.faults.add({ kind: 'status', status: 200, body }, { path: userInfoPath });
      const outcomes = await collect(runBatch(client, [missing, other], runOptions()));
      assert.deepEqual(byKind(outcomes), { following: [other], notReturned: [missing] });
    });

    it('asks again singly for a follower without a follow time, and takes that answer', async () => {
      weChat.faults.add({ kind: 'rows', how: 'withoutSubscribeTime' });
      const outcomes = await collect(runBatch(client, following(3), runOptions()));
      assert.deepEqual(byKind(outcomes), { following: [...following(3)].sort() });
      assert.equal(weChat.calls(userInfoPath), 3);
    });

    it('gives a row without `subscribe`, asked for twice, as failed, and keeps it', async () => {
      const [blank = '', fine = ''] = following(2);
      weChat.faults.add({ kind: 'rows', how: 'withoutSubscribe', where: openid => openid === blank });
      const outcomes = await collect(runBatch(client, [blank, fine], runOptions()));
      assert.deepEqual(byKind(outcomes), { failed: [blank], following: [fine] });
      const failed = outcomes.find(({ kind }) => kind === 'failed');
      assert.ok(failed?.kind === 'failed');
      assert.equal(failed.profile?.openid, blank);
      assert.deepEqual(failed.fault, {
        reason: 'unreadable',
        endpoint: userInfoPath,
        detail: 'no subscription state',
      });
    });
  });

  describe('cancelling', () => {
    it('aborts the calls in flight, yields what arrived, and rejects with the reason', async () => {
      const gate = weChat.hold(batchGetPath);
      const cancel = new AbortController();
      const reason = new Error('cancelled by a test');
      const outcomes: Outcome[] = [];
      const run = (async () => {
        const options = runOptions({ concurrency: 4, signal: cancel.signal });
        for await (const outcome of runBatch(client, following(800), options)) outcomes.push(outcome);
      })();
      await gate.arrived(4);
      gate.release(2);
      await gate.arrived(4);
      cancel.abort(reason);
      await assert.rejects(run, error => error === reason);
      assert.equal(outcomes.length, 200);
      assert.equal(weChat.calls(batchGetPath), 6);
    });

    it('ends a pause at once', async () => {
      weChat.faults.add({ kind: 'errcode', errcode: 45011 });
      const cancel = new AbortController();
      const reason = new Error('cancelled by a test');
      const onEvent = (event: RunEvent) => {
        if (event.kind === 'pause') cancel.abort(reason);
      };
      const run = runBatch(client, following(5), { concurrency: 1, signal: cancel.signal, onEvent });
      await assert.rejects(collect(run), error => error === reason);
    });

    it('makes no call when it comes before the start', async () => {
      const reason = new Error('cancelled by a test');
      const run = runBatch(client, following(5), runOptions({ signal: AbortSignal.abort(reason) }));
      await assert.rejects(collect(run), error => error === reason);
      assert.equal(weChat.requests.length, 0);
    });
  });
});
