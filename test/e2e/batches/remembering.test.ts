import assert from 'node:assert/strict';

import { type SimulatedAccount, type SimulatedWeChat, startWeChat } from '../../wechat';
import { addOfficialAccount } from '../accounts/addOfficialAccount';
import { storeBatch } from './storedBatch';
import { useWindow } from '../window';
import { BatchTable } from '../window/parts/batchTable';

const batchGet = '/cgi-bin/user/info/batchget';

/** 100 who follow and 900 who do not: asking the 900 again must not forget what is known of them. */
describe('a batch that is checked again', () => {
  let wechat: SimulatedWeChat;
  let account: SimulatedAccount;
  let openids: string[];

  before(async () => {
    wechat = await startWeChat({ followers: 20_000 });
    [account] = wechat.accounts;
    openids = [...account.openids({}, 100), ...account.openids({ state: 'notFollowing' }, 900)];
    assert.equal(openids.length, 1000);
  });
  after(() => wechat.close());
  const opened = useWindow(() => ({ wechat, files: {} }));

  before('a batch of the past', async () => {
    await storeBatch(opened().storageFolder, account, { openids, source: 'members.csv' });
    await addOfficialAccount(opened().window, account);
  });

  it('keeps every answer where the quota is used up, and says what is still to be asked', async () => {
    const { window } = opened();
    account.quota.set(batchGet, { daily: 0 });
    await window.runAndPick('WeChat: Open Batch', 'members.csv');
    await checkAgain();
    await window.notifications.message(/The batch stopped/);
    await expectCounts(['Following 100', 'Not following 900']);
    await window.webview
      .getByText(/^To be asked again: 900/)
      .first()
      .waitFor();
    await window.screenshot('batch-to-ask-again');
  });

  it('keeps them where it is cancelled at once, and where its window is killed', async () => {
    const { window } = opened();
    account.quota.set(batchGet, { daily: 500_000 });
    const gate = wechat.hold(batchGet);
    await window.webview.getByRole('button', { name: 'Resume' }).click();
    await gate.arrived(1);
    await window.notifications.choose(/Fetching/, 'Cancel');
    await window.notifications.message(/The batch was cancelled/);
    await expectCounts(['Following 100', 'Not following 900']);
    await window.webview.getByRole('button', { name: 'Resume' }).click();
    await gate.arrived(1);
    await window.killExtensionHost();
    gate.open();
    await window.reload();
    await window.runAndPick('WeChat: Open Batch', 'members.csv');
    await expectCounts(['Following 100', 'Not following 900']);
    await window.webview
      .getByText(/^To be asked again: 900/)
      .first()
      .waitFor();
  });

  it('keeps them where its account is removed without its history', async () => {
    const { window } = opened();
    await window.sidebar.open('OpenID Lens');
    await window.sidebar.choose(account.name, 'Remove Official Account…');
    await window.notifications.answer(`Remove ${account.name}`, 'Remove, Keep History');
    await window.sidebar.welcome.waitFor();
    await window.reload();
    await window.runAndPick('WeChat: Open Batch', 'members.csv');
    await expectCounts(['Following 100', 'Not following 900']);
  });

  it('takes the new answers once it goes on', async () => {
    const { window } = opened();
    await addOfficialAccount(window, account);
    for (const openid of openids.slice(100, 105)) account.setFollowing(openid, true);
    wechat.forgetRequests();
    await window.runAndPick('WeChat: Resume Batch', 'members.csv');
    await window.notifications.message(/The batch is done/);
    await expectCounts(['Following 105', 'Not following 895']);
    const asked = new Set(wechat.requests.flatMap(request => request.openids));
    assert.deepEqual([...asked].sort(), openids.slice(100).sort());
  });

  async function checkAgain(): Promise<void> {
    const { window } = opened();
    await window.webview.getByRole('button', { name: 'Re-check Not Following' }).click();
    await window.notifications.answer('People who did not follow: 900.', 'Ask Again');
  }

  const expectCounts = (expected: readonly string[]) =>
    new BatchTable(opened().window).expectCounts(expected);
});
