import assert from 'node:assert/strict';

import { type SimulatedWeChat, startWeChat } from '../../wechat';
import { addOfficialAccount } from '../accounts/addOfficialAccount';
import { Terminal, terminalSettings, useWindow } from '../window';

describe('an openid in the terminal', () => {
  let wechat: SimulatedWeChat;

  before(async () => {
    wechat = await startWeChat();
  });
  after(() => wechat.close());
  const opened = useWindow(() => ({ wechat, settings: terminalSettings }));

  it('is a link that looks it up', async () => {
    const { window } = opened();
    const [account] = wechat.accounts;
    const [openid = ''] = account.openids({ state: 'following' }, 1);
    await addOfficialAccount(window, account);
    await window.run('Terminal: Create New Terminal');
    const terminal = new Terminal(window.page);
    const line = new RegExp(`^user=${openid},`);
    await terminal.run(`echo user=${openid},`, line);
    wechat.forgetRequests();
    // Hard spaces, in a hover.
    await terminal.hover(line, openid, /Look\sUp\sOpenID/);
    await window.screenshot('terminal-link');
    assert.equal(wechat.calls('/cgi-bin/user/info'), 0);
    await terminal.follow();
    await window.webview.getByRole('heading', { name: openid }).waitFor();
    assert.equal(wechat.calls('/cgi-bin/user/info'), 1);
  });
});
