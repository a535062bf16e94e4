import assert from 'node:assert/strict';

import { isWhole } from '../form';
import { type SimulatedWeChat, startWeChat } from '../wechat';
import { addOfficialAccount } from './accounts/addOfficialAccount';
import { assertAccessible, assertFits, eventually, useWindow } from './window';
import { fewLooks, looks, moreLooks } from './window/looks';

/** What the titles and labels that lead there read in each language. */
const words = {
  en: {
    add: 'WeChat: Add Official Account…',
    check: 'WeChat: Check Official Account',
    lookups: 'Recent Lookups',
    batches: 'Batches',
  },
  'zh-cn': { add: '微信: 添加公众号…', check: '微信: 检查公众号', lookups: '最近查询', batches: '批量任务' },
  'zh-tw': { add: '微信: 新增公眾號…', check: '微信: 檢查公眾號', lookups: '最近查詢', batches: '批次' },
};

const userInfo = '/cgi-bin/user/info';
const batchGet = '/cgi-bin/user/info/batchget';
const tagsGet = '/cgi-bin/tags/get';

describe('pictures for people to look at: every state, theme and language', () => {
  let wechat: SimulatedWeChat;
  const files: Record<string, string> = {};
  /** Of somebody who follows both accounts. */
  const both = { ours: '', theirs: '' };

  before(async () => {
    wechat = await startWeChat({ followers: 400 });
    const [account, other] = wechat.accounts;
    const following = account.openids({ state: 'following' }, 240);
    const theirs = new Map(other.openids().map(openid => [other.personOf(openid)?.unionid, openid]));
    both.ours = following.find(openid => theirs.has(account.personOf(openid)?.unionid)) ?? '';
    both.theirs = theirs.get(account.personOf(both.ours)?.unionid) ?? '';
    account.change(both.ours, {
      remark: '张三(大客户)',
      subscribe_scene: 'ADD_SCENE_QR_CODE',
      qr_scene_str: 'spring_campaign_2024',
      tagid_list: [100, 101],
      groupid: 100,
    });
    const names = {
      2: '星标组',
      100: 'VIP 会员',
      101: '深圳',
      102: '上海',
      103: '抽奖',
      104: '试用',
      105: '复购',
    };
    const tags = Object.entries(names).map(([id, name]) => ({ id: Number(id), name, count: 1 }));
    wechat.faults.add({ kind: 'status', status: 200, body: JSON.stringify({ tags }) }, { path: tagsGet });
    const [lost = '', refused = ''] = following.slice(-2);
    const [else_ = ''] = following;
    const single = (openid: string) => ({
      path: userInfo,
      when: ({ openids }: { openids: readonly string[] }) => openids[0] === openid,
    });
    wechat.faults.add(
      { kind: 'rows', how: 'dropped', where: openid => openid === lost || openid === refused },
      { path: batchGet },
    );
    wechat.faults.add({ kind: 'status', status: 200, body: account.row(else_) }, single(lost));
    wechat.faults.add({ kind: 'errcode', errcode: 49003 }, single(refused));
    const openids = [...following, ...account.openids({ state: 'notFollowing' }, 7)];
    files['followers.json'] = JSON.stringify(openids, undefined, 1);
    files['campaign.csv'] = ['openid', ...account.openids({ state: 'following' }, 300)].join('\n');
  });
  after(() => wechat.close());
  const opened = useWindow(() => ({ wechat, files }));

  it('takes the empty view', async () => {
    const { window } = opened();
    await window.sidebar.open('OpenID Lens');
    await window.sidebar.welcome.waitFor();
    await window.screenshot('empty-view-light');
  });

  it('takes a profile that follows, one that does not, and one that WeChat refuses', async () => {
    const { window } = opened();
    const [account, other] = wechat.accounts;
    await addOfficialAccount(window, account);
    await window.run('WeChat: Add Official Account…');
    await window.quickInput.enter('(1/3)', other.appId);
    await window.quickInput.enter('(2/3)', other.secret);
    await window.quickInput.enter('(3/3)', other.name);
    // Of more than two notifications in a second VS Code shows no toast.
    await window.sidebar.row(other.name).waitFor();
    await lookUp(both.theirs);
    await lookUp(account.openids({ state: 'notFollowing' }, 1)[0] ?? '');
    await window.screenshot('profile-notFollowing');
    await lookUp(account.openids({ state: 'malformed' }, 3)[1] ?? '');
    await window.screenshot('profile-invalid');
    await lookUp(both.ours);
    await window.webview.getByRole('button', { name: other.name }).waitFor();
    await window.screenshot('profile-following');
  });

  it('takes a batch while it runs, and when a refused IP has stopped it', async () => {
    const { window } = opened();
    const [account] = wechat.accounts;
    const gate = wechat.hold(batchGet);
    await window.sidebar.open('Explorer');
    await window.sidebar.choose('campaign.csv', 'Fetch Profiles from List…');
    await gate.arrived(3);
    gate.release(2);
    await window.webview.getByText('Following 200').waitFor();
    await window.webview.getByRole('progressbar').waitFor();
    await window.screenshot('batch-running');
    account.become('ipRefused');
    account.callerIp = '203.0.113.7';
    gate.open();
    await window.webview.getByText(/Error 61004/).waitFor();
    await window.webview.getByRole('button', { name: 'Copy IP' }).click();
    await eventually(async () => assert.equal(await window.clipboard(), '203.0.113.7'));
    await window.run('Notifications: Clear All Notifications');
    await window.screenshot('batch-stopped');
    account.become('healthy');
    await window.webview.getByRole('button', { name: /^Pending/ }).click();
    await takeRow('pending');
    await window.webview.getByRole('button', { name: 'Resume' }).click();
    await window.webview.getByText('Following 298').waitFor();
    await window.run('Notifications: Clear All Notifications');
  });

  it('takes each outcome beside the table, and a filter that finds nothing', async () => {
    const { window } = opened();
    await window.sidebar.open('Explorer');
    await window.sidebar.choose('followers.json', 'Fetch Profiles from List…');
    // Its notification may be one that VS Code shows no toast of.
    await window.webview.getByText('Following 238').waitFor();
    await window.webview.getByRole('button', { name: 'Retry Failed' }).waitFor();
    await window.run('Notifications: Clear All Notifications');
    const filter = window.webview.getByRole('textbox', { name: 'Filter by text' });
    for (const [chip, name] of [
      [/^Not returned/, 'notReturned'],
      [/^Failed/, 'failed'],
    ] as const) {
      const button = window.webview.getByRole('button', { name: chip }).first();
      await button.click();
      await window.webview.locator('lens-filter-bar').getByText('1 of 247 rows').waitFor();
      await takeRow(name);
      await button.click();
      await window.webview.getByText('247 rows', { exact: true }).waitFor();
    }
    await filter.fill('nobody');
    await window.webview.getByText('No rows match.').waitFor();
    await window.screenshot('batch-nothing-found');
    await window.webview.getByRole('button', { name: 'Clear Filters' }).click();
    await window.webview.getByText('247 rows', { exact: true }).waitFor();
  });

  it('takes both panels 400 px wide and at 200 %, where nothing runs out at the side', async () => {
    const { window } = opened();
    await window.look({ theme: 'light', locale: 'en' });
    await tidyUp('en');
    for (const row of [both.ours, 'followers.json']) {
      await window.sidebar.click(row);
      await window.webview.getByText('followers.json').first().waitFor();
    }
    await window.run('View: Close Primary Side Bar');
    await window.page.locator('.part.sidebar').waitFor({ state: 'hidden' });
    const usual = window.page.viewportSize() ?? assert.fail('no size');
    for (const [tab, name] of [
      [titleOf(both.ours), 'profile'],
      ['followers.json', 'batch'],
    ] as const) {
      await window.editor.tab(tab).click();
      await window.webview
        .getByText(/followers\.json/)
        .first()
        .waitFor();
      for (const [look, width, height] of [
        // The activity bar takes 48 px.
        ['400px', 448, 900],
        // What is left of 1280 by 800 when everything is twice as large.
        ['zoom-200', 640, 400],
      ] as const) {
        await window.page.setViewportSize({ width, height });
        await eventually(async () => assertFits(await window.webviewFrame(), width - 48));
        await window.page.mouse.move(width / 2, height - 12);
        if (name === 'batch') await assertRowsInSight();
        await window.screenshot(`${name}-${look}`);
      }
      await window.page.setViewportSize(usual);
    }
  });

  for (const { name, theme, locale } of isWhole ? [...looks, ...moreLooks] : fewLooks) {
    it(`takes profile, tree, batch and report in ${name}, and finds them accessible`, async () => {
      const { window } = opened();
      const [, other] = wechat.accounts;
      await window.look({ theme, locale });
      await tidyUp(locale);
      await window.sidebar.click(both.ours);
      await window.webview.getByRole('button', { name: 'followers.json' }).waitFor();
      await window.webviewLooks(theme);
      await window.screenshot(`profile-${name}`);
      await assertAccessible(await window.webviewFrame(), `the profile in ${name}`);
      await window.sidebar.click('followers.json');
      await window.webview.getByText('247').first().waitFor();
      await window.webview.getByRole('row').nth(1).click();
      await window.webview.getByRole('complementary').getByText('ADD_SCENE').first().waitFor();
      await window.webviewLooks(theme);
      await window.screenshot(`batch-${name}`);
      await assertAccessible(await window.webviewFrame(), `the batch in ${name}`);
      other.become('quotaUsedUp');
      await window.runAndPick(words[locale].check, other.name);
      await window.webview.getByRole('heading', { name: other.name }).waitFor();
      await window.webview.locator('article[aria-busy=false] li').first().waitFor();
      await window.webviewLooks(theme);
      await window.screenshot(`check-${name}`);
      await assertAccessible(await window.webviewFrame(), `the report in ${name}`);
      other.become('healthy');
      await window.run(words[locale].add);
      await window.quickInput.expectTitle('(1/3)');
      await window.screenshot(`add-account-${name}`);
      await window.quickInput.cancel();
    });
  }

  async function lookUp(openid: string): Promise<void> {
    const { window } = opened();
    await window.run('WeChat: Look Up OpenID…');
    await window.quickInput.enter('Look Up OpenID', openid);
    await window.webview.getByRole('heading', { name: openid }).waitFor();
  }

  /** No editor, and the tree open as far as lookups and batches. */
  async function tidyUp(locale: keyof typeof words): Promise<void> {
    const { window } = opened();
    await window.sidebar.open('OpenID Lens');
    await window.sidebar.expand(wechat.accounts[0].name);
    await window.sidebar.expand(words[locale].lookups);
    await window.sidebar.expand(words[locale].batches);
    // Editors of before the reload may come back later than the command is there.
    await eventually(async patience => {
      await window.run('View: Close All Editors');
      await window.editor.tab('').waitFor({ state: 'hidden', timeout: patience });
    });
  }

  /** Where the page has to scroll for them, the table is scrolled to. */
  async function assertRowsInSight(): Promise<void> {
    const { window } = opened();
    const table = await window.webview.locator('lens-table').boundingBox();
    assert.ok(table && table.height >= 28 + 5 * 24, `${table?.height} px of table`);
    await window.webview.getByRole('row').nth(5).scrollIntoViewIfNeeded();
    await window.webview.getByRole('heading').first().scrollIntoViewIfNeeded();
  }

  /** With the first row's profile in the pane. */
  async function takeRow(name: string): Promise<void> {
    const { window } = opened();
    await window.webview.getByRole('row').nth(1).click();
    await window.webview.getByRole('complementary').getByRole('heading').first().waitFor();
    await window.screenshot(`row-${name}`);
  }

  function titleOf(openid: string): string {
    return openid.slice(-8);
  }
});
