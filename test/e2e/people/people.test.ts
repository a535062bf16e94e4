import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';

import { type SimulatedAccount, type SimulatedWeChat, startWeChat } from '../../wechat';
import { addOfficialAccount } from '../accounts/addOfficialAccount';
import { useWindow } from '../window';

const mini = { appId: 'wx00000000000000aa', name: 'Shop' };
const miniOpenid = (number: number) => `oMini_${String(number).padStart(22, '0')}`;
const listed = 400;
const inBoth = 200;
const strangers = 300;

describe('people of two accounts and a Mini Program', () => {
  let wechat: SimulatedWeChat;
  let accounts: readonly [SimulatedAccount, SimulatedAccount];
  let lists: readonly [string[], string[]];
  /** Unionid and openid of the Mini Program's people. */
  let users: (readonly [string, string])[];
  const files: Record<string, string> = {};

  const unionidOf = (account: SimulatedAccount, openid = '') => account.personOf(openid)?.unionid ?? '';
  before(async () => {
    wechat = await startWeChat({ followers: 1_000 });
    const [one, other] = wechat.accounts;
    accounts = [one, other];
    lists = [one.openids({}, listed), other.openids({}, listed)];
    const beginning = unionidOf(one, lists[0][0]).slice(0, 6);
    users = [
      ...lists[0].slice(0, inBoth).map((openid, at) => [unionidOf(one, openid), miniOpenid(at)] as const),
      ...Array.from(
        { length: strangers },
        (_, at) => [beginning + String(at).padStart(22, '0'), miniOpenid(1_000 + at)] as const,
      ),
    ];
    files['one.json'] = JSON.stringify(lists[0]);
    files['other.json'] = JSON.stringify(lists[1]);
    const rows = users.map(([unionid, openid], at) => `${at},${unionid},${openid}`);
    files['users.csv'] = `user_id,unionid,mini_openid\n${rows.join('\n')}\n`;
  });
  after(() => wechat.close());
  const opened = useWindow(() => ({ wechat, files }));

  before('fetch both accounts, and import the Mini Program', async () => {
    const { window } = opened();
    for (const account of accounts) await addOfficialAccount(window, account);
    await window.sidebar.open('Explorer');
    for (const file of ['one.json', 'other.json']) {
      await window.sidebar.choose(file, 'Fetch Profiles from List…');
      await window.notifications.message(/The batch is done: 400 following/);
      await window.run('Notifications: Clear All Notifications');
    }
    await window.sidebar.choose('users.csv', 'Import UnionID Pairs…');
    const plan = 'Import UnionID Pairs from users.csv';
    await window.quickInput.expectTitle(plan);
    await window.quickInput.pick('mini_openid');
    await window.quickInput.expectTitle('What does "mini_openid" hold?');
    await window.quickInput.pick('OpenID of another account…');
    await window.quickInput.enter('Add an Account without API', mini.appId);
    await window.quickInput.enter('Add an Account without API (2/2)', mini.name);
    await window.quickInput.expectTitle(plan);
    await window.quickInput.pick('Import');
    await window.notifications.message('Imported from users.csv: 500 pairs.');
  });

  /** Unionid, then the openid of each account, as the simulation knows them. */
  function truth(): string[] {
    const persons = new Map<string, [string, string, string]>();
    const note = (unionid: string, place: number, openid: string) => {
      const person = persons.get(unionid) ?? ['', '', ''];
      person[place] = openid;
      persons.set(unionid, person);
    };
    for (const [place, account] of accounts.entries())
      for (const openid of lists[place] ?? []) note(unionidOf(account, openid), place, openid);
    for (const [unionid, openid] of users) note(unionid, 2, openid);
    return [...persons].map(([unionid, openids]) => [unionid, ...openids].join());
  }

  it('are exported by keyboard as a mapping that equals the truth', async () => {
    const { window, workspace } = opened();
    const { keyboard } = window.page;
    const persons = truth().length.toLocaleString('en');
    await window.run('WeChat: Export Mapping…');
    await window.quickInput.expectTitle('Export Mapping');
    await window.quickInput.expectPlaceholder(/Which columns/);
    await window.screenshot('mapping-columns');
    await window.quickInput.accept();
    await window.quickInput.expectPlaceholder(/Which people/);
    await window.quickInput.accept();
    await window.quickInput.expectPlaceholder(/in which format/);
    await window.screenshot('mapping-formats');
    await window.quickInput.accept();
    await window.notifications.dialog(`Export ${persons} persons' data?`).waitFor();
    await window.screenshot('mapping-consent');
    await keyboard.press('Enter');
    await window.quickInput.choosePath(path.join(workspace, 'mapping.csv'));
    await window.notifications.message(`mapping.csv: ${persons} persons' data. Rows: ${persons}.`);
    const [head, ...rows] = (await readFile(path.join(workspace, 'mapping.csv'), 'utf8'))
      .trimEnd()
      .split('\r\n');
    const columns = (head ?? '').split(',').slice(1);
    // The largest account comes first.
    const order = ['服务号', '订阅号', mini.name].map(
      name => columns.findIndex(each => each.includes(name)) + 1,
    );
    const inOrder = rows.map(row => {
      const cells = row.split(',');
      return [cells[0], ...order.map(column => cells[column])].join();
    });
    assert.deepEqual(inOrder.sort(), truth().sort());
  });

  /** How many persons are in exactly which accounts, as the simulation knows it. */
  function combinations(): Map<string, number> {
    const names = [...accounts.map(({ name }) => name), mini.name];
    const counts = new Map<string, number>();
    for (const person of truth()) {
      const [, ...openids] = person.split(',');
      const within = names.filter((_, place) => openids[place] !== '').join();
      counts.set(within, (counts.get(within) ?? 0) + 1);
    }
    return counts;
  }

  it('have a page whose counts by combination are exact, and whose bars filter', async () => {
    const { window } = opened();
    await window.run('Notifications: Clear All Notifications');
    await window.run('WeChat: Open People');
    const bars = window.webview.locator('lens-combinations [role=option]');
    await bars.first().waitFor();
    const names = [...accounts.map(({ name }) => name), mini.name];
    const shown = new Map<string, number>();
    for (const bar of await bars.all()) {
      const label = (await bar.getAttribute('aria-label')) ?? '';
      const within = names.filter(name => label.includes(name)).join();
      const count = Number(/: ([\d,]+)$/.exec(label)?.[1]?.replace(',', ''));
      shown.set(within, count);
      await bar.click();
      await window.webview
        .locator('.result')
        .getByText(`${count.toLocaleString('en')} of `)
        .waitFor();
      await bar.click();
    }
    assert.deepEqual(new Map([...shown].sort()), new Map([...combinations()].sort()));
    await window.screenshot('people-page');
  });

  it('lead from a row to the twin in another account', async () => {
    const { window } = opened();
    const [one, other] = accounts;
    const twins = new Map(lists[1].map(openid => [unionidOf(other, openid), openid]));
    const ours = lists[0].find(openid => twins.has(unionidOf(one, openid))) ?? '';
    const theirs = twins.get(unionidOf(one, ours)) ?? '';
    await window.webview.getByRole('textbox', { name: 'Filter by text' }).fill(ours);
    await window.webview.getByRole('gridcell', { name: ours }).first().click();
    await window.screenshot('people-person');
    await window.webview.getByRole('button', { name: `Open Profile: ${other.name}` }).click();
    await window.webview.getByRole('heading', { name: theirs }).waitFor();
    await window.screenshot('people-twin');
  });

  it('are brought up to date after the Open Platform account was exchanged', async () => {
    const { window, workspace } = opened();
    const [one] = accounts;
    const before = new Map(lists[0].map(openid => [openid, unionidOf(one, openid)]));
    one.bindTo(5);
    await window.run('Notifications: Clear All Notifications');
    await window.run('WeChat: Refresh UnionIDs…');
    await window.quickInput.fill('Refresh UnionIDs', 'one.json');
    await window.quickInput.accept();
    await window.quickInput.expectTitle(/Refresh the unionids of 400 people with/);
    await window.quickInput.expectPlaceholder(/^Left of today: [\d,]+ calls\.$/);
    await window.screenshot('refresh-cost');
    await window.quickInput.accept();
    await window.webview.getByText('Nearly all have changed').waitFor();
    await window.screenshot('refresh-page');
    await window.webview.getByRole('button', { name: 'Export…' }).click();
    await window.quickInput.pick('SQL UPDATE for MySQL');
    await window.quickInput.pick('By openid');
    await window.quickInput.enter('Refresh UnionIDs (1/3)', 'users');
    await window.quickInput.enter('Refresh UnionIDs (2/3)', 'unionid');
    await window.quickInput.enter('Refresh UnionIDs (3/3)', 'openid');
    await window.notifications.answer("Export 400 persons' data?", 'Export');
    const target = path.join(workspace, 'changes.sql');
    await window.quickInput.choosePath(target);
    await window.notifications.message('Exported to changes.sql');
    const statements = (await readFile(target, 'utf8')).split('\n').filter(line => line.startsWith('UPDATE'));
    const updates = lists[0].map(
      openid =>
        `UPDATE \`users\` SET \`unionid\` = '${unionidOf(one, openid)}' WHERE \`openid\` = '${openid}';`,
    );
    assert.deepEqual(statements.sort(), updates.sort());
    assert.ok(lists[0].every(openid => before.get(openid) !== unionidOf(one, openid)));
  });
});
