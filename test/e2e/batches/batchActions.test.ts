import assert from 'node:assert/strict';
import { readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'csv-parse/sync';

import { type SimulatedAccount, type SimulatedWeChat, startWeChat } from '../../wechat';
import { addOfficialAccount } from '../accounts/addOfficialAccount';
import { useWindow } from '../window';
import { BatchTable } from '../window/parts/batchTable';

/** 20 who follow, 4 who do not, 2 whom WeChat cannot answer for, and 1 whom it leaves out and then does not know. */
describe('a batch with gaps', () => {
  let wechat: SimulatedWeChat;
  let account: SimulatedAccount;
  let following: string[];
  let left: string[];
  const files: Record<string, string> = {};

  before(async () => {
    wechat = await startWeChat();
    [account] = wechat.accounts;
    following = account.openids({}, 23);
    left = account.openids({ state: 'notFollowing' }, 4);
    files['gaps.json'] = JSON.stringify([...following, ...left]);
  });
  after(() => wechat.close());
  const opened = useWindow(() => ({ wechat, files }));

  before('register the account', async () => {
    await addOfficialAccount(opened().window, account);
  });

  it('counts what is missing', async () => {
    const { window } = opened();
    const failing = new Set(following.slice(0, 2));
    const missing = following[2];
    // What WeChat cannot answer for spoils the chunk that it stands in.
    wechat.faults.add(
      { kind: 'errcode', errcode: 49003 },
      { when: ({ openids }) => openids.some(openid => failing.has(openid)) },
    );
    wechat.faults.add({ kind: 'rows', how: 'dropped', where: openid => openid === missing });
    wechat.faults.add(
      { kind: 'errcode', errcode: 40003 },
      { path: '/cgi-bin/user/info', when: ({ openids }) => openids[0] === missing },
    );
    await window.sidebar.open('Explorer');
    await window.sidebar.choose('gaps.json', 'Fetch Profiles from List…');
    await window.notifications.message('The batch is done: 20 following');
    await expectCounts(['Following 20', 'Not following 4', 'Invalid 1', 'Failed 2']);
    await window.screenshot('batch-with-gaps');
  });

  it('asks again for what failed, and for nothing else', async () => {
    const { window } = opened();
    wechat.faults.clear();
    wechat.forgetRequests();
    await window.webview.getByRole('button', { name: 'Retry Failed' }).click();
    await expectCounts(['Following 22', 'Not following 4', 'Invalid 1']);
    assert.deepEqual(askedOpenids(), following.slice(0, 2).sort());
  });

  it('tells what it costs before it asks again for those who do not follow', async () => {
    const { window } = opened();
    wechat.forgetRequests();
    account.setFollowing(left[0] ?? '', true);
    const again = window.webview.getByRole('button', { name: 'Re-check Not Following' });
    await again.click();
    await window.notifications.answer(
      'People who did not follow: 4. API calls to ask again: about 1.',
      'Cancel',
    );
    assert.deepEqual(askedOpenids(), []);
    await again.click();
    await window.notifications.answer('People who did not follow: 4.', 'Ask Again');
    await expectCounts(['Following 23', 'Not following 3', 'Invalid 1']);
    // Who follows again was asked for once more, to make sure of the answer.
    assert.deepEqual([...new Set(askedOpenids())], [...left].sort());
  });

  it('is exported to a file of the user’s choice', async () => {
    const { window, workspace } = opened();
    const target = path.join(workspace, 'gaps.csv');
    await window.webview.getByRole('button', { name: 'Export…' }).click();
    await window.quickInput.pick('CSV');
    await window.quickInput.choosePath(target);
    await window.notifications.message('Exported to gaps.csv');
    const rows: string[][] = parse(await readFile(target), { bom: true });
    const [head = [], ...others] = rows;
    const openids = others.map(row => row[head.indexOf('openid')] ?? '');
    assert.deepEqual(openids, [...following, ...left]);
  });

  it('leaves a tab that says so when its file is gone', async () => {
    const { window, storageFolder } = opened();
    const folder = path.join(storageFolder, 'batches');
    for (const name of await readdir(folder)) await rm(path.join(folder, name));
    await window.reload();
    await window.webview.getByText('This batch is no longer kept.').waitFor();
    await window.screenshot('batch-gone');
  });

  it('takes its tab along when it is removed', async () => {
    const { window } = opened();
    await window.sidebar.open('Explorer');
    await window.sidebar.choose('gaps.json', 'Fetch Profiles from List…');
    await expectCounts(['Following 24', 'Not following 3']);
    // One that still runs is not offered: the last counts come a moment before its end.
    await window.runAndPick('WeChat: Remove Batch', 'gaps.json');
    await window.notifications.answer('Remove the batch "gaps.json"?', 'Remove');
    await window.webview.getByText('This batch is no longer kept.').waitFor();
    assert.equal(await window.page.locator('.tabs-container .tab').count(), 1);
  });

  const expectCounts = (expected: readonly string[]) =>
    new BatchTable(opened().window).expectCounts(expected);

  function askedOpenids(): string[] {
    return wechat.requests.flatMap(({ openids }) => openids).sort();
  }
});
