import { type DisplayLanguage, type Localized, localized } from '../language';

/**
 * How people come to follow: the values of `subscribe_scene`. The Simplified Chinese labels are WeChat's own.
 * @see https://developers.weixin.qq.com/doc/service/api/usermanage/userinfo/api_userinfo
 */
export const sceneTable: ReadonlyMap<string, Localized> = new Map([
  ['ADD_SCENE_SEARCH', localized('Official Account search', '公众号搜索', '公眾號搜尋')],
  ['ADD_SCENE_ACCOUNT_MIGRATION', localized('Account migration', '公众号迁移', '公眾號遷移')],
  ['ADD_SCENE_PROFILE_CARD', localized('Profile card share', '名片分享', '名片分享')],
  ['ADD_SCENE_QR_CODE', localized('QR code scan', '扫描二维码', '掃描 QR Code')],
  [
    'ADD_SCENE_PROFILE_LINK',
    localized('Account name tapped in an article', '图文页内名称点击', '圖文頁內名稱點擊'),
  ],
  ['ADD_SCENE_PROFILE_ITEM', localized('Article top-right menu', '图文页右上角菜单', '圖文頁右上角選單')],
  ['ADD_SCENE_PAID', localized('Followed after payment', '支付后关注', '支付後關注')],
  ['ADD_SCENE_WECHAT_ADVERTISEMENT', localized('WeChat ad', '微信广告', '微信廣告')],
  ['ADD_SCENE_REPRINT', localized('Reposted by others', '他人转载', '他人轉載')],
  ['ADD_SCENE_LIVESTREAM', localized('Channels livestream', '视频号直播', '視頻號直播')],
  ['ADD_SCENE_CHANNELS', localized('Channels', '视频号', '視頻號')],
  ['ADD_SCENE_WXA', localized('Mini Program', '小程序关注', '小程式關注')],
  ['ADD_SCENE_OTHERS', localized('Other', '其他', '其他')],
]);

/** Misspellings of WeChat's earlier documentation, which live on in saved data and other programs. */
const misspellings: ReadonlyMap<string, string> = new Map([
  ['ADD_SCENEPROFILE LINK', 'ADD_SCENE_PROFILE_LINK'],
  ['ADD_SCENE_ACCOUNT_MIGRATON', 'ADD_SCENE_ACCOUNT_MIGRATION'],
]);

/** What to print for a scene: an unknown one prints itself. */
export function sceneLabel(code: string, language: DisplayLanguage): string {
  return labels(code)?.[language] ?? code;
}

export function isKnownScene(code: string): boolean {
  return labels(code) !== undefined;
}

/** The code as WeChat documents it today. */
export function currentScene(code: string): string {
  return misspellings.get(code) ?? code;
}

function labels(code: string): Localized | undefined {
  return sceneTable.get(currentScene(code));
}
