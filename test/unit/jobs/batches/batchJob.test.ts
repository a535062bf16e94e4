import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import * as path from 'node:path';

import { commands } from '../../../../src/manifest';
import { paths, until, useExtension } from '../../useExtension';

describe('the run of a batch', () => {
  const { window, extension, person } = useExtension({ registered: 2 });
  const fetch = (openids: readonly string[], appId = extension.account.appId) =>
    extension.run(commands.batchFetch, { openids, appId });
  const said = (words: string) => window.messages.find(text => text.includes(words));
  const choices = (words: string) => window.shown.find(({ text }) => text.includes(words))?.choices;

  it('says how many it fetches, and at its end what became of them', async () => {
    await fetch(extension.account.openids({}, 250));
    const [progress] = window.progress;
    assert.equal(progress?.title, 'Fetching 250 profiles (Lens Demo 服务号)');
    assert.ok(progress.isOver);
    assert.deepEqual(window.messages, ['The batch is done: 250 following.']);
    assert.deepEqual(choices('The batch is done'), []);
    assert.equal(extension.weChat.calls(paths.batchGet), 3);
  });

  it('shows its table while it runs', async () => {
    const gate = extension.weChat.hold(paths.batchGet);
    const run = fetch(extension.account.openids({}, 100));
    await gate.arrived(1);
    assert.deepEqual(
      window.panels.map(({ title, isDisposed }) => [title, isDisposed]),
      [['List from another extension', false]],
    );
    gate.open();
    await run;
  });

  it('counts in its notification what this run asks for, and names its answers alone', async () => {
    const { account } = extension;
    await fetch([...account.openids({}, 150), ...account.openids({ state: 'neverFollowed' }, 100)]);
    const { id } = await extension.batch();
    const gate = extension.weChat.hold(paths.batchGet);
    person.chooses(/People who did not follow: 100/, 'Ask Again');
    const run = extension.run(commands.recheckNotFollowing, { batchId: id });
    await until(() => (window.progress[1]?.messages.length ?? 0) > 0);
    assert.equal(window.progress[1]?.title, 'Fetching 100 profiles (Lens Demo 服务号)');
    assert.match(window.progress[1].messages[0] ?? '', /^0 of 100 · 0 a second$/);
    gate.open();
    await run;
    assert.equal((await extension.batch()).counts.notFollowing, 100);
  });

  it('ends with the Cancel of its notification, and goes on with Resume where it stood', async () => {
    const gate = extension.weChat.hold(paths.batchGet);
    person.chooses('The batch was cancelled', 'Resume');
    const run = fetch(extension.account.openids({}, 250));
    await gate.arrived(1);
    window.progress[0]?.cancel();
    await run;
    assert.ok(said('The batch was cancelled. So far: 250 pending.'));
    gate.open();
    await until(() => said('The batch is done') !== undefined);
    assert.deepEqual((await extension.batch()).counts.following, 250);
  });

  it('ends with Cancel Batch, and keeps what has come', async () => {
    const openids = extension.account.openids({}, 250);
    window.set('wechatOpenid.concurrency', 1);
    const gate = extension.weChat.hold(paths.batchGet);
    const run = fetch(openids);
    await gate.arrived(1);
    gate.release();
    await gate.arrived(1);
    await extension.run(commands.cancelBatch, { batchId: (await extension.batch()).id });
    await run;
    assert.ok(said('The batch was cancelled. So far: 100 following, 150 pending.'));
    const { state, counts } = await extension.batch();
    assert.deepEqual([state, counts.following, counts.pending], ['cancelled', 100, 150]);
  });

  it('stops where the day’s quota is used up, says what can be done, and resumes from there', async () => {
    extension.account.become('quotaUsedUp');
    await fetch(extension.account.openids({}, 150));
    const message = said('The batch stopped');
    assert.match(message ?? '', /^Lens Demo 服务号: The batch stopped\. So far: 150 pending\. 45009 · /);
    assert.deepEqual(choices('The batch stopped')?.slice(0, 2), ['Resume', 'Reset API Quota…']);
    extension.account.become('healthy');
    await extension.run(commands.resumeBatch, { batchId: (await extension.batch()).id });
    assert.ok(said('The batch is done: 150 following.'));
  });

  it('stops early where the whole list is of another account', async () => {
    window.set('wechatOpenid.confirmAbove', 5000);
    await fetch(extension.account.openids({ state: 'foreign' }, 3000));
    assert.match(said('The batch stopped') ?? '', /None of the first \d+ openids belongs to this account/);
    assert.ok((await extension.batch()).counts.pending > 2000);
  });

  it('offers to ask again for what failed, and for nothing else', async () => {
    const openids = extension.account.openids({}, 150);
    const spoilt = new Set(openids.slice(0, 3));
    const where = (openid: string) => spoilt.has(openid);
    const mend = extension.weChat.faults.add({ kind: 'rows', how: 'withoutSubscribe', where });
    await fetch(openids);
    mend();
    assert.ok(said('The batch is done: 147 following, 3 failed.'));
    assert.deepEqual(choices('The batch is done'), ['Retry Failed']);
    assert.match(said('3 failed.') ?? '', /3 failed\. The answer cannot be read/);
    extension.weChat.forgetRequests();
    await extension.run(commands.retryFailed, { batchId: (await extension.batch()).id });
    assert.equal((await extension.batch()).counts.following, 150);
    assert.equal(extension.weChat.calls(paths.batchGet) + extension.weChat.calls(paths.userInfo), 1);
  });

  it('runs once at a time, and stays cancellable when it is asked for twice', async () => {
    const gate = extension.weChat.hold(paths.batchGet);
    const run = fetch(extension.account.openids({}, 100));
    await gate.arrived(1);
    const { id } = await extension.batch();
    await extension.run(commands.resumeBatch, { batchId: id });
    assert.ok(said('This batch is already running'));
    await extension.run(commands.cancelBatch, { batchId: id });
    await run;
    assert.ok(said('The batch was cancelled'));
  });

  it('says in its notification that it is not kept, where no history is wanted', async () => {
    window.set('wechatOpenid.history.retentionDays', 0);
    await fetch(extension.account.openids({}, 2));
    assert.match(window.progress[0]?.title ?? '', /kept in memory only/);
    assert.deepEqual(await extension.store().list(), []);
  });

  it('says so by where the batch is, whatever is wanted by now', async () => {
    await fetch(extension.account.openids({}, 1));
    assert.equal(window.progress[0]?.title, 'Fetching 1 profile (Lens Demo 服务号)');
    extension.weChat.faults.add({ kind: 'errcode', errcode: 45009 }, { times: 1 });
    window.set('wechatOpenid.history.retentionDays', 0);
    await fetch(extension.account.openids({}, 2));
    window.set('wechatOpenid.history.retentionDays', 30);
    assert.ok(said('The batch stopped'));
    person.chooses('Resume which batch?', 'List from another extension');
    await extension.run(commands.resumeBatch);
    assert.match(window.progress.at(-1)?.title ?? '', /^Fetching 2 profiles .*kept in memory only/);
  });

  it('goes on in memory where the disk refuses it, and says so', async () => {
    await writeFile(path.join(extension.folder, 'batches'), 'a file where a folder should be');
    await fetch(extension.account.openids({}, 2));
    assert.ok(said('The batch cannot be saved'));
    assert.ok(said('The batch is done: 2 following.'));
  });

  it('teaches whose openids these are', async () => {
    await fetch(extension.account.openids({}, 2));
    await fetch(extension.other.openids({}, 2), extension.other.appId);
    extension.weChat.forgetRequests();
    await extension.run(commands.batchFetch, { openids: extension.other.openids({}, 4) });
    assert.deepEqual(
      new Set(extension.weChat.requests.map(({ appId }) => appId)),
      new Set([extension.other.appId]),
    );
  });
});
