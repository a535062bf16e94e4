import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';

import { type SimulatedAccount, type SimulatedWeChat, startWeChat } from '../../wechat';
import { addOfficialAccount } from '../accounts/addOfficialAccount';
import { assertAccessible, assertFits, eventually, useWindow } from '../window';
import { fewLooks } from '../window/looks';

const userGet = '/cgi-bin/user/get';
const batchGet = '/cgi-bin/user/info/batchget';

const words = {
  en: { followers: 'Followers', tags: 'Tags', came: /^Came/, compare: 'WeChat: Compare Lists…' },
  'zh-cn': { followers: '关注者', tags: '标签', came: /^新增/, compare: '微信: 对比名单…' },
};

describe('the followers of an account', () => {
  let wechat: SimulatedWeChat;
  let account: SimulatedAccount;
  let came: string[];
  let left: string[];
  /** How many followed at the first walk. */
  let earlier: number;

  before(async () => {
    wechat = await startWeChat({ followers: 26_500 });
    [account] = wechat.accounts;
    came = account.openids({}, 240);
    left = account.openids({}, 1_300).slice(240);
    for (const openid of came) account.setFollowing(openid, false);
    earlier = account.followerCount;
  });
  after(() => wechat.close());
  const opened = useWindow(() => ({ wechat }));

  before('register the account', async () => {
    const { window } = opened();
    await addOfficialAccount(window, account);
    await window.sidebar.open('OpenID Lens');
    await window.sidebar.expand(account.name);
  });

  it('are walked, and the walk is cancelled and gone on with', async () => {
    const { window } = opened();
    const gate = wechat.hold(userGet);
    await window.sidebar.clickInline('Followers', 'Browse Followers…');
    await window.quickInput.expectTitle(`Browse the followers of ${account.name}?`);
    await window.quickInput.expectPlaceholder(/^Left of today: \d+ calls\.$/);
    await window.screenshot('followers-cost');
    await window.quickInput.pick('Browse');
    await gate.arrived(1);
    gate.release();
    await gate.arrived(1);
    await window.notifications.message(/10,000 of 2\d,\d{3}/);
    await window.screenshot('followers-walk');
    await window.notifications.choose('Browsing: Followers', 'Cancel');
    await window.notifications.message('The walk was cancelled at 10,000. What was found is kept.');
    await window.sidebar.expand('Followers');
    await window.sidebar.row('interrupted at 10,000').waitFor();
    await window.screenshot('followers-interrupted');
    wechat.forgetRequests();
    gate.open();
    await window.sidebar.clickInline('interrupted at 10,000', 'Resume List');
    await window.notifications.message(
      `Followers of ${account.name}: ${numberOf(account.followerCount)} found.`,
    );
    assert.equal(wechat.calls(userGet), 2);
    await window.sidebar.row(`${numberOf(account.followerCount)} found`).waitFor();
  });

  it('are compared with an earlier list', async () => {
    const { window } = opened();
    for (const openid of came) account.setFollowing(openid, true);
    for (const openid of left) account.setFollowing(openid, false);
    await window.run('Notifications: Clear All Notifications');
    await window.sidebar.clickInline('Followers', 'Browse Followers…');
    await window.quickInput.pick('Browse');
    await window.notifications.choose(`Followers of ${account.name}`, 'Compare…');
    await window.quickInput.pick(numberOf(earlier));
    const { webview } = window;
    await webview.getByRole('tab', { name: 'Came 240' }).waitFor();
    await webview.getByRole('img', { name: /Came: 240, Left: 1,060, Stayed: / }).waitFor();
    await webview.getByRole('button', { name: came[0] ?? '' }).waitFor();
    await webview.getByRole('tab', { name: 'Came 240' }).focus();
    await window.page.keyboard.press('ArrowRight');
    await webview.getByText('1–100 of 1,060').waitFor();
    await webview.getByRole('button', { name: 'Next Page' }).click();
    await webview.getByText('101–200 of 1,060').waitFor();
    await eventually(async () => {
      const shown = await webview.getByRole('row').allInnerTexts();
      assert.deepEqual(
        shown.slice(1).map(text => text.split(/\s+/).at(-1)),
        left.slice(100, 200),
      );
    });
  });

  it('who came are exported', async () => {
    const { window, workspace } = opened();
    await window.webview.getByRole('tab', { name: 'Came 240' }).click();
    await window.webview.getByRole('button', { name: 'Export…' }).click();
    await window.quickInput.pick('NDJSON');
    const target = path.join(workspace, 'came.ndjson');
    await window.quickInput.choosePath(target);
    await window.notifications.message('Exported to came.ndjson');
    const lines = (await readFile(target, 'utf8')).trim().split('\n');
    assert.deepEqual(
      lines,
      came.map(openid => JSON.stringify({ openid })),
    );
  });

  it('who are new are fetched, and nobody else', async () => {
    const { window } = opened();
    wechat.forgetRequests();
    await window.run('Notifications: Clear All Notifications');
    await window.runAndPick(
      'WeChat: Fetch Profiles of List…',
      numberOf(account.followerCount),
      'The New Ones…',
      numberOf(earlier),
    );
    await window.webview.getByText('Following 240').waitFor();
    const asked = wechat.requests.filter(({ path: to }) => to === batchGet);
    assert.deepEqual(new Set(asked.flatMap(({ openids }) => openids)), new Set(came));
  });

  it('lead to tags, their people, and the blacklist', async () => {
    const { window } = opened();
    await window.sidebar.expand('Tags');
    await window.sidebar.row(/VIP 会员\s*[\d,]+/).waitFor();
    // What people call a tag turns no text around.
    await window.sidebar.row('left⟨U+202E⟩right').waitFor();
    assert.match(await window.sidebar.tooltip('星标组'), /WeChat's own/);
    await window.sidebar.clickInline('VIP 会员', 'Browse Followers…');
    await window.quickInput.pick('Browse');
    await window.notifications.message(`Tag VIP 会员 of ${account.name}: `);
    await window.sidebar.clickInline('Blacklist', 'Browse Blacklist…');
    await window.quickInput.pick('Browse');
    await window.notifications.message(`Blacklist of ${account.name}: `);
    await window.sidebar.row(/Blacklist\s*\d+ found/).waitFor();
    await window.sidebar.expand('Blacklist');
    await window.run('Notifications: Clear All Notifications');
    await window.screenshot('followers-tags');
  });

  it('are asked for by nobody after a reload', async () => {
    const { window } = opened();
    wechat.forgetRequests();
    await window.reload();
    await window.sidebar.open('OpenID Lens');
    await window.sidebar.expand(account.name);
    await window.sidebar.row(numberOf(account.followerCount)).waitFor();
    assert.equal(wechat.calls(userGet), 0);
  });

  for (const { name, theme, locale } of fewLooks) {
    it(`are compared, in ${name}, on a page that is accessible`, async () => {
      const { window } = opened();
      await window.look({ theme, locale });
      await window.sidebar.open('OpenID Lens');
      await window.sidebar.expand(account.name);
      await window.sidebar.expand(words[locale].followers);
      await window.sidebar.expand(words[locale].tags);
      await window.sidebar.row('VIP 会员').waitFor();
      // The page that the reload brings back takes the focus, and closes the box that asks.
      await window.webviewLooks(theme);
      await window.runAndPick(words[locale].compare, numberOf(account.followerCount), numberOf(earlier));
      await window.webview.getByRole('tab', { name: words[locale].came }).waitFor();
      await window.webview.getByRole('button', { name: came[0] ?? '' }).waitFor();
      await window.webviewLooks(theme);
      await window.screenshot(`comparison-${name}`);
      await assertAccessible(await window.webviewFrame(), `the comparison in ${name}`);
    });
  }

  it('fit on a page 400 px wide', async () => {
    const { window } = opened();
    const size = window.page.viewportSize() ?? assert.fail('no size');
    await window.run('View: Close Primary Side Bar');
    await window.page.setViewportSize({ width: 448, height: 900 });
    await eventually(async () => assertFits(await window.webviewFrame(), 400));
    await window.screenshot('comparison-narrow');
    await window.page.setViewportSize(size);
  });

  const numberOf = (count: number) => count.toLocaleString('en');
});
