import * as v from 'valibot';
import { api } from '../api';

/** A request that WeChat refused, as WeChat kept it. It holds openids, and the access token in `url`. */
export interface TracedRequest {
  /** Unix seconds. */
  readonly time: number;
  readonly milliseconds: number;
  readonly url: string;
  readonly requestBody: string;
  readonly responseBody: string;
  readonly clientIp: string;
}

const text = v.fallback(v.string(), '');
const count = v.fallback(v.number(), 0);

/**
 * A refused request of the last 7 days by its rid; only with the account that made it.
 * @see https://developers.weixin.qq.com/doc/service/api/apimanage/api_getridinfo
 */
export const tracedRequest = api({
  method: 'POST',
  path: '/cgi-bin/openapi/rid/get',
  body: (rid: string) => ({ rid }),
  answer: v.pipe(
    v.object({
      request: v.object({
        invoke_time: v.number(),
        cost_in_ms: count,
        request_url: text,
        request_body: text,
        response_body: text,
        client_ip: text,
      }),
    }),
    v.transform(({ request }): TracedRequest => ({
      time: request.invoke_time,
      milliseconds: request.cost_in_ms,
      url: request.request_url,
      requestBody: request.request_body,
      responseBody: request.response_body,
      clientIp: request.client_ip,
    })),
  ),
});
