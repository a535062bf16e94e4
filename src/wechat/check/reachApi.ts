import { type RequestEntry } from '../exchange/apiCalls';
import { type CallOptions, type WeChatClientOptions } from '../client';
import { endpoints } from '../api/endpoints';
import { TransportError } from '../errors/failure';
import { ApiHost } from '../exchange/http';
import { parseAnswer } from '../json/parseAnswer';

/** An API host that answers. */
export interface Reached {
  readonly milliseconds: number;
  /** How far this machine's clock is ahead of the host's, to about a second; undefined where the host tells no time. */
  readonly clockAheadMs?: number;
}

export type ReachOptions = Pick<
  WeChatClientOptions,
  'baseUrl' | 'relayHeader' | 'timeoutMs' | 'onRequest' | 'now'
>;

/**
 * Whether WeChat answers at the API address, without a token or a secret. The API refuses with 41001, and so proves
 * that it is WeChat and not, say, the sign-in page of a network.
 * @throws TransportError
 * @see https://developers.weixin.qq.com/doc/service/api/base/api_getapidomainip
 */
export async function reachApi(options: ReachOptions, { signal }: CallOptions = {}): Promise<Reached> {
  const now = options.now ?? Date.now;
  const path = endpoints.apiDomainIp;
  const start = now();
  const report = (result: Pick<RequestEntry, 'status' | 'reason'>) =>
    options.onRequest?.({ method: 'GET', path, ...result, milliseconds: now() - start, attempt: 1 });
  try {
    const { status, body, date } = await new ApiHost(options).send({ method: 'GET', path }, signal);
    parseAnswer(body.toString(), path);
    report({ status });
    const hostTime = date === null ? Number.NaN : Date.parse(date);
    return {
      milliseconds: now() - start,
      // The header counts whole seconds and drops the rest: half a second is the best guess at it.
      ...(!Number.isNaN(hostTime) && { clockAheadMs: Math.round(now() - hostTime - 500) }),
    };
  } catch (error) {
    report({ reason: error instanceof TransportError ? error.fault.reason : 'cancelled' });
    throw error;
  }
}
