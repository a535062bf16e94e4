import assert from 'node:assert/strict';
import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { type Fault, type FaultScope, type SimulatedWeChat, startWeChat } from '../../wechat';
import { addOfficialAccount } from '../accounts/addOfficialAccount';
import { type BadServer, type Proxy, startProxy, startSelfSigned } from './badServers';
import { eventually, useWindow } from '../window';
import { changeSettings } from '../window/changeSettings';

const stableToken = '/cgi-bin/stable_token';
const userInfo = '/cgi-bin/user/info';

describe('trouble with WeChat and the network', () => {
  let wechat: SimulatedWeChat;

  before(async () => {
    wechat = await startWeChat();
  });
  after(() => wechat.close());
  afterEach(() => wechat.faults.clear());
  // A page that a reload brings back takes the focus from what is typed.
  const settings = { 'wechatOpenid.requestTimeout': 5, 'workbench.editor.restoreEditors': false };
  const opened = useWindow(() => ({ wechat, settings }));

  it('begins with an account that works', async () => {
    await addOfficialAccount(opened().window, wechat.accounts[0]);
    await opened().window.notifications.close('is ready');
  });

  it('40164 shows the IP address and copies it', async () => {
    const { window } = opened();
    const [account] = wechat.accounts;
    account.become('ipRefused');
    await fails('40164', "not in the account's whitelist");
    assert.deepEqual(await window.notifications.buttons('40164'), [
      'Copy IP',
      'Open WeChat Console',
      'Show Log',
    ]);
    await window.notifications.choose('40164', 'Copy IP');
    await eventually(async () => assert.equal(await window.clipboard(), '127.0.0.1'));
    account.become('healthy');
  });

  it('40125 blames the AppSecret and is tried once', async () => {
    await fails('40125', 'AppSecret', { kind: 'errcode', errcode: 40125 }, { path: stableToken });
    assert.equal(wechat.calls(stableToken), 1);
    await close('40125');
  });

  it('48001 names the account’s type, and its request can be looked up without token and openid', async () => {
    const { window } = opened();
    const [account] = wechat.accounts;
    account.become('unverified');
    await fails('48001', 'verif');
    account.become('healthy');
    await window.notifications.choose('48001', 'Look Up Request');
    await window.webview.getByRole('heading', { name: 'Answer' }).waitFor();
    await window.screenshot('request-by-rid');
    const page = await window.webview.locator('article').innerText();
    assert.match(page, /127\.0\.0\.1/);
    assert.match(page, /access_token=«hidden»/);
    assert.match(page, /48001/);
    for (const openid of account.openids()) assert.ok(!page.includes(openid));
  });

  it('45009 explains when the count restarts, and asks before it clears the quota', async () => {
    const { window } = opened();
    const [account] = wechat.accounts;
    account.quota.useUp(userInfo);
    await fails('45009', 'restarts at midnight, Beijing time');
    await window.notifications.choose('45009', 'Reset API Quota…');
    await window.notifications.dialog(/10 times a month/).waitFor();
    await window.notifications.answer(account.name, 'Clear Quota');
    // Not by its toast: VS Code holds toasts back that follow each other faster than people work.
    await eventually(() => assert.equal(wechat.calls('/cgi-bin/clear_quota'), 1));
    await succeeds();
  });

  it('40001 is refreshed once and then fine, unseen', async () => {
    wechat.forgetRequests();
    wechat.revokeTokens();
    await succeeds();
    await eventually(() => assert.equal(wechat.calls(userInfo), 2));
    assert.equal(wechat.calls(stableToken), 1);
  });

  it('40001 that survives the refresh names the likely cause, and asks before it forces a new token', async () => {
    const { window } = opened();
    await fails('40001', 'keeps refreshing', { kind: 'errcode', errcode: 40001 }, { path: userInfo });
    assert.equal(wechat.calls(userInfo), 2);
    const [account] = wechat.accounts;
    const forced = () => wechat.requests.filter(({ body }) => body.includes('force_refresh')).length;
    await window.notifications.choose('40001', 'Force New Access Token…');
    await window.notifications.dialog(/20 times a day/).waitFor();
    await window.screenshot('force-token');
    assert.equal(forced(), 0);
    await window.notifications.answer(account.name, 'Force New Access Token');
    await eventually(() => assert.equal(forced(), 1));
  });

  for (const [what, fault, said, logged] of [
    ['no answer in time', { kind: 'never' }, 'did not answer in time', 'timeout'],
    ['a malformed answer', { kind: 'html' }, 'cannot be read', 'unreadable'],
    ['a broken connection', { kind: 'reset' }, 'connection broke', 'reset'],
  ] as const) {
    it(`explains ${what}, and the log has its line`, async () => {
      const { window } = opened();
      await fails(said, /\.$/, fault, { path: userInfo });
      await window.notifications.choose(said, 'Show Log');
      const log = window.page.locator('.part.panel');
      await log
        .locator('.view-line')
        .filter({ hasText: `user/info · ${logged}` })
        .first()
        .waitFor();
      await window.page.keyboard.press('ControlOrMeta+J');
      await log.waitFor({ state: 'hidden' });
    });
  }

  describe('where the API address leads elsewhere', () => {
    let server: BadServer;
    let proxy: Proxy;

    before(async () => {
      server = await startSelfSigned();
      proxy = await startProxy();
    });
    after(() => Promise.all([server.close(), proxy.close()]));

    it('explains a certificate that nobody vouches for', async () => {
      await reloadWith({ 'wechatOpenid.apiBaseUrl': `https://127.0.0.1:${server.port}` });
      await fails('No secure connection', 'certificate');
      await close('No secure connection');
    });

    it('explains a network that is down', async () => {
      await server.close();
      await fails('No connection could be made', 'Check the network connection');
    });

    it('blames a proxy that asks for a password', async () => {
      proxy.answer = ['HTTP/1.1 407 Proxy Authentication Required', 'Proxy-Authenticate: Basic realm="x"'];
      await reloadWith({
        'wechatOpenid.apiBaseUrl': 'https://api.weixin.qq.com',
        'http.proxy': `http://127.0.0.1:${proxy.port}`,
      });
      await fails('The proxy refused', 'http.proxy');
      await close('The proxy refused');
    });

    it('blames a proxy that cannot reach WeChat, and leads to its setting', async () => {
      const { window } = opened();
      proxy.answer = ['HTTP/1.1 502 Bad Gateway'];
      await window.run('WeChat: Check Official Account');
      const host = window.webview.locator('li.fail');
      await host.getByText(`127.0.0.1:${proxy.port}, set by http.proxy`).waitFor();
      await window.screenshot('check-proxy');
      await host.getByRole('button', { name: 'Proxy Settings' }).click();
      const settings = window.page.locator('.settings-editor .settings-header');
      await settings.getByText('http.proxy').waitFor();
      await window.page.keyboard.press('Escape');
      await settings.waitFor({ state: 'hidden' });
    });
  });

  it('fills an issue in with versions and the log, for the user to read', async () => {
    const { window } = opened();
    await window.run('WeChat: Report Issue…');
    const lines = window.page.locator('.editor-group-container.active .monaco-editor .view-lines');
    await eventually(async () => {
      const text = (await lines.innerText()).replaceAll('\u00a0', ' ');
      assert.match(text, /WeChat OpenID Lens: \d+\.\d+\.\d+/);
      assert.match(text, /\[\w+\] (GET|POST) \/cgi-bin\//);
    });
    await window.screenshot('report-issue');
    await window.run('View: Revert and Close Editor');
    await lines.getByText('## Versions').waitFor({ state: 'hidden' });
  });

  it('would notice a token in a file, and has heard what was said to webviews', async () => {
    const { dataFolder, assertNoSecretLeaked, traffic } = opened();
    assert.match(traffic.text, /ADD_SCENE_/);
    assert.match(traffic.text, /type[\\"]+:[\\"]+ready/);
    const leak = path.join(dataFolder, 'data/leak.json');
    await writeFile(leak, JSON.stringify({ token: wechat.secrets().at(-1) }));
    await assert.rejects(assertNoSecretLeaked(), /leak\.json/);
    await rm(leak);
  });

  async function reloadWith(settings: Readonly<Record<string, string>>): Promise<void> {
    const { window, dataFolder } = opened();
    await changeSettings(dataFolder, settings);
    await window.reload();
  }

  /** Looks a person up in vain; the message says `code` and `cause`, and is photographed. */
  async function fails(
    code: string,
    cause: string | RegExp,
    fault?: Fault,
    scope?: FaultScope,
  ): Promise<void> {
    const { window } = opened();
    if (fault) wechat.faults.add(fault, scope);
    await eventually(async patience => {
      // VS Code drops toasts that follow each other faster than people work: they ask again.
      wechat.forgetRequests();
      wechat.expireTokens();
      await lookUp();
      await window.notifications.toast(code).waitFor({ timeout: 4 * patience });
    });
    const message = await window.notifications.message(code);
    if (typeof cause === 'string') assert.ok(message.includes(cause), message);
    else assert.match(message, cause);
    assert.ok((await window.notifications.buttons(code)).includes('Show Log'));
    await window.screenshot(`trouble-${code.toLowerCase().replaceAll(' ', '-')}`);
  }

  async function close(code: string): Promise<void> {
    await opened().window.notifications.close(code);
  }

  async function succeeds(): Promise<void> {
    const openid = await lookUp();
    await opened().window.webview.getByText(openid).first().waitFor();
  }

  async function lookUp(): Promise<string> {
    const { window } = opened();
    const [openid = ''] = wechat.accounts[0].openids();
    await window.run('WeChat: Look Up OpenID…');
    await window.quickInput.fill('Look Up OpenID', openid);
    await window.quickInput.field.press('Enter');
    return openid;
  }
});
