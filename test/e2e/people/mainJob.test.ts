import assert from 'node:assert/strict';

import { keychainService } from '../../../src/manifest';
import { type SimulatedWeChat, startWeChat } from '../../wechat';
import { addOfficialAccount } from '../accounts/addOfficialAccount';
import { filesHolding } from '../filesHolding';
import { eventually, useWindow } from '../window';

/** As WeChat documents them, with the labels its own table gives. */
const scenes = {
  ADD_SCENE_SEARCH: 'Official Account search',
  ADD_SCENE_ACCOUNT_MIGRATION: 'Account migration',
  ADD_SCENE_PROFILE_CARD: 'Profile card share',
  ADD_SCENE_QR_CODE: 'QR code scan',
  ADD_SCENE_PROFILE_LINK: 'Account name tapped in an article',
  ADD_SCENE_PROFILE_ITEM: 'Article top-right menu',
  ADD_SCENE_PAID: 'Followed after payment',
  ADD_SCENE_WECHAT_ADVERTISEMENT: 'WeChat ad',
  ADD_SCENE_REPRINT: 'Reposted by others',
  ADD_SCENE_LIVESTREAM: 'Channels livestream',
  ADD_SCENE_CHANNELS: 'Channels',
  ADD_SCENE_WXA: 'Mini Program',
  ADD_SCENE_OTHERS: 'Other',
};

const batchGet = '/cgi-bin/user/info/batchget';

describe('the main job, from an empty view to a removed account', () => {
  let wechat: SimulatedWeChat;
  const files: Record<string, string> = {};

  before(async () => {
    wechat = await startWeChat({ followers: 400 });
    const [account] = wechat.accounts;
    const good = account.openids({ state: 'following' }, 247);
    const bad = account.openids({ state: 'malformed' }, 3);
    files['followers.json'] = JSON.stringify(
      [...good.slice(0, 100), ...bad, ...good.slice(100)],
      undefined,
      1,
    );
  });
  after(() => wechat.close());
  const opened = useWindow(() => ({ wechat, files }));

  it('begins with an empty view that says what to do', async () => {
    const { window } = opened();
    await window.sidebar.open('OpenID Lens');
    await window.sidebar.welcome.getByRole('button', { name: 'Add Official Account' }).click();
    await window.quickInput.expectTitle('Add Official Account (1/3)');
    await window.screenshot('add-account');
    await window.quickInput.cancel();
  });

  it('adds an account and keeps its secret in the keyring and nowhere else', async () => {
    const { window, keyringEntries, dataFolder } = opened();
    const [account] = wechat.accounts;
    await addOfficialAccount(window, account);
    await window.sidebar.row(account.name).waitFor();
    assert.ok((await keyringEntries(keychainService)).includes(account.secret));
    assert.deepEqual(await filesHolding(dataFolder, account.secret), []);
  });

  for (const [scene, label] of Object.entries(scenes)) {
    it(`looks up a follower from the palette: ${scene} reads "${label}"`, async () => {
      const { window } = opened();
      await lookUp(wechat.accounts[0].openids({ scene }, 1)[0] ?? '');
      await window.webview.getByText(label, { exact: true }).first().waitFor();
      await window.webview.getByText(scene, { exact: true }).first().waitFor();
    });
  }

  it('shows an unknown scene by its raw code', async () => {
    const { window } = opened();
    await lookUp(wechat.accounts[0].openids({ scene: 'ADD_LINK' }, 1)[0] ?? '');
    await window.webview.getByText('ADD_LINK', { exact: true }).first().waitFor();
  });

  it('looks up the selected openids of a file as a batch: 247 decoded rows and 3 invalid ones', async () => {
    const { window } = opened();
    wechat.forgetRequests();
    await window.editor.open('followers.json');
    await window.editor.selectAll();
    await window.screenshot('list-1-selected');
    await window.editor.pointAt('Look Up Selected OpenIDs');
    await window.screenshot('list-2-menu');
    await window.page.keyboard.press('Escape');
    await window.editor.choose('Look Up Selected OpenIDs');
    assert.match(await window.notifications.message('The batch is done'), /247 following.*3 invalid/);
    await window.webview.getByText('247').first().waitFor();
    await window.screenshot('list-3-table');
    assert.ok(wechat.calls(batchGet) <= 3 + 3 * 2 * 7, `${wechat.calls(batchGet)} calls of batchget`);
    await window.webview.getByRole('row').nth(3).click();
    await window.webview.getByRole('complementary').getByText('ADD_SCENE').first().waitFor();
    await window.run('Notifications: Clear All Notifications');
    await window.screenshot('list-4-person');
  });

  it('expands in the tree down to the decoded fields of a profile', async () => {
    const { window } = opened();
    const [account] = wechat.accounts;
    const [openid = ''] = account.openids({ state: 'following' }, 1);
    await window.sidebar.expand(account.name);
    await window.sidebar.expand('Batches');
    await window.sidebar.expand('followers.json');
    await window.sidebar.expand(/^Following/);
    await window.sidebar.expand(openid);
    await window.sidebar.row(/^Scene/).waitFor();
    await window.sidebar.row(/^Followed/).waitFor();
    await window.screenshot('tree');
  });

  it('removes the account and its secret, and names what stays', async () => {
    const { window, keyringEntries } = opened();
    const [account] = wechat.accounts;
    await window.sidebar.choose(account.name, 'Remove Official Account…');
    await window.notifications.dialog(/batches: 1, recent lookups: 14/).waitFor();
    await window.notifications.answer(`Remove ${account.name}`, 'Remove, Keep History');
    await window.sidebar.welcome.waitFor();
    assert.equal(await keyringEntries(keychainService), '');
  });

  it('brings the history back when the AppID is added again', async () => {
    const { window } = opened();
    const [account] = wechat.accounts;
    await addOfficialAccount(window, account);
    await window.sidebar.expand(account.name);
    await eventually(async () =>
      assert.match((await window.sidebar.rows()).join('\n'), /Recent Lookups\s*14/),
    );
  });

  async function lookUp(openid: string): Promise<void> {
    const { window } = opened();
    await window.run('WeChat: Look Up OpenID…');
    // As pasted from a log: quotes and a comma around it do not matter.
    await window.quickInput.enter('Look Up OpenID', ` "${openid}",`);
    await window.webview.getByText(openid).first().waitFor();
  }
});
