import assert from 'node:assert/strict';

import { type SimulatedWeChat, startWeChat } from '../../wechat';
import { startTokenServer, type TokenServer } from '../../wechat/credentials/tokenServer';
import { filesHolding } from '../filesHolding';
import { useWindow } from '../window';

const batchGet = '/cgi-bin/user/info/batchget';
const stableToken = '/cgi-bin/stable_token';
const header = { name: 'Authorization', value: 'Bearer the-key-of-the-team-in-e2e' };
const addTitle = 'Add Official Account (2/3)';
const kinds = 'Other Credential…';

/** Nobody here has an AppSecret, and nobody is asked for one beyond the box that leads to the other credentials. */
describe('accounts without an AppSecret', () => {
  let wechat: SimulatedWeChat;
  let server: TokenServer;
  const files: Record<string, string> = {};

  before(async () => {
    wechat = await startWeChat({ followers: 900 });
    server = await startTokenServer(wechat.accounts[0], { header });
    files['ours.json'] = JSON.stringify(wechat.accounts[0].openids({}, 600));
    files['theirs.json'] = JSON.stringify(wechat.accounts[1].openids({}, 600));
  });
  after(() => Promise.all([wechat.close(), server.close()]));
  const opened = useWindow(() => ({ wechat, files, settings: { 'workbench.editor.restoreEditors': false } }));
  afterEach(() => assert.equal(wechat.calls(stableToken), 0));

  describe('by a token server', () => {
    it('begin with its address and its header', async () => {
      const { window } = opened();
      await window.sidebar.open('OpenID Lens');
      await begin(wechat.accounts[0].appId);
      await window.screenshot('credential-appsecret');
      await choose('Token server', 'credential-kinds');
      await window.quickInput.expectMessage('Address of the token server');
      await window.quickInput.fill(addTitle, server.url);
      await window.screenshot('credential-token-server');
      await window.quickInput.accept();
      await window.quickInput.expectMessage('Header that the token server wants');
      assert.ok(await window.quickInput.isMasked());
      await window.quickInput.enter(addTitle, `${header.name}: ${header.value}`);
      await window.quickInput.enter('(3/3)', 'Server Account');
      await window.notifications.message('Server Account is ready');
      assert.equal(server.requests.at(-1)?.authorization, header.value);
    });

    it('say whose host it is', async () => {
      const { window } = opened();
      const tooltip = await window.sidebar.tooltip('Server Account');
      assert.match(tooltip, /Access tokens come from: 127\.0\.0\.1:\d+/);
      await window.screenshot('credential-token-server-tooltip');
    });

    it('are checked, with what a token server cannot tell', async () => {
      const { window } = opened();
      await window.sidebar.choose('Server Account', 'Check Official Account');
      await window.webview.locator('article[aria-busy="false"]').waitFor();
      await window.webview.getByText(/only the server knows/).waitFor();
      await window.webview.getByText(/works: ready to look people up/).waitFor();
      await window.screenshot('credential-token-server-check');
    });

    it('look people up', async () => {
      await succeeds(0);
    });

    it('run a batch whose token dies in the middle', async () => {
      const { window } = opened();
      const gate = wechat.hold(batchGet);
      await start('ours.json');
      await gate.arrived(4);
      wechat.expireTokens();
      server.renew();
      gate.open();
      await window.notifications.message(/The batch is done: 600 following/);
      await window.run('Notifications: Clear All Notifications');
    });

    it('say that the server is away, and never ask for anything', async () => {
      const { window } = opened();
      await server.close();
      wechat.expireTokens();
      await lookUp(0, 1);
      const message = await window.notifications.message('No connection could be made to the token server');
      assert.match(message, /VPN/);
      await window.screenshot('credential-token-server-away');
      assert.ok(await window.quickInput.box.isHidden());
      await window.run('Notifications: Clear All Notifications');
    });

    it('leave their header nowhere', async () => {
      const { dataFolder } = opened();
      assert.deepEqual(await filesHolding(dataFolder, header.value), []);
      await remove('Server Account');
    });
  });

  describe('by a pasted token', () => {
    it('begin with the token', async () => {
      const { window } = opened();
      await window.sidebar.open('OpenID Lens');
      await begin(wechat.accounts[1].appId);
      await choose('Pasted by you');
      await window.quickInput.expectMessage('It is kept in memory only');
      await window.quickInput.fill(addTitle, ` "${newToken()}"`);
      assert.ok(await window.quickInput.isMasked());
      await window.screenshot('credential-access-token');
      await window.quickInput.accept();
      await window.quickInput.enter('(3/3)', 'Pasted Account');
      await window.notifications.message('Pasted Account is ready');
    });

    it('look people up', async () => {
      await succeeds(1);
    });

    it('ask for another one where it dies in the middle of a batch, and go on', async () => {
      const { window } = opened();
      const gate = wechat.hold(batchGet);
      await start('theirs.json');
      await gate.arrived(4);
      wechat.expireTokens();
      gate.open();
      await window.quickInput.expectMessage('WeChat no longer takes the access token');
      await window.screenshot('credential-access-token-again');
      await window.quickInput.enter('Access Token of Pasted Account', newToken());
      await window.notifications.message(/The batch is done: 600 following/);
      await window.run('Notifications: Clear All Notifications');
    });

    it('ask in the next window, which does not know it', async () => {
      const { window } = opened();
      await window.reload();
      await lookUp(1, 2);
      await window.quickInput.enter('Access Token of Pasted Account', newToken());
      await window.webview.getByText(openidOf(1, 2)).first().waitFor();
      await remove('Pasted Account');
    });
  });

  describe('that does not use the API', () => {
    it('has an icon of its own, and is not asked about', async () => {
      const { window } = opened();
      wechat.forgetRequests();
      await begin(wechat.accounts[0].appId);
      await choose('No API');
      await window.quickInput.enter('(3/3)', 'Shop');
      await window.notifications.message('Shop is saved');
      await window.sidebar.row('Shop').waitFor();
      assert.equal(wechat.requests.length, 0);
      await window.screenshot('credential-no-api');
    });

    it('is entered in Chinese, too', async () => {
      const { window } = opened();
      await window.look({ theme: 'light', locale: 'zh-cn' });
      await window.run('微信: 添加公众号…');
      await window.quickInput.enter('(1/3)', wechat.accounts[1].appId);
      await window.quickInput.expectTitle('(2/3)');
      await window.screenshot('credential-appsecret-zh-cn');
      await window.quickInput.box.getByRole('button', { name: '其他凭据…' }).click();
      await window.quickInput.row('中控服务器').waitFor();
      await window.screenshot('credential-kinds-zh-cn');
      await window.quickInput.pick('中控服务器');
      await window.quickInput.expectMessage('中控服务器的地址');
      await window.screenshot('credential-token-server-zh-cn');
      await window.quickInput.cancel();
    });
  });

  async function begin(appId: string): Promise<void> {
    const { window } = opened();
    await window.run('WeChat: Add Official Account…');
    await window.quickInput.enter('Add Official Account (1/3)', appId);
    await window.quickInput.expectTitle(addTitle);
  }

  /** By the button in the title of the box for the AppSecret, and words that no other kind's row has. */
  async function choose(kind: string, picture?: string): Promise<void> {
    const { window } = opened();
    await window.quickInput.box.getByRole('button', { name: kinds }).click();
    await window.quickInput.row(kind).waitFor();
    if (picture) await window.screenshot(picture);
    await window.quickInput.pick(kind);
  }

  async function remove(name: string): Promise<void> {
    const { window } = opened();
    await window.sidebar.choose(name, 'Remove Official Account…');
    await window.notifications.answer(`Remove ${name}`, 'Remove with History');
    await window.sidebar.row(name).waitFor({ state: 'hidden' });
  }

  async function start(file: string): Promise<void> {
    const { window } = opened();
    await window.editor.open(file);
    await window.editor.selectAll();
    await window.run('WeChat: Look Up Selected OpenIDs');
  }

  function newToken(): string {
    return wechat.accounts[1].tokens.issuePlain().accessToken;
  }

  function openidOf(account: 0 | 1, index: number): string {
    return wechat.accounts[account].openids()[index] ?? assert.fail();
  }

  async function lookUp(account: 0 | 1, index: number): Promise<void> {
    const { window } = opened();
    await window.run('WeChat: Look Up OpenID…');
    await window.quickInput.enter('Look Up OpenID', openidOf(account, index));
  }

  async function succeeds(account: 0 | 1): Promise<void> {
    await lookUp(account, 0);
    await opened().window.webview.getByText(openidOf(account, 0)).first().waitFor();
  }
});
