import assert from 'node:assert/strict';

import { type SimulatedWeChat, startWeChat } from '../../wechat';
import { addOfficialAccount } from '../accounts/addOfficialAccount';
import { assertAccessible, eventually, useWindow } from '../window';
import { BatchTable } from '../window/parts/batchTable';
import { fewLooks } from '../window/looks';

const tagging = '/cgi-bin/tags/members/batchtagging';
const tagId = 105;
const tagName = '春季活动';

const words = {
  en: {
    results: 'WeChat: Show Tagging Results…',
    refused: 'Refused: 2',
    batches: 'Batches',
    following: /^\s*Following/,
  },
  'zh-cn': {
    results: '微信: 查看打标签的结果…',
    refused: /被拒绝.*2/,
    batches: '批量任务',
    following: /^\s*已关注/,
  },
};

describe('tags and remarks', () => {
  let wechat: SimulatedWeChat;
  /** Ten who have the tag, and 110 who do not, of whom the last two leave after they were fetched. */
  const people: { had: string[]; others: string[]; left: string[] } = { had: [], others: [], left: [] };
  const files: Record<string, string> = {};

  before(async () => {
    wechat = await startWeChat({ followers: 900 });
    const [account] = wechat.accounts;
    assert.equal(account.tags.rename(tagId, tagName), 0);
    const carrying = (openid: string) => carries(openid);
    people.had = account.openids().filter(carrying).slice(0, 10);
    people.others = account
      .openids()
      .filter(openid => !carrying(openid))
      .slice(0, 110);
    people.left = people.others.slice(-2);
    files['notes.txt'] = `Who is ${people.had[0]}?`;
    files['campaign.json'] = JSON.stringify([...people.had, ...people.others], undefined, 1);
  });
  after(() => wechat.close());
  const opened = useWindow(() => ({ wechat, files }));

  function carries(openid: string): boolean {
    return wechat.accounts[0].personOf(openid)?.tagIds.includes(tagId) ?? false;
  }

  it('tags 120 picked rows, of which 2 are refused and 10 had the tag', async () => {
    const { window } = opened();
    const [account] = wechat.accounts;
    await addOfficialAccount(window, account);
    await window.sidebar.open('Explorer');
    await window.sidebar.choose('campaign.json', 'Fetch Profiles from List…');
    await window.webview.getByText('Following 120').waitFor();
    await window.run('Notifications: Clear All Notifications');
    for (const openid of people.left) account.setFollowing(openid, false);
    const table = new BatchTable(window);
    await table.grid.focus();
    await window.page.keyboard.press('ControlOrMeta+A');
    await window.webview.getByText('120 selected').waitFor();
    await window.screenshot('tags-picked');
    await window.webview.getByRole('button', { name: 'Tag People…' }).click();
    await window.quickInput.expectPlaceholder(/^Tag 120 people of .* with which tag\?$/);
    await window.screenshot('tags-pick-tag');
    await window.quickInput.pick(tagName);
    await window.notifications.dialog('Tag 110 people of').waitFor();
    await window.screenshot('tags-question');
    assert.equal(wechat.calls(tagging), 0, 'nothing goes out before the answer');
    await window.notifications.answer('API calls: 3.', 'Tag People');
    await window.webview.getByRole('heading', { name: `Tag People with ${tagName}` }).waitFor();
    await window.webview.getByText('Done, but not for everybody.').waitFor();
    assert.ok(people.others.slice(0, -2).every(carries));
    await eventually(async () => {
      const [first, second] = await window.webview.locator('tbody tr').allInnerTexts();
      for (const row of [first, second]) assert.match(row ?? '', /Refused\s+40003 · /);
    });
    await window.screenshot('tags-results');
  });

  it('undoes it for those 108, and leaves the 10 tagged', async () => {
    const { window } = opened();
    await window.webview.getByRole('button', { name: 'Undo for 108 People…' }).click();
    const question = window.notifications.dialog('Remove the tag');
    await question.getByText('Keep the tag, because they had it before or it is not known: 10.').waitFor();
    await window.notifications.answer('from 108 people', 'Undo');
    await eventually(() => assert.ok(!people.others.some(carries)));
    assert.ok(people.had.every(carries));
    await window.notifications.message(/Tag removed: 108/);
  });

  it('changes a remark beside the table, and shows it in table, profile, tree and hover', async () => {
    const { window } = opened();
    const [openid = ''] = people.had;
    await window.editor.tab('campaign.json').click();
    const table = new BatchTable(window);
    await table.row(0).click();
    const pane = window.webview.getByRole('complementary');
    await pane.getByRole('button', { name: 'Edit Remark…' }).click();
    await window.quickInput.fill(/^Edit Remark of/, `${'客'.repeat(10)}x`);
    await window.quickInput.expectMessage('31 bytes: WeChat takes at most 30.');
    await window.screenshot('remark-too-long');
    await window.quickInput.fill(/^Edit Remark of/, '大客户 小王');
    await window.quickInput.expectMessage('16 of 30 bytes');
    await window.screenshot('remark-typed');
    await window.quickInput.accept();
    await window.notifications.dialog('New: "大客户 小王"').waitFor();
    await window.screenshot('remark-question');
    await window.notifications.answer('Change the remark', 'Change Remark');
    await table.row(0).getByText('大客户 小王').waitFor();
    await pane.getByText('大客户 小王').waitFor();
    await pane.getByText('Changed in Lens').waitFor();
    assert.equal(wechat.accounts[0].personOf(openid)?.remark, '大客户 小王');
    await window.run('Notifications: Clear All Notifications');

    await window.sidebar.open('OpenID Lens');
    await window.sidebar.expand(wechat.accounts[0].name);
    await window.sidebar.expand('Batches');
    await window.sidebar.expand('campaign.json');
    await window.sidebar.expand(/^\s*Following/);
    await window.sidebar.row('大客户 小王').waitFor();
    await window.screenshot('remark-everywhere');
    await window.sidebar.click(openid);
    await window.webview.getByRole('heading', { name: openid }).waitFor();
    await window.webview.getByText('大客户 小王').first().waitFor();

    await window.editor.open('notes.txt');
    await eventually(async timeout => {
      await window.editor.placeCursor(openid);
      await window.page.keyboard.press('ControlOrMeta+K');
      await window.page.keyboard.press('ControlOrMeta+I');
      await window.hover.getByText('大客户 小王').waitFor({ timeout });
    });
    await window.screenshot('remark-hover');
    await window.page.keyboard.press('Escape');
  });

  for (const { name, theme, locale } of fewLooks) {
    it(`looks right in ${name}`, async () => {
      const { window } = opened();
      const [openid = ''] = people.had;
      const word = words[locale];
      await window.look({ theme, locale });
      await window.runAndPick(word.results, word.refused);
      await window.webview.locator('table').waitFor();
      await window.webviewLooks(theme);
      await window.screenshot(`tags-results-${name}`);
      await assertAccessible(await window.webviewFrame(), `the results in ${name}`);
      await window.sidebar.open('OpenID Lens');
      await window.sidebar.expand(wechat.accounts[0].name);
      await window.sidebar.expand(word.batches);
      await window.sidebar.expand('campaign.json');
      await window.sidebar.expand(word.following);
      await window.sidebar.click(openid);
      await window.webview.getByRole('heading', { name: openid }).waitFor();
      await window.webviewLooks(theme);
      await window.screenshot(`tags-profile-${name}`);
      await assertAccessible(await window.webviewFrame(), `the profile in ${name}`);
      await window.sidebar.click('campaign.json');
      const table = new BatchTable(window);
      await table.row(0).waitFor();
      await table.row(2).click();
      await table.row(5).click({ modifiers: ['Shift'] });
      await window.webview.locator('.foot .acts').waitFor();
      await table.row(4).click({ button: 'right' });
      await window.webview.getByRole('menuitem').first().waitFor();
      await window.webviewLooks(theme);
      await window.screenshot(`tags-menu-${name}`);
      await assertAccessible(await window.webviewFrame(), `the menu in ${name}`);
      await window.page.keyboard.press('Escape');
    });
  }
});
