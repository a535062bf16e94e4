import { type SimulatedWeChat, startWeChat } from '../wechat';
import { addOfficialAccount } from './addOfficialAccount';
import { useWindow } from './window';

const looks = [
  { name: 'light', theme: 'light', locale: 'en' },
  { name: 'dark', theme: 'dark', locale: 'en' },
  { name: 'hc-dark', theme: 'hc-dark', locale: 'en' },
  { name: 'hc-light', theme: 'hc-light', locale: 'en' },
  { name: 'zh-cn', theme: 'light', locale: 'zh-cn' },
  { name: 'zh-tw', theme: 'dark', locale: 'zh-tw' },
] as const;

/** What the titles and labels that lead there read in each language. */
const words = {
  en: { add: 'WeChat: Add Official Account…', batches: 'Batches', following: /^Following/ },
  'zh-cn': { add: '微信: 添加公众号…', batches: '批次', following: /^已关注/ },
  'zh-tw': { add: '微信: 新增公眾號…', batches: '批次', following: /^已關注/ },
};

describe('pictures for people to look at, in every theme and language', () => {
  let wechat: SimulatedWeChat;
  const files: Record<string, string> = {};

  before(async () => {
    wechat = await startWeChat({ followers: 400 });
    const [account] = wechat.accounts;
    const openids = [
      ...account.openids({ state: 'following' }, 240),
      ...account.openids({ state: 'notFollowing' }, 7),
      ...['not-an-openid', 'openid-of-somebody', 'o_too_short'],
    ];
    files['followers.json'] = JSON.stringify(openids, undefined, 1);
  });
  after(() => wechat.close());
  const opened = useWindow(() => ({ wechat, files }));

  it('takes the empty view in light', async () => {
    const { window } = opened();
    await window.sidebar.open('WeChat OpenID Lens');
    await window.sidebar.welcome.waitFor();
    await window.screenshot('empty-view-light');
  });

  it('fetches something to show', async () => {
    const { window } = opened();
    const [account] = wechat.accounts;
    await addOfficialAccount(window, account);
    await window.editor.open('followers.json');
    await window.editor.selectAll();
    await window.editor.choose('Look Up Selected OpenIDs');
    await window.notifications.message('The batch is done');
    await window.run('WeChat: Look Up OpenID…');
    const [openid = ''] = account.openids({ scene: 'ADD_SCENE_QR_CODE' }, 1);
    await window.quickInput.enter('Look Up OpenID', openid);
    await window.webview.getByText(openid).first().waitFor();
  });

  for (const { name, theme, locale } of looks) {
    it(`takes add account, tree, profile and batch in ${name}`, async () => {
      const { window } = opened();
      const { add, batches, following } = words[locale];
      const [account] = wechat.accounts;
      await window.look({ theme, locale });
      await window.sidebar.open('WeChat OpenID Lens');
      await window.sidebar.expand(account.name);
      await window.sidebar.expand(batches);
      await window.sidebar.expand('followers.json');
      await window.sidebar.expand(following);
      await window.sidebar.expand(account.openids()[0] ?? '');
      await window.webview.getByText('ADD_SCENE_QR_CODE').first().waitFor();
      await window.screenshot(`profile-and-tree-${name}`);
      await window.editor
        .tab(/followers\.json$/)
        .last()
        .click();
      await window.webview.getByRole('grid').waitFor();
      await window.screenshot(`batch-${name}`);
      await window.run(add);
      await window.quickInput.expectTitle('(1/3)');
      await window.screenshot(`add-account-${name}`);
      await window.quickInput.cancel();
    });
  }
});
