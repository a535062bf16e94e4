import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import path from 'node:path';

import { type SimulatedAccount, type SimulatedWeChat, startWeChat } from '../../wechat';
import { addOfficialAccount } from '../accounts/addOfficialAccount';
import { eventually, useWindow } from '../window';
import { fewLooks } from '../window/looks';

const changeOpenid = '/cgi-bin/changeopenid';

const words = {
  en: { followers: 'Followers', kept: 'for a migration' },
  'zh-cn': { followers: '关注者', kept: '用于迁移' },
};

describe('the migration of an account', () => {
  let wechat: SimulatedWeChat;
  let account: SimulatedAccount;
  let old: SimulatedAccount;
  /** 250 people of the old account, of whom three do not follow it. */
  let people: string[];
  const files: Record<string, string> = {};

  before(async () => {
    wechat = await startWeChat({ followers: 900 });
    [account, old] = wechat.accounts;
    people = [...old.openids({}, 247), ...old.openids({ state: 'notFollowing' }, 3)];
    files['members.csv'] = ['id,openid', ...people.map((openid, index) => `${index},${openid}`)].join('\n');
  });
  after(() => wechat.close());
  const opened = useWindow(() => ({ wechat, files }));

  /** A window that was opened anew after a failure shows nothing of it. */
  async function showLists(): Promise<void> {
    const { sidebar } = opened().window;
    await sidebar.open('OpenID Lens');
    await sidebar.expand(old.name);
    await sidebar.expand('Followers');
  }

  before('register both accounts', async () => {
    const { window } = opened();
    await addOfficialAccount(window, account);
    await addOfficialAccount(window, old);
  });

  it('translates 250 openids of a file, of which 3 fail, from its menu in the Explorer', async () => {
    const { window, workspace } = opened();
    wechat.forgetRequests();
    await window.sidebar.open('Explorer');
    await window.sidebar.choose('members.csv', 'Translate Migrated OpenIDs…');
    await window.quickInput.pick(account.name);
    await window.quickInput.enter('Translate Migrated OpenIDs', old.originalId);
    await window.webview.getByRole('heading', { name: 'New OpenIDs of members.csv' }).waitFor();
    await window.webview.getByText('Done, but not for everybody.').waitFor();
    await window.notifications.message('Translated: 247 · No follower of the old account: 3');
    assert.equal(wechat.calls(changeOpenid), 3);
    await eventually(async () => {
      const rows = await window.webview.locator('tbody tr').allInnerTexts();
      assert.deepEqual(
        rows.slice(0, 4).map(row => row.includes('ori_openid error')),
        [true, true, true, false],
      );
    });
    await window.run('Notifications: Clear All Notifications');
    await window.screenshot('migration-results');
    await window.webview.getByRole('button', { name: 'Export…' }).click();
    const target = path.join(workspace, 'mapping.csv');
    await window.quickInput.choosePath(target);
    await window.notifications.message('Exported to mapping.csv');
    const [head, first, ...others] = (await readFile(target, 'utf8')).trim().split('\r\n');
    assert.equal(head?.replace('\ufeff', ''), 'id,openid,new_openid,outcome');
    const newOf = account.people.openids.encode(old.people.indexOf(people[0] ?? '') ?? -1);
    assert.equal(first, `0,${people[0]},${newOf},migrated`);
    assert.equal(others.filter(line => line.endsWith(',,noFollower')).length, 3);
  });

  it('keeps the followers of the old account before it is frozen, and says why', async () => {
    const { window, workspace } = opened();
    await window.run('Notifications: Clear All Notifications');
    await window.sidebar.open('OpenID Lens');
    await window.sidebar.expand(old.name);
    await window.sidebar.choose(old.name, 'Keep Follower List for Migration…');
    const question = window.notifications.dialog(`Keep the followers of ${old.name} for a migration?`);
    await question.getByText('WeChat gives its openids to nobody').waitFor();
    await window.screenshot('migration-question');
    await window.notifications.answer('for a migration?', 'Browse Followers…');
    await window.quickInput.pick('Browse');
    await window.notifications.choose('The list is kept until it is removed.', 'Export…');
    await window.quickInput.pick('CSV');
    await window.quickInput.choosePath(path.join(workspace, 'old.csv'));
    await window.notifications.message('Exported to old.csv');
    const lines = (await readFile(path.join(workspace, 'old.csv'), 'utf8')).trim().split('\r\n');
    assert.deepEqual(lines.slice(1), old.openids());
    await window.sidebar.expand('Followers');
    await window.sidebar.row('for a migration').waitFor();
    await window.run('Notifications: Clear All Notifications');
    await window.screenshot('migration-kept');
  });

  it('translates the list that was kept, from its own menu', async () => {
    const { window } = opened();
    await window.run('Notifications: Clear All Notifications');
    await showLists();
    await window.sidebar.choose('for a migration', 'Translate Migrated OpenIDs…');
    await window.quickInput.pick(account.name);
    await window.quickInput.enter('Translate Migrated OpenIDs', old.originalId);
    await window.notifications.message(`Translated: ${old.followerCount.toLocaleString('en')}`);
  });

  it('compares or removes two lists that are picked together, and offers nothing that means one alone', async () => {
    const { window } = opened();
    await window.run('Notifications: Clear All Notifications');
    await showLists();
    await window.sidebar.clickInline('Followers', 'Browse Followers…');
    await window.quickInput.pick('Browse');
    await window.notifications.message(`Followers of ${old.name}`);
    await window.run('Notifications: Clear All Notifications');
    const kept = window.sidebar.row('for a migration');
    const other = window.sidebar.row(/^(?!.*(Followers|migration)).* found/);
    await other.click();
    await kept.click({ modifiers: ['ControlOrMeta'] });
    const names = await window.sidebar.menu('for a migration');
    assert.deepEqual(
      names.filter(name => name !== ''),
      ['Compare Lists…', 'Tag People…', 'Remove Tag from People…', 'Export List…', 'Remove List'],
    );
    await window.screenshot('lists-picked-together');
    await window.sidebar.choose('for a migration', 'Compare Lists…');
    await window.webview.getByRole('tab', { name: 'Came 0' }).waitFor();
    await window.sidebar.choose('for a migration', 'Remove List');
    await window.notifications
      .dialog('Remove 2 lists?')
      .getByText('Kept for a migration among them: 1.')
      .waitFor();
    await window.screenshot('lists-removal-question');
    await window.page.keyboard.press('Escape');
    await eventually(async () => {
      assert.ok((await window.sidebar.rows()).some(row => row.includes('for a migration')));
    });
  });

  for (const { name, theme, locale } of fewLooks) {
    it(`looks right in ${name}`, async () => {
      const { window } = opened();
      await window.look({ theme, locale });
      await window.sidebar.open('OpenID Lens');
      await window.sidebar.expand(old.name);
      await window.sidebar.expand(words[locale].followers);
      await window.sidebar.row(words[locale].kept).waitFor();
      await window.screenshot(`migration-tree-${name}`);
    });
  }
});
