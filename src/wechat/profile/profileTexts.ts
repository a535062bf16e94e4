import { type DisplayLanguage, type Localized, localized } from '../language';

/** @see https://developers.weixin.qq.com/doc/service/api/usermanage/userinfo/api_userinfo */
export const legacyNote = localized(
  'WeChat has given neither nickname nor avatar since 2021-12-27; gender and region are blank, too.',
  '自 2021-12-27 起，微信不再提供昵称和头像，性别和地区也为空。',
  '自 2021-12-27 起，微信不再提供暱稱和頭像，性別和地區也為空。',
);

export const unionidMissingTexts = {
  probablyNotBound: localized(
    'Probably the account is not bound to a WeChat Open Platform account (微信开放平台): only then does WeChat give a unionid.',
    '该账号可能未绑定微信开放平台，绑定后才会返回 unionid。',
    '該帳號可能未綁定微信開放平台，綁定後才會傳回 unionid。',
  ),
  withheld: localized(
    'WeChat usually withholds the unionid of people who do not follow.',
    '用户未关注时，微信通常不返回 unionid。',
    '使用者未關注時，微信通常不傳回 unionid。',
  ),
};

const languageLabels: ReadonlyMap<string, Localized> = new Map([
  ['zh_CN', localized('Simplified Chinese', '简体中文', '簡體中文')],
  ['zh_TW', localized('Traditional Chinese (Taiwan)', '繁体中文（台湾）', '繁體中文（台灣）')],
  ['zh_HK', localized('Traditional Chinese (Hong Kong)', '繁体中文（香港）', '繁體中文（香港）')],
  ['en', localized('English', '英语', '英文')],
]);

/** A language that has no label is its own. */
export function languageLabel(code: string, language: DisplayLanguage): string {
  return languageLabels.get(code)?.[language] ?? code;
}
