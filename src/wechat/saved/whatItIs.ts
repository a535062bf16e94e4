import { isRawProfile, type RawProfile } from '../api/answers';

/** An answer that can be decoded, or what a JSON object is instead. */
export type Recognized =
  | { readonly kind: 'profile'; readonly profile: RawProfile }
  | { readonly kind: 'profiles'; readonly rows: readonly unknown[] }
  | { readonly kind: 'error'; readonly errcode: number; readonly errmsg: string }
  | { readonly kind: 'other'; readonly what: OtherObject };

export const otherObjects = [
  'success', // errcode 0
  'token', // of the token endpoints
  'authorization', // a token of web authorization (网页授权)
  'webProfile', // sns/userinfo, of web authorization
  'miniProgram', // a session, a phone number, or a profile that a Mini Program decrypted
  'pay', // WeChat Pay
  'followers', // user/get and its kin: openids alone
  'tags',
  'request', // the body of a batchget request
  'noRows', // batchget without anybody in it
] as const;

export type OtherObject = (typeof otherObjects)[number];

/** Fields that user/info and batchget alone give beside an openid. */
const ownFields = [
  'subscribe',
  'subscribe_time',
  'subscribe_scene',
  'tagid_list',
  'groupid',
  'qr_scene',
  'qr_scene_str',
];

const payFields = ['out_trade_no', 'transaction_id', 'prepay_id', 'mchid', 'mch_id', 'sp_mchid', 'refund_id'];

/** What an object out of somebody's log or file is, by its keys; undefined for one that only may hold an answer. */
export function whatItIs(object: object): Recognized | undefined {
  const has = (key: string) => Object.hasOwn(object, key);
  if ('user_info_list' in object && Array.isArray(object.user_info_list)) {
    const rows: readonly unknown[] = object.user_info_list;
    return rows.length > 0 ? { kind: 'profiles', rows } : { kind: 'other', what: 'noRows' };
  }
  if (isProfile(object) && ownFields.some(has)) return { kind: 'profile', profile: object };
  const errcode = 'errcode' in object ? errcodeOf(object.errcode) : undefined;
  if (errcode !== undefined && errcode !== 0) {
    const errmsg = 'errmsg' in object && typeof object.errmsg === 'string' ? object.errmsg : '';
    return { kind: 'error', errcode, errmsg };
  }
  const what = other(object, has) ?? (errcode === 0 ? 'success' : undefined);
  return what && { kind: 'other', what };
}

/** A row that can be shown: an openid is all that is relied on. */
export function isProfile(row: unknown): row is RawProfile {
  return isRawProfile(row) && row.openid !== '';
}

/** Programs that log an error write its code as text at times. */
function errcodeOf(value: unknown): number | undefined {
  const code = typeof value === 'string' && /^-?\d{1,9}$/.test(value) ? Number(value) : value;
  return Number.isSafeInteger(code) ? Number(code) : undefined;
}

function other(object: object, has: (key: string) => boolean): OtherObject | undefined {
  if (payFields.some(has)) return 'pay';
  if (
    has('session_key') ||
    has('phone_info') ||
    (has('watermark') && (has('openId') || has('purePhoneNumber')))
  )
    return 'miniProgram';
  if (has('access_token')) return has('openid') ? 'authorization' : 'token';
  if (has('openid') && has('privilege')) return 'webProfile';
  if (has('user_list')) return 'request';
  if (has('next_openid') && (has('data') || has('count'))) return 'followers';
  if ('tags' in object && Array.isArray(object.tags) && object.tags.some(isTag)) return 'tags';
  return undefined;
}

function isTag(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'name' in value && 'count' in value;
}
