import assert from 'node:assert/strict';

import { type SimulatedWeChat, startWeChat } from '../../wechat';
import { addOfficialAccount } from './addOfficialAccount';
import { eventually, useWindow, type VSCodeWindow } from '../window';

describe('two windows of one user, in Restricted Mode', () => {
  let wechat: SimulatedWeChat;
  let other: VSCodeWindow;

  before(async () => {
    wechat = await startWeChat({ followers: 12_000 });
  });
  after(() => wechat.close());
  // Without the test's own setting a new folder is not trusted.
  const opened = useWindow(() => ({ wechat, settings: { 'security.workspace.trust.enabled': undefined } }));

  it('works in a folder that is not trusted', async () => {
    const { window } = opened();
    await window.page.locator('[id="status.workspaceTrust"]').waitFor();
    await addOfficialAccount(window, wechat.accounts[0]);
    await window.sidebar.open('OpenID Lens');
    await window.sidebar.row(wechat.accounts[0].name).waitFor();
  });

  it('shows the account of the one in the other, and its secret works there', async () => {
    const [openid = ''] = wechat.accounts[0].openids();
    other = await opened().window.openAnother();
    await other.sidebar.open('OpenID Lens');
    await other.sidebar.row(wechat.accounts[0].name).waitFor();
    await other.run('WeChat: Look Up OpenID…');
    await other.quickInput.enter('Look Up OpenID', openid);
    await other.webview.getByText(openid).first().waitFor();
  });

  it('shows where the other is in a walk, does not walk the same list a second time, and has it in the end', async () => {
    const { window } = opened();
    const { name, followerCount } = wechat.accounts[0];
    const count = followerCount.toLocaleString('en');
    const gate = wechat.hold('/cgi-bin/user/get');
    for (const each of [window, other]) await each.sidebar.expand(name);
    await window.sidebar.clickInline('Followers', 'Browse Followers…');
    await window.quickInput.pick('Browse');
    await gate.arrived(1);
    gate.release();
    await gate.arrived(1);
    const state = `walking in another window, 10,000 of ${count}`;
    await other.sidebar.expand('Followers');
    await other.sidebar.row(state).waitFor();
    await other.sidebar.clickInline('Followers', 'Browse Followers…');
    await other.notifications.message(`Followers of ${name} is being browsed already: ${state}.`);
    gate.open();
    await window.notifications.message(`Followers of ${name}: ${count} found.`);
    for (const each of [window, other]) await each.sidebar.row(`${count} found`).waitFor();
  });

  it('shows what the other adds, tells accounts of one name apart by AppID, and loses neither', async () => {
    const { window } = opened();
    const [first, second] = wechat.accounts;
    await addOfficialAccount(other, {
      appId: second.appId,
      secret: second.secret,
      name: first.name,
    });
    await eventually(async () => {
      const rows = (await window.sidebar.rows()).join('\n');
      assert.ok(rows.includes(first.appId) && rows.includes(second.appId), rows);
    });
  });

  it('lets go of an account that the other removes', async () => {
    const { window } = opened();
    const question = `Remove ${wechat.accounts[0].name}`;
    // A menu closes by itself where the tree is drawn anew below it.
    await eventually(async patience => {
      if (await other.notifications.dialog(question).isVisible()) return;
      await other.sidebar.choose(wechat.accounts[1].appId, 'Remove Official Account…');
      await other.notifications.dialog(question).waitFor({ timeout: 2 * patience });
    });
    await other.notifications.answer(question, 'Remove');
    await eventually(async () => {
      assert.ok(!(await window.sidebar.rows()).join('\n').includes(wechat.accounts[1].appId));
    });
  });
});
