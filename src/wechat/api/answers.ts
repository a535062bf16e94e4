import * as v from 'valibot';
import { wholeNumber } from './lenient';

/** The decoded answer for one openid, as WeChat gave it: nothing but `openid` may be relied on. */
export interface RawProfile {
  readonly openid: string;
  readonly [field: string]: unknown;
}

/** Whether a row of an answer can be used: it names its openid. Everything else in it is unknown. */
export function isRawProfile(row: unknown): row is RawProfile {
  return typeof row === 'object' && row !== null && 'openid' in row && typeof row.openid === 'string';
}

/** `errcode` is absent from a successful read, and 0 in a successful write. */
export const errorAnswer = v.object({
  errcode: v.pipe(wholeNumber, v.notValue(0)),
  errmsg: v.fallback(v.string(), ''),
});

export const tokenAnswer = v.object({
  access_token: v.pipe(v.string(), v.nonEmpty()),
  expires_in: wholeNumber,
});

export const profileAnswer = v.custom<RawProfile>(isRawProfile);

export const batchAnswer = v.pipe(
  v.object({ user_info_list: v.nullable(v.array(v.unknown())) }),
  v.transform(({ user_info_list }) => (user_info_list ?? []).filter(isRawProfile)),
);
