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
    v.nullable(v.array(v.unknown())),
    v.transform(rows =>
      (rows ?? []).flatMap(row => {
        const read = v.safeParse(schema, row);
        return read.success ? [read.output] : [];
      }),
    ),
  );
}

/** Relays write numbers as text at times. */
const count = v.union([
  v.pipe(v.number(), v.integer()),
  v.pipe(v.string(), v.regex(/^-?\d{1,15}$/), v.transform(Number)),
]);

/** `errcode` is absent from a successful read, and 0 in a successful write. */
export const errorAnswer = v.object({
  errcode: v.pipe(count, v.notValue(0)),
  errmsg: v.fallback(v.string(), ''),
});

/** What a write answers when it succeeded. */
export const okAnswer = v.object({ errcode: v.pipe(count, v.value(0)) });

export const tokenAnswer = v.object({
  access_token: v.pipe(v.string(), v.nonEmpty()),
  expires_in: count,
});

export const profileAnswer = v.custom<RawProfile>(isRawProfile);

export const batchAnswer = v.pipe(
  v.object({ user_info_list: v.nullable(v.array(v.unknown())) }),
  v.transform(({ user_info_list }) => (user_info_list ?? []).filter(isRawProfile)),
);

export interface Tag {
  readonly id: number;
  readonly name: string;
  /** Followers who carry it. */
  readonly count: number;
}

export const tagsAnswer = v.pipe(
  v.object({
    tags: readableRows<Tag>(v.object({ id: count, name: v.string(), count: v.fallback(count, 0) })),
  }),
  v.transform(answer => answer.tags),
);

/** One page of an account's followers, at most 10 000. */
export interface FollowerPage {
  readonly total: number;
  readonly openids: readonly string[];
  /** Where the next page begins; empty, or the last openid of this page, when it was the last. */
  readonly nextOpenid: string;
}

/** An empty page has no `data`; PHP makes an empty list of what is missing. */
const openidList = v.fallback(v.object({ openid: v.fallback(v.array(v.unknown()), []) }), { openid: [] });

export const followersAnswer = v.pipe(
  v.looseObject({}),
  // Any of them may be missing, but not all: that would be the answer to another question.
  v.check(answer => ['total', 'count', 'data', 'next_openid'].some(key => key in answer)),
  v.object({
    total: v.fallback(v.optional(count), undefined),
    count: v.fallback(v.optional(count), undefined),
    data: v.optional(openidList, { openid: [] }),
    next_openid: v.fallback(v.optional(v.string(), ''), ''),
  }),
  v.transform((answer): FollowerPage => {
    const openids = answer.data.openid.filter(isFilled);
    return {
      total: answer.total ?? answer.count ?? openids.length,
      openids,
      nextOpenid: answer.next_openid,
    };
  }),
);

function isFilled(openid: unknown): openid is string {
  return typeof openid === 'string' && openid !== '';
}

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
