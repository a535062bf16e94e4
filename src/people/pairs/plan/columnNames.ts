/** Whose openids a name says: people call accounts by kind, and not by AppID. */
export type AccountKind = 'miniProgram' | 'officialAccount';

export type NamedColumn =
  | { readonly kind: 'unionid' }
  | { readonly kind: 'openid'; readonly of: AccountKind | undefined }
  | { readonly kind: 'appId' };

/** `mp` is left out: some write it for 公众号 (mp.weixin.qq.com), others for Mini Program. */
const miniProgram = /mini|xcx|applet|wxapp|^ma|小程序|小程式/;
const officialAccount = /oa|offi|official|gzh|h5|public|service|subscri|公众|公眾|服务号|服務號|订阅|訂閱/;

/** What a column's name says of its cells, in the spellings that people use. */
export function namedColumn(name: string): NamedColumn | undefined {
  // The last part of `user.open_id`, `u.unionid`.
  const last = name.toLowerCase().split('.').pop() ?? '';
  const letters = last.replace(/[^\p{L}\d]/gu, '');
  if (/unionid$/.test(letters)) return { kind: 'unionid' };
  if (/appid$/.test(letters)) return { kind: 'appId' };
  if (!/openid|^(?:to|from)user(?:name)?$/.test(letters)) return undefined;
  // The cloud database of Mini Programs gives each record the field `_openid`.
  if (last.trim() === '_openid') return { kind: 'openid', of: 'miniProgram' };
  const rest = letters.replace(/openid.*$/, '');
  if (miniProgram.test(rest)) return { kind: 'openid', of: 'miniProgram' };
  return { kind: 'openid', of: officialAccount.test(rest) ? 'officialAccount' : undefined };
}
