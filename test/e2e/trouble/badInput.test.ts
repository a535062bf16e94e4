import assert from 'node:assert/strict';

import { type SimulatedWeChat, startWeChat } from '../../wechat';
import { eventually, useWindow } from '../window';

describe('bad input and bad days', () => {
  let wechat: SimulatedWeChat;
  const files: Record<string, string | Uint8Array> = {
    'no-openid.txt': 'nothing of the kind here\n',
    'empty.txt': '',
    'photo.json': Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]),
  };

  before(async () => {
    wechat = await startWeChat();
    const openids = wechat.accounts[0].openids({}, 5);
    // 备注 as GB18030, as Excel writes it on Chinese Windows.
    const gb18030 = Buffer.concat([
      Buffer.from('openid,'),
      Buffer.from([0xb1, 0xb8, 0xd7, 0xa2]),
      Buffer.from(`\n${openids.map(openid => `${openid},x`).join('\n')}\n`),
    ]);
    files['gb18030.csv'] = gb18030;
    files['utf16.csv'] = Buffer.concat([
      Buffer.from([0xff, 0xfe]),
      Buffer.from(openids.join('\r\n'), 'utf16le'),
    ]);
    files['large.txt'] = `${openids.join('\n')}\n`.padEnd(60_000_000, '# padding line\n');
    files['one.log'] = `user ${openids[0] ?? ''} logged in\n`;
  });
  after(() => wechat.close());
  const opened = useWindow(() => ({ wechat, files, settings: { 'wechatOpenid.requestTimeout': 2 } }));

  describe('in the boxes of Add Official Account', () => {
    it('tells what was pasted instead of an AppID', async () => {
      const { window } = opened();
      await window.run('WeChat: Add Official Account…');
      const step = 'Add Official Account (1/3)';
      for (const [pasted, said] of [
        ['gh_0123456789ab', /original ID/],
        ['ww0123456789abcdef', /WeCom corp ID/],
        ['o6_bmjrPTlm6_2sgVt7hMZOPfL2M', /looks like an openid/],
        ['0123456789abcdef0123456789abcdef', /looks like an AppSecret/],
      ] as const) {
        await window.quickInput.fill(step, pasted);
        await window.quickInput.expectMessage(said);
      }
      await window.quickInput.cancel();
    });

    it('goes back with the earlier answer in the box', async () => {
      const { window } = opened();
      await window.run('WeChat: Add Official Account…');
      await window.quickInput.enter('(1/3)', wechat.accounts[0].appId);
      await window.quickInput.expectTitle('(2/3)');
      assert.ok(await window.quickInput.isMasked());
      await window.quickInput.back();
      await window.quickInput.expectTitle('(1/3)');
      assert.equal(await window.quickInput.field.inputValue(), wechat.accounts[0].appId);
      await window.quickInput.cancel();
    });

    it('explains a wrong AppSecret, tries it once, and saves nothing unless told to', async () => {
      const { window } = opened();
      wechat.forgetRequests();
      await enter(wechat.accounts[0].appId, 'f'.repeat(32));
      await window.notifications.dialog(/AppSecret/).waitFor();
      assert.equal(wechat.calls('/cgi-bin/stable_token'), 1);
      await window.screenshot('wrong-secret');
      await window.notifications.answer(/AppSecret/, 'Change Entries');
      await window.quickInput.expectTitle('(1/3)');
      await window.quickInput.cancel();
      await window.sidebar.open('OpenID Lens');
      await window.sidebar.welcome.waitFor();
    });

    it('shows the IP that is not whitelisted and copies it', async () => {
      const { window } = opened();
      const [account] = wechat.accounts;
      account.become('ipRefused');
      await enter(account.appId, account.secret);
      const callerIp = '127.0.0.1';
      await window.notifications.dialog(callerIp).waitFor();
      await window.screenshot('ip-not-whitelisted');
      // The question is asked again at once, so there is no moment without it.
      await window.notifications.dialog(callerIp).getByRole('button', { name: 'Copy IP' }).click();
      await eventually(async () => assert.equal(await window.clipboard(), callerIp));
      await window.notifications.answer(callerIp, 'Change Entries');
      await window.quickInput.expectTitle('(1/3)');
      await window.quickInput.cancel();
      account.become('healthy');
    });

    it('explains the AppID of a Mini Program, and saves it anyway when told to', async () => {
      const { window } = opened();
      const [account] = wechat.accounts;
      account.become('miniProgram');
      await enter(account.appId, account.secret);
      await window.notifications.answer(/Mini Program/i, 'Save Anyway');
      await window.notifications.message(`${account.name} is saved, but WeChat has not accepted it yet`);
      account.become('healthy');
    });

    it('edits an AppID that is already registered', async () => {
      const { window } = opened();
      await window.run('WeChat: Add Official Account…');
      await window.quickInput.enter('(1/3)', wechat.accounts[0].appId);
      await window.quickInput.expectTitle(`Edit ${wechat.accounts[0].name}`);
      await window.quickInput.cancel();
    });
  });

  describe('in files and selections', () => {
    for (const [file, said] of [
      ['no-openid.txt', /No openid was found/],
      ['empty.txt', /No openid was found/],
      ['photo.json', /photo\.json is not a text file/],
    ] as const) {
      it(`says what is wrong with ${file}`, async () => {
        const { window } = opened();
        await window.sidebar.open('Explorer');
        // VS Code drops toasts that follow each other faster than people work: they ask again.
        await eventually(async patience => {
          await window.sidebar.choose(file, 'Fetch Profiles from List…');
          await window.notifications.toast(said).waitFor({ timeout: 2 * patience });
        });
        await window.notifications.close(said);
      });
    }

    for (const file of ['gb18030.csv', 'utf16.csv', 'large.txt']) {
      it(`reads ${file}`, async () => {
        const { window } = opened();
        await window.sidebar.open('Explorer');
        await window.sidebar.choose(file, 'Fetch Profiles from List…');
        await window.notifications.message(/The batch is done: 5 following/);
        await window.notifications.close(/The batch is done/);
      });
    }

    it('points to the Explorer where VS Code makes no document of a large file', async () => {
      const { window } = opened();
      await window.sidebar.open('Explorer');
      await window.sidebar.click('large.txt');
      await window.editor.tab('large.txt').waitFor();
      await window.run('WeChat: Look Up Selected OpenIDs');
      await window.notifications.message(/too large for VS Code/);
      await window.notifications.close(/too large for VS Code/);
    });

    it('says that nothing is selected', async () => {
      const { window } = opened();
      await window.editor.open('no-openid.txt');
      await window.editor.placeCursor('nothing');
      await window.run('WeChat: Look Up Selected OpenIDs');
      await window.notifications.message(/Nothing is selected and no openid is under the cursor/);
      await window.notifications.close(/Nothing is selected/);
    });

    it('takes the openid under the cursor where nothing is selected', async () => {
      const { window } = opened();
      const [openid = ''] = wechat.accounts[0].openids();
      await window.editor.open('one.log');
      await window.editor.placeCursor(openid);
      await window.run('WeChat: Look Up Selected OpenIDs');
      await window.webview.getByText(openid).first().waitFor();
    });
  });

  async function enter(appId: string, secret: string): Promise<void> {
    const { window } = opened();
    await window.run('WeChat: Add Official Account…');
    await window.quickInput.enter('(1/3)', appId);
    await window.quickInput.enter('(2/3)', secret);
    await window.quickInput.enter('(3/3)', wechat.accounts[0].name);
  }
});
