import assert from 'node:assert/strict';

import { type SimulatedWeChat, startWeChat } from '../../wechat';
import { addOfficialAccount } from './addOfficialAccount';
import { filesHolding } from '../filesHolding';
import { eventually, useWindow } from '../window';

describe('on a machine without a keyring', () => {
  let wechat: SimulatedWeChat;

  before(async () => {
    wechat = await startWeChat();
  });
  after(() => wechat.close());
  const opened = useWindow(() => ({ wechat, keyring: false }));

  it("keeps the secret in VS Code's storage, and the tooltip says so and what follows", async () => {
    const { window } = opened();
    const [account] = wechat.accounts;
    await addOfficialAccount(window, account);
    await window.sidebar.open('OpenID Lens');
    await eventually(async () => {
      const tooltip = await window.sidebar.tooltip(account.name);
      assert.match(tooltip, /VS Code's secret storage/);
      assert.match(tooltip, /may forget the AppSecret when the window closes/);
    });
  });

  it('looks openids up', async () => {
    const [openid = ''] = wechat.accounts[0].openids();
    await ask(openid);
    await opened().window.webview.getByText(openid).first().waitFor();
  });

  it('still has the account after a reload, which empties that storage here, and asks for the secret once', async () => {
    const { window, dataFolder } = opened();
    const [account] = wechat.accounts;
    const [, second = '', third = ''] = account.openids();
    await window.reload();
    await window.sidebar.open('OpenID Lens');
    await window.sidebar.row(account.name).waitFor();
    await ask(second);
    await window.quickInput.expectTitle(`AppSecret of ${account.name}`);
    assert.ok(await window.quickInput.isMasked());
    await window.quickInput.enter(`AppSecret of ${account.name}`, account.secret);
    await window.webview.getByText(second).first().waitFor();
    await ask(third);
    await window.webview.getByText(third).first().waitFor();
    assert.deepEqual(await filesHolding(dataFolder, account.secret), []);
  });

  async function ask(openid: string): Promise<void> {
    const { window } = opened();
    await window.run('WeChat: Look Up OpenID…');
    await window.quickInput.enter('Look Up OpenID', openid);
  }
});
