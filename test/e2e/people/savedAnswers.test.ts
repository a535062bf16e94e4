import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';

import { type SimulatedWeChat, startWeChat } from '../../wechat';
import { addOfficialAccount } from '../accounts/addOfficialAccount';
import { eventually, useWindow } from '../window';

const refusal =
  '{"errcode":40164,"errmsg":"invalid ip 203.0.113.7 ipv6 ::ffff:203.0.113.7, not in whitelist"}';
const remark = '**VIP** [x](command:workbench.action.quit) <b>$(trash)</b>';

describe('answers and errors from elsewhere', () => {
  let wechat: SimulatedWeChat;
  let openid: string;
  const files: Record<string, string> = {};

  before(async () => {
    wechat = await startWeChat();
    const [account] = wechat.accounts;
    const openids = account.openids({ state: 'following' }, 30);
    openid = account.openids({ scene: 'ADD_SCENE_QR_CODE' }, 1)[0] ?? '';
    account.change(openid, { remark });
    const row = (id: string) =>
      JSON.stringify({
        subscribe: 1,
        openid: id,
        subscribe_time: 1434093047,
        subscribe_scene: 'ADD_SCENE_QR_CODE',
      });
    files['one.log'] = `10:00:01 INFO body=${JSON.stringify(row(openid))} 12 ms\n`;
    files['batch.json'] =
      `{"user_info_list":[${openids.map(row).join(',\n')},\n{"subscribe":0,"openid":"oLeft"},\n]}\n`;
    files['error.json'] = `${refusal}\n`;
    files['page.log'] = '<html><body>502 Bad Gateway</body></html>\n';
    files['people.log'] = `login of ${openid} at 10:00\n`;
  });
  after(() => wechat.close());
  const opened = useWindow(() => ({ wechat, files }));

  it('decodes the selected line of a log without an account: the profile, not the means to ask again', async () => {
    const { window } = opened();
    await window.editor.open('one.log');
    await window.editor.selectAll();
    await window.editor.choose('Decode WeChat Response');
    await window.webview.getByText('QR code scan', { exact: true }).first().waitFor();
    await window.webview.getByText('Saved answer', { exact: true }).waitFor();
    assert.equal(await window.webview.getByRole('button', { name: 'Refresh' }).count(), 0);
    await window.screenshot('saved-answer');
  });

  it('decodes a whole document as a table', async () => {
    const { window } = opened();
    await window.editor.open('batch.json');
    await window.run('WeChat: Decode WeChat Response');
    await window.webview.getByText('31 openids').waitFor();
    const buttons = await window.webview.getByRole('button').allInnerTexts();
    assert.ok(buttons.some(text => text.includes('Export')));
    assert.ok(!buttons.some(text => /Retry|Re-check|Resume/.test(text)), buttons.join(', '));
    await window.screenshot('saved-batch');
  });

  it('says what a text is that is no answer', async () => {
    const { window } = opened();
    await window.editor.open('page.log');
    await window.run('WeChat: Decode WeChat Response');
    await window.notifications.message(/This is an HTML page, not an answer of WeChat/);
    await window.notifications.close(/HTML page/);
  });

  it('explains the error in a selection, with its actions', async () => {
    const { window } = opened();
    await window.editor.open('error.json');
    await window.editor.selectAll();
    await window.editor.choose('Decode WeChat Response');
    await window.notifications.message(/40164.*203\.0\.113\.7/);
    await window.screenshot('explained-error');
    await window.notifications.choose('40164', 'Copy IP');
    await eventually(async () => assert.equal(await window.clipboard(), '203.0.113.7'));
  });

  it('explains an error by its code, by words, and by a pasted log line', async () => {
    const { window } = opened();
    await explain('');
    await window.quickInput.row(/40164.*whitelist/s).waitFor();
    assert.match((await window.quickInput.rows())[0] ?? '', /In the selection/);
    await window.quickInput.cancel();
    await explain('48001');
    await window.screenshot('explain-error-by-code');
    await window.quickInput.accept();
    await window.notifications.message(/48001 · .*not verified/);
    await window.notifications.choose('48001', 'Copy');
    await eventually(async () => assert.match(await window.clipboard(), /^48001 · /));
    await explain('AppSecret is frozen');
    await window.quickInput.row('40243').waitFor();
    await explain(`WARN wechat said ${refusal} again`);
    await window.quickInput.row('40164').waitFor();
    await window.quickInput.accept();
    await window.notifications.message(/40164.*203\.0\.113\.7/);
    await window.notifications.close('40164');
  });

  it('explains an errcode under the pointer', async () => {
    const { window } = opened();
    await window.editor.open('error.json');
    await hover('40164', /40164\s·.*203\.0\.113\.7/);
    await window.screenshot('hover-errcode');
  });

  it('has called nobody until now', () => assert.equal(wechat.requests.length, 0));

  it('shows a card over an openid that was looked up, with text of people as text, and calls nobody', async () => {
    const { window } = opened();
    await addOfficialAccount(window, wechat.accounts[0]);
    await window.run('WeChat: Look Up OpenID…');
    await window.quickInput.enter('Look Up OpenID', openid);
    await window.webview.getByText(openid).first().waitFor();
    wechat.forgetRequests();
    await window.editor.open('people.log');
    const card = await hover(openid, /Following\s·.*QR\scode\sscan/s);
    await window.screenshot('hover-openid');
    assert.ok((await card.innerText()).replaceAll('\u00a0', ' ').includes(`Remark: ${remark}`));
    const links = await card.locator('a').allInnerTexts();
    assert.deepEqual(links.slice(0, 2), ['Open Profile', 'Copy OpenID']);
    assert.ok(!links.includes('x'));
    await card.getByText('Open Profile').click();
    await window.webview.getByText(openid).first().waitFor();
    assert.equal(wechat.calls('/cgi-bin/user/info'), 0);
  });

  async function explain(typed: string): Promise<void> {
    const { window } = opened();
    await window.run('WeChat: Explain WeChat Error…');
    await window.quickInput.fill('Explain WeChat Error', typed);
  }

  /** Rests on a word until the card that says this is there. */
  async function hover(word: string, said: RegExp): Promise<Locator> {
    const { window } = opened();
    const card = window.page.locator('.monaco-hover:visible').filter({ hasText: said }).first();
    await eventually(async patience => {
      await window.editor.placeCursor(word);
      await window.page.keyboard.press('ControlOrMeta+K');
      await window.page.keyboard.press('ControlOrMeta+I');
      await card.waitFor({ timeout: patience });
    });
    return card;
  }
});
