import * as v from 'valibot';
import { type CallOptions, type WeChatClient } from '../client';
import { endpoints } from '../api/endpoints';

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

const ridAnswer = v.pipe(
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
);

/**
 * Looks a refused request of the last 7 days up by its rid; only with the account that made it.
 * @see https://developers.weixin.qq.com/doc/service/api/apimanage/api_getridinfo
 */
export function traceRequest(
  client: WeChatClient,
  rid: string,
  { signal }: CallOptions = {},
): Promise<TracedRequest> {
  return client.call({ method: 'POST', path: endpoints.ridRequest, body: { rid } }, ridAnswer, { signal });
}
