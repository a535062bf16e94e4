import * as v from 'valibot';

/** The decoded answer for one openid, as WeChat gave it: nothing but `openid` may be relied on. */
export interface RawProfile {
  readonly openid: string;
  readonly [field: string]: unknown;
}

export function isRawProfile(row: unknown): row is RawProfile {
  return typeof row === 'object' && row !== null && 'openid' in row && typeof row.openid === 'string';
}

/** A list of which the rows that cannot be read are left out, so that one of them never hides the others. */
function readableRows<Row>(schema: v.GenericSchema<unknown, Row>) {
  return v.pipe(
    v.array(v.unknown()),
    v.transform(rows => rows.filter((row): row is Row => v.is(schema, row))),
  );
}

const count = v.pipe(v.number(), v.integer());

/** `errcode` is absent from a successful read, and 0 in a successful write. */
export const errorAnswer = v.object({
  errcode: v.pipe(v.number(), v.notValue(0)),
  errmsg: v.fallback(v.string(), ''),
});

export const tokenAnswer = v.object({
  access_token: v.pipe(v.string(), v.nonEmpty()),
  expires_in: v.number(),
});

export const profileAnswer = v.custom<RawProfile>(isRawProfile);

export const batchAnswer = v.pipe(
  v.object({ user_info_list: v.array(v.unknown()) }),
  v.transform(answer => answer.user_info_list.filter(isRawProfile)),
);

export interface Tag {
  readonly id: number;
  readonly name: string;
  /** Followers who carry it. */
  readonly count: number;
}

export const tagsAnswer = v.pipe(
  v.object({ tags: readableRows<Tag>(v.object({ id: count, name: v.string(), count })) }),
  v.transform(answer => answer.tags),
);

/** One page of an account's followers, at most 10 000. */
export interface FollowerPage {
  readonly total: number;
  readonly openids: readonly string[];
  /** Where the next page begins; empty, or the last openid of this page, when it was the last. */
  readonly nextOpenid: string;
}

export const followersAnswer = v.pipe(
  v.object({
    total: count,
    // Missing where the page is empty.
    data: v.optional(v.object({ openid: v.array(v.string()) }), { openid: [] }),
    next_openid: v.optional(v.string(), ''),
  }),
  v.transform((answer): FollowerPage => ({
    total: answer.total,
    openids: answer.data.openid.filter(openid => openid !== ''),
    nextOpenid: answer.next_openid,
  })),
);

/** Calls of one API a day; WeChat counts to about 1 %. */
export interface Quota {
  readonly dailyLimit: number;
  readonly used: number;
  readonly remain: number;
  /** Calls allowed within a number of seconds, where the API has such a limit. */
  readonly rateLimit?: { readonly calls: number; readonly seconds: number };
}

const rateLimit = v.object({ call_count: count, refresh_second: count });

export const quotaAnswer = v.pipe(
  v.object({
    quota: v.object({ daily_limit: count, used: count, remain: count }),
    rate_limit: v.fallback(v.optional(rateLimit), undefined),
  }),
  v.transform(({ quota, rate_limit }): Quota => ({
    dailyLimit: quota.daily_limit,
    used: quota.used,
    remain: quota.remain,
    ...(rate_limit && { rateLimit: { calls: rate_limit.call_count, seconds: rate_limit.refresh_second } }),
  })),
);
