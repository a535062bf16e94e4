import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import * as path from 'node:path';
import iconv from 'iconv-lite';

import { type SimulatedWeChat, startWeChat } from '../../wechat';
import { addOfficialAccount } from '../accounts/addOfficialAccount';
import { eventually, useWindow } from '../window';

describe('a CSV file of Chinese Windows', () => {
  let wechat: SimulatedWeChat;
  let rows: string[];
  const files: Record<string, string | Uint8Array> = {};

  before(async () => {
    wechat = await startWeChat();
    const [ada = '', bo = ''] = wechat.accounts[0].openids({ state: 'following' }, 2);
    const [gone = ''] = wechat.accounts[0].openids({ state: 'neverFollowed' }, 1);
    rows = ['编号,openid,姓名', `1,${ada},张三`, `2,,李四`, `3,${bo},"王五, ""小王"""`, `4,${gone},赵六`];
    files['粉丝.csv'] = iconv.encode(`${rows.join('\r\n')}\r\n`, 'gb18030');
  });
  after(() => wechat.close());
  const opened = useWindow(() => ({ wechat, files }));

  before('register the account', async () => {
    await addOfficialAccount(opened().window, wechat.accounts[0]);
  });

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
