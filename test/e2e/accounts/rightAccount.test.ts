import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import * as path from 'node:path';

import { type SimulatedAccount, type SimulatedWeChat, startWeChat } from '../../wechat';
import { addOfficialAccount } from './addOfficialAccount';
import { eventually, useWindow } from '../window';

const batchGet = '/cgi-bin/user/info/batchget';
const userInfo = '/cgi-bin/user/info';
const followers = '/cgi-bin/user/get';
const refusedName = 'Lens Demo 未认证号';

describe('the right account by itself', () => {
  let wechat: SimulatedWeChat;
  let accounts: readonly SimulatedAccount[];
  const files: Record<string, string> = {};

  before(async () => {
    wechat = await startWeChat({ followers: 120, accounts: [{ name: refusedName }] });
    accounts = wechat.accounts;
    const [first, second] = wechat.accounts;
    files['both.json'] = JSON.stringify([...first.openids({}, 4), ...second.openids({}, 3)], undefined, 1);
  });
  after(() => wechat.close());
  const opened = useWindow(() => ({ wechat, files }));

  it('learns how openids begin when accounts are added, from one page of followers each', async () => {
    const { window } = opened();
    for (const account of accounts) await addOfficialAccount(window, account);
    await eventually(() => assert.equal(wechat.calls(followers), accounts.length));
    assert.equal(wechat.calls(userInfo), 0);
  });

  it('looks up openids of each without one question, also where WeChat refuses the account', async () => {
    const { window } = opened();
    wechat.accounts[2]?.become('unverified');
    for (const account of accounts) {
      const openid = openidOf(account, 0);
      await lookUp(openid);
      if (account.name === refusedName) await window.notifications.message(/48001/);
      else await window.webview.getByText(openid).first().waitFor();
      assert.ok(!(await window.quickInput.box.isVisible()));
      assert.equal(wechat.requests.at(-1)?.appId, account.appId);
    }
  });

  it('asks where nothing tells: every account first, the refused one last, which says so', async () => {
    const { window } = opened();
    await lookUp(wechat.accounts[0].openids({ state: 'foreign' }, 1)[0] ?? '');
    await window.quickInput.row('Ask every account').waitFor();
    const rows = await window.quickInput.rows();
    await window.screenshot('which-account');
    assert.match(rows[0] ?? '', /Ask every account[\s\S]*3 API calls/);
    // Used last, the second account stands before the first.
    assert.ok(rows[1]?.includes(wechat.accounts[1].appId), rows.join('\n'));
    assert.match(rows[3] ?? '', new RegExp(`${refusedName}[\\s\\S]*refused by WeChat \\(48001\\)`));
    await window.quickInput.cancel();
  });

  it('finds the account of each by asking every account once, where the prefixes are forgotten', async () => {
    const { window, storageFolder } = opened();
    await rm(path.join(storageFolder, 'prefixes'), { recursive: true });
    // A page that a reload brings back takes the focus, and closes the box that asks.
    await window.run('View: Close All Editors');
    await window.reload();
    for (const account of wechat.accounts.slice(0, 2)) {
      const openid = openidOf(account, 1);
      await lookUp(openid);
      await window.quickInput.pick('Ask every account');
      await window.webview.getByText(openid).first().waitFor();
      // And from then on nobody is asked any more.
      const another = openidOf(account, 2);
      await lookUp(another);
      await window.webview.getByText(another).first().waitFor();
      assert.equal(wechat.requests.at(-1)?.appId, account.appId);
    }
  });

  it('runs a list of two accounts as two batches, without a question', async () => {
    const { window } = opened();
    wechat.forgetRequests();
    await window.editor.open('both.json');
    await window.editor.selectAll();
    await window.editor.choose('Look Up Selected OpenIDs');
    await window.notifications.message(/The batch is done: 3 following/);
    const asked = wechat.requests.filter(request => request.path === batchGet).map(({ appId }) => appId);
    assert.deepEqual(
      asked,
      wechat.accounts.slice(0, 2).map(({ appId }) => appId),
    );
  });

  it('asks in Chinese, too, and says in the tooltip what an account is', async () => {
    const { window } = opened();
    await window.run('View: Close All Editors');
    await window.look({ theme: 'light', locale: 'zh-cn' });
    await window.run('微信: 查询 OpenID…');
    await window.quickInput.enter(
      '查询 OpenID',
      wechat.accounts[0].openids({ state: 'foreign' }, 2)[1] ?? '',
    );
    await window.quickInput.row('向每个公众号查询').waitFor();
    await window.screenshot('which-account-zh-cn');
    await window.quickInput.cancel();
    await window.sidebar.open('OpenID Lens');
    assert.match(await window.sidebar.tooltip(wechat.accounts[0].name), /AppID/);
    await window.screenshot('account-tooltip-zh-cn');
  });

  function openidOf(account: SimulatedAccount, index: number): string {
    return account.openids({}, index + 1)[index] ?? '';
  }

  async function lookUp(openid: string): Promise<void> {
    const { window } = opened();
    await window.run('WeChat: Look Up OpenID…');
    await window.quickInput.enter('Look Up OpenID', openid);
  }
});
