import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import * as path from 'node:path';
import iconv from 'iconv-lite';

import { workbook } from '../../unit/openids/workbook/workbooks';
import { type SimulatedWeChat, startWeChat } from '../../wechat';
import { addOfficialAccount } from '../accounts/addOfficialAccount';
import { eventually, Terminal, terminalSettings, useWindow } from '../window';

const total = 50_000;

describe("people's own texts", () => {
  let wechat: SimulatedWeChat;
  let rows: string[];
  const files: Record<string, string | Uint8Array> = {
    'locked.xlsx': Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1),
  };

  before(async () => {
    wechat = await startWeChat({ followers: 60_000 });
    const openids = wechat.accounts[0].openids({ state: 'following' }, total);
    const cells = openids.map((openid, index) => [index + 1, openid, `oU9nQ-${openid.slice(6)}`, '备注']);
    files['fans.xlsx'] = workbook([['No.', 'openid', 'unionid', 'remark'], ...cells]);
    const [ada = '', bo = ''] = openids;
    const [gone = ''] = wechat.accounts[0].openids({ state: 'neverFollowed' }, 1);
    rows = ['编号,openid,姓名', `1,${ada},张三`, `2,,李四`, `3,${bo},"王五, ""小王"""`, `4,${gone},赵六`];
    files['粉丝.csv'] = iconv.encode(`${rows.join('\r\n')}\r\n`, 'gb18030');
  });
  after(() => wechat.close());
  const opened = useWindow(() => ({ wechat, files, settings: terminalSettings }));

  before('register the account', async () => {
    await addOfficialAccount(opened().window, wechat.accounts[0]);
  });

  describe('an openid in the terminal', () => {
    it('is a link that looks it up', async () => {
      const { window } = opened();
      const [openid = ''] = wechat.accounts[0].openids({ state: 'following' }, 1);
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

  describe('a CSV file of Chinese Windows', () => {
    it('gets the profiles of its openids, in a copy beside it', async () => {
      const { window, workspace } = opened();
      await window.sidebar.open('Explorer');
      await window.sidebar.choose('粉丝.csv', 'Add Profiles to File…');
      await window.quickInput.expectTitle('Add Profiles to File');
      await window.screenshot('add-profiles-columns');
      await window.quickInput.accept();
      const target = path.join(workspace, '粉丝-profiles.csv');
      await window.quickInput.expectTitle('Save the copy of 粉丝.csv with profiles');
      // VS Code's dialog writes its path once it has looked at the folder.
      await eventually(async () => assert.equal(await window.quickInput.field.inputValue(), target));
      await window.quickInput.choosePath(target);
      const message = await window.notifications.message(/with the profiles of 3 people/);
      assert.match(message, /粉丝-profiles\.csv .*: 2 following, 1 not following\./);

      const bytes = await readFile(target);
      const lines = iconv.decode(bytes, 'gb18030').split('\r\n');
      assert.equal(lines[0], `${rows[0]},outcome,followed_at,scene,unionid,tags,remark`);
      rows.forEach((row, index) => assert.ok(lines[index]?.startsWith(row), lines[index]));
      assert.match(lines[1] ?? '', /,following,20\d\d-/);
      assert.equal(lines[2], '2,,李四,,,,,,');
      assert.match(lines[4] ?? '', /,notFollowing,/);
      assert.equal(lines[5], '');
      assert.deepEqual(await readFile(path.join(workspace, '粉丝.csv')), files['粉丝.csv']);
    });

    it('opens in its own encoding', async () => {
      const { window } = opened();
      await window.notifications.choose(/with the profiles of 3 people/, 'Open File');
      await window.editor.tab('粉丝-profiles.csv').waitFor();
      await window.page.locator('.view-line').filter({ hasText: '张三' }).first().waitFor();
      await window.page.mouse.move(0, 0);
      await window.screenshot('add-profiles-copy');
    });
  });

  describe('an Excel workbook of 50 000 rows', () => {
    it('becomes a batch of its openids, with its unionids left out', async () => {
      const { window } = opened();
      await window.sidebar.open('Explorer');
      wechat.forgetRequests();
      await window.sidebar.choose('fans.xlsx', 'Fetch Profiles from List…');
      await window.quickInput.pick(/About 500 API calls/);
      await window.notifications.message(/Left out by their names: 50,000 unionids/);
      await window.notifications.message(/The batch is done: 50,000 following/);
      const asked = wechat.requests.flatMap(({ openids }) => openids);
      assert.equal(new Set(asked).size, total);
    });

    it('is told from one with a password, which a sentence explains', async () => {
      const { window } = opened();
      await window.sidebar.open('Explorer');
      await window.sidebar.choose('locked.xlsx', 'Fetch Profiles from List…');
      await window.notifications.message(/locked\.xlsx is protected with a password/);
    });
  });
});
