import { isRawProfile, type RawProfile } from '../../api/answers';
import { ridOf } from '../../errors/rid';
import { integer } from '../../profile/fields';
import { asOtherApisSpell, asWeChatSpells, type Fields } from './spelling';
import { type FailedRow, type NamedAnswer, type UserAnswer, userAnswer } from './userAnswers';
import { asWeChatGives } from './values';

/** An answer that can be decoded, or what an object is instead. */
export type Recognized =
  | { readonly kind: 'profile'; readonly profile: RawProfile }
  | { readonly kind: 'profiles'; readonly rows: readonly unknown[] }
  | { readonly kind: 'error'; readonly errcode: number; readonly errmsg: string }
  | {
      readonly kind: 'other';
      readonly what: OtherObject;
      readonly openids?: readonly string[];
      readonly failures?: readonly FailedRow[];
    };

export type OtherObject =
  | UserAnswer
  | 'success' // errcode 0
  | 'token' // of the token endpoints
  | 'authorization' // a token of web authorization (网页授权)
  | 'webProfile' // sns/userinfo, of web authorization
  | 'miniProgram' // a session, a phone number, or a profile that a Mini Program decrypted
  | 'pay' // WeChat Pay
  | 'noRows'; // batchget without anybody in it

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

/**
 * What an object out of somebody's log or file is, by its fields however they are spelled; undefined for one that
 * only may hold an answer. `endpointOf` gives the API that the text around names.
 */
export function whatItIs(object: object, endpointOf: () => string | undefined): Recognized | undefined {
  const fields = asWeChatGives(asWeChatSpells(object));
  const { user_info_list } = fields;
  if (Array.isArray(user_info_list)) {
    const rows: readonly unknown[] = user_info_list;
    return rows.length > 0 ? { kind: 'profiles', rows } : { kind: 'other', what: 'noRows' };
  }
  if (isProfile(fields) && ownFields.some(field => field in fields))
    return { kind: 'profile', profile: fields };
  const errcode = integer(fields['errcode']);
  if (errcode !== undefined && errcode !== 0) {
    return { kind: 'error', errcode, errmsg: withRid(fields) };
  }
  const others = asOtherApisSpell(fields);
  const known = otherAnswer(others) ?? userAnswer(others, endpointOf);
  if (known) return { kind: 'other', ...known };
  return errcode === 0 ? { kind: 'other', what: 'success' } : undefined;
}

/** Programs may keep the rid in a field of its own. */
function withRid({ errmsg, rid }: Fields): string {
  const message = typeof errmsg === 'string' ? errmsg : '';
  return typeof rid === 'string' && ridOf(message) === undefined ? `${message} rid: ${rid}`.trim() : message;
}

/** A row of batchget with its fields named as WeChat names them, where it can be shown: an openid is relied on. */
export function profileIn(row: unknown): RawProfile | undefined {
  const fields = typeof row === 'object' && row !== null ? asWeChatGives(asWeChatSpells(row)) : undefined;
  return isProfile(fields) ? fields : undefined;
}

function isProfile(fields: unknown): fields is RawProfile {
  return isRawProfile(fields) && fields.openid !== '';
}

function otherAnswer(fields: Fields): (Omit<NamedAnswer, 'what'> & { what: OtherObject }) | undefined {
  const has = (key: string) => key in fields;
  const { openid } = fields;
  const openids = typeof openid === 'string' ? [openid] : [];
  if (payFields.some(has)) return { what: 'pay' };
  if (
    has('session_key') ||
    has('phone_info') ||
    (has('watermark') && (has('openid') || has('purePhoneNumber')))
  )
    return { what: 'miniProgram' };
  if (has('access_token')) return has('openid') ? { what: 'authorization', openids } : { what: 'token' };
  if (has('openid') && has('privilege')) return { what: 'webProfile', openids };
  return undefined;
}
