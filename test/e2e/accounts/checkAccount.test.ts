import assert from 'node:assert/strict';

import { type SimulatedAccount, type SimulatedWeChat, startWeChat } from '../../wechat';
import { addOfficialAccount } from './addOfficialAccount';
import { eventually, useWindow } from '../window';

const clearQuota = '/cgi-bin/clear_quota';

/** Accounts with the steps that their page shows as failed or warned of, in words, and those that were not checked. */
const accounts = [
  { name: 'Healthy', failed: [], unchecked: 0 },
  { name: 'Wrong Secret', failed: [/^Access token.*40125.*AppSecret/], unchecked: 7 },
  { name: 'IP Refused', failed: [/^IP address.*40164.*127\.0\.0\.1/], unchecked: 7 },
  { name: 'Unverified', failed: [/^User API permission.*48001/], unchecked: 5 },
  {
    name: 'Quota Used Up',
    failed: [
      /^Tags.*45009/,
      /^Quota of user\/info .*500,000 of 500,000/,
      /^Quota of batchget/,
      /^Quota of user\/get .*500 of 500/,
    ],
    unchecked: 1,
  },
] as const;

describe('Check Official Account', () => {
  let wechat: SimulatedWeChat;
  const simulated = new Map<string, SimulatedAccount>();

  before(async () => {
    wechat = await startWeChat({
      accounts: [
        { name: 'Healthy' },
        { name: 'Wrong Secret' },
        { name: 'IP Refused', condition: 'ipRefused' },
        { name: 'Unverified', condition: 'unverified' },
        { name: 'Quota Used Up', condition: 'quotaUsedUp' },
      ],
    });
    for (const account of wechat.accounts) simulated.set(account.name, account);
  });
  after(() => wechat.close());
  const opened = useWindow(() => ({ wechat }));

  it('has five accounts to check, four of them saved in spite of what WeChat says', async () => {
    const { window } = opened();
    await window.sidebar.open('OpenID Lens');
    for (const { name } of accounts) {
      const { appId, secret } = account(name);
      if (name === 'Healthy') {
        await addOfficialAccount(window, { appId, secret, name });
        continue;
      }
      await window.run('WeChat: Add Official Account…');
      await window.quickInput.enter('(1/3)', appId);
      await window.quickInput.enter('(2/3)', name === 'Wrong Secret' ? 'e'.repeat(32) : secret);
      await window.quickInput.enter('(3/3)', name);
      await window.notifications.answer(/./, 'Save Anyway');
      await window.sidebar.row(name).waitFor();
    }
    await window.run('Notifications: Clear All Notifications');
  });

  for (const { name, failed, unchecked } of accounts) {
    it(`shows what is the matter with the account “${name}”, and copies it without secrets and openids`, async () => {
      const { window } = opened();
      await window.sidebar.choose(name, 'Check Official Account');
      await window.webview.getByRole('heading', { name: `Check of ${name}` }).waitFor();
      await window.webview.locator('article[aria-busy="false"]').waitFor();
      await window.screenshot(`check-${name.toLowerCase().replaceAll(' ', '-')}`);

      const markdown = await copied();
      const steps = markdown.split('\n').filter(line => line.startsWith('- '));
      assert.equal(steps.length, 11, markdown);
      const plain = (line: string) => line.replace(/^- \S+ /, '').replace(/\\|\*\*/g, '');
      const bad = steps.filter(line => /^- (❌|⚠)/u.test(line)).map(plain);
      assert.equal(bad.length, failed.length, markdown);
      failed.forEach((expected, index) => assert.match(bad[index] ?? '', expected));
      assert.equal(steps.filter(line => line.startsWith('- ➖')).length, unchecked, markdown);
      for (const hidden of [...wechat.secrets(), ...account(name).openids()])
        assert.ok(!markdown.includes(hidden));
    });
  }

  it('asks before it clears a quota, and passes afterwards', async () => {
    const { window } = opened();
    const clear = window.webview.getByRole('button', { name: 'Reset API Quota…' });
    await clear.click();
    await window.notifications.dialog(/10 times a month/).waitFor();
    await window.screenshot('clear-quota');
    await window.notifications.answer('Quota Used Up', 'Cancel');
    assert.equal(wechat.calls(clearQuota), 0);

    await clear.click();
    await window.notifications.answer('Quota Used Up', 'Clear Quota');
    await eventually(() => assert.equal(wechat.calls(clearQuota), 1));
    await window.webview.getByRole('button', { name: 'Check Again' }).click();
    await window.webview.getByText('Quota Used Up works').waitFor();
  });

  it('tells the quotas in the tooltip of the account', async () => {
    const { window } = opened();
    await eventually(async () =>
      assert.match(await window.sidebar.tooltip('Healthy'), /Quota of user\/get: \d of 500 calls used today/),
    );
  });

  it('copies the IP address that WeChat refused', async () => {
    const { window } = opened();
    await window.sidebar.choose('IP Refused', 'Check Official Account');
    await window.webview.getByRole('button', { name: 'Copy IP' }).click();
    await eventually(async () => assert.equal(await window.clipboard(), '127.0.0.1'));
  });

  function account(name: string): SimulatedAccount {
    return simulated.get(name) ?? assert.fail(name);
  }

  async function copied(): Promise<string> {
    const { window } = opened();
    await window.webview.getByRole('button', { name: 'Copy as Markdown' }).click();
    return eventually(async () => {
      const text = await window.clipboard();
      assert.ok(text.startsWith(`# ${await window.webview.getByRole('heading').first().innerText()}`));
      return text;
    });
  }
});
