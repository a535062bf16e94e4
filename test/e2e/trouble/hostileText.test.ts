import assert from 'node:assert/strict';
import * as v from 'valibot';

import { type SimulatedWeChat, startWeChat } from '../../wechat';
import { assertAccessible, assertFits, eventually, useWindow } from '../window';

/** Tells which field came alive; each of them would do so in its own way. */
function hostile(field: string): string {
  return [
    `\u202e${field}`,
    `<script>tripped('${field}')</script>`,
    `<img src=x onerror="tripped('${field}')">`,
    `"'><svg onload=tripped('${field}')>`,
    `javascript:tripped('${field}')`,
    '\u0000\u0007\u2028\u2066`${tripped(1)}`',
    'W'.repeat(10_000),
  ].join(' ');
}

/** Elements that only markup in a text can have brought, through all shadow roots. */
const strangersScript = `(() => {
  const found = [];
  const look = root => {
    for (const element of root.querySelectorAll('*')) {
      if (element.matches('img, iframe, object, svg[onload], b, [onerror]')) found.push(element.outerHTML.slice(0, 100));
      if (element.shadowRoot) look(element.shadowRoot);
    }
  };
  look(document.body);
  return found;
})()`;

const file = `<img src=x onerror=tripped('file')>.json`;
const accountName = `<img src=x onerror="tripped('account')">`;
const odd = `"><img/src=x/onerror=tripped('openid')>`;

describe('hostile text in every field', () => {
  let wechat: SimulatedWeChat;
  let openid = '';
  const files: Record<string, string> = {};
  const tripped: string[] = [];

  before(async () => {
    wechat = await startWeChat({ followers: 60 });
    const [account] = wechat.accounts;
    const openids = account.openids({ state: 'following' }, 20);
    openid = openids[0] ?? '';
    account.change(openid, {
      unionid: hostile('unionid'),
      remark: hostile('remark'),
      subscribe_scene: hostile('subscribe_scene'),
      qr_scene: hostile('qr_scene'),
      qr_scene_str: hostile('qr_scene_str'),
      language: hostile('language'),
      nickname: hostile('nickname'),
      headimgurl: hostile('headimgurl'),
      tagid_list: [2, 100, 101],
      groupid: 100,
      [hostile('key')]: hostile('unknown'),
    });
    const tags = [2, 100, 101].map(id => ({ id, name: hostile(`tag ${id}`), count: 1 }));
    wechat.faults.add(
      { kind: 'status', status: 200, body: JSON.stringify({ tags }) },
      { path: '/cgi-bin/tags/get' },
    );
    files[file] = JSON.stringify(openids);
  });
  after(() => wechat.close());
  const opened = useWindow(() => ({ wechat, files }));

  before('the tripwire', async () => {
    const { page } = opened().window;
    await page.exposeFunction('tripped', (field: string) => tripped.push(field));
  });

  it('is shown as text by a batch, its pane and its filters', async () => {
    const { window } = opened();
    const [account] = wechat.accounts;
    await window.run('WeChat: Add Official Account…');
    await window.quickInput.enter('(1/3)', account.appId);
    await window.quickInput.enter('(2/3)', account.secret);
    // The mark would turn every sentence with the name in it, and is taken out.
    await window.quickInput.enter('(3/3)', `\u202e${accountName}`);
    await window.notifications.message(`${accountName} is ready`);
    await window.sidebar.open('Explorer');
    await window.sidebar.choose('onerror', 'Fetch Profiles from List…');
    await window.webview.getByText('Following 20').waitFor();
    await window.webview.locator('#row-0').click();
    const pane = window.webview.getByRole('complementary');
    await pane.getByText('⟨U+202E⟩remark').waitFor();
    await window.webview.getByText('⟨U+202E⟩tag 2').first().waitFor();
    await window.webview.getByRole('option', { name: 'subscribe_scene' }).click();
    await window.webview.locator('lens-filter-bar').getByText('1 of 20 rows').waitFor();
    await harmless('batch');
  });

  it('is shown as text by a profile', async () => {
    const { window } = opened();
    await lookUp(openid, openid);
    await window.webview.getByText('⟨U+202E⟩qr_scene_str').waitFor();
    await window.webview.getByText('⟨U+202E⟩tag 100').first().waitFor();
    await window.webview.getByText('No Longer Provided').click();
    await window.webview.getByText('⟨U+202E⟩nickname').waitFor();
    await window.webview.getByRole('button', { name: 'onerror' }).waitFor();
    await harmless('profile');
  });

  it('is shown as text when it was given for an openid', async () => {
    const { window } = opened();
    await lookUp(odd, 'img/src');
    await window.webview.getByText('Invalid').first().waitFor();
    await harmless('openid');
  });

  it('has a tripwire that tells when it is touched', async () => {
    const frame = await opened().window.webviewFrame();
    await frame.evaluate(`tripped('on purpose')`);
    assert.deepEqual(tripped.splice(0), ['on purpose']);
  });

  async function harmless(name: string): Promise<void> {
    const { window } = opened();
    await window.screenshot(`hostile-${name}`);
    const frame = await window.webviewFrame();
    await eventually(async () => assertFits(frame));
    assert.deepEqual(v.parse(v.array(v.string()), await frame.evaluate(strangersScript)), []);
    await assertAccessible(frame, `hostile text in the ${name}`);
    assert.deepEqual(tripped, []);
  }

  async function lookUp(text: string, shown: string): Promise<void> {
    const { window } = opened();
    await window.run('WeChat: Look Up OpenID…');
    await window.quickInput.enter('Look Up OpenID', text);
    await window.webview.getByRole('heading', { name: shown }).waitFor();
  }
});
