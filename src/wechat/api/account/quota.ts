import * as v from 'valibot';
import { api } from '../api';
import { wholeNumber } from '../lenient';

/** Calls of one API a day; WeChat counts to about 1 %. */
export interface Quota {
  readonly dailyLimit: number;
  readonly used: number;
  readonly remain: number;
  /** Calls allowed within a number of seconds, where the API has such a limit. */
  readonly rateLimit?: { readonly calls: number; readonly seconds: number };
}

const rateLimit = v.object({ call_count: wholeNumber, refresh_second: wholeNumber });

/**
 * What is left today of one API, named by its path, such as `/cgi-bin/user/info`.
 * @see https://developers.weixin.qq.com/doc/service/api/apimanage/api_getapiquota
 */
export const quota = api({
  method: 'POST',
  path: '/cgi-bin/openapi/quota/get',
  body: (cgiPath: string) => ({ cgi_path: cgiPath }),
  answer: v.pipe(
    v.object({
      quota: v.object({ daily_limit: wholeNumber, used: wholeNumber, remain: wholeNumber }),
      rate_limit: v.fallback(v.optional(rateLimit), undefined),
    }),
    v.transform(({ quota, rate_limit }): Quota => ({
      dailyLimit: quota.daily_limit,
      used: quota.used,
      remain: quota.remain,
      ...(rate_limit && { rateLimit: { calls: rate_limit.call_count, seconds: rate_limit.refresh_second } }),
    })),
  ),
});
