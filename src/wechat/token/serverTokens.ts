import * as v from 'valibot';
import { endpoints, tokenServerName } from '../api/endpoints';
import { TransportError, WeChatError } from '../errors/failure';
import { hasPassword, isPrivate } from '../exchange/apiAddress';
import { type ConnectionOptions } from '../exchange/connection';
import { ApiCalls, type CallHost, type RequestEntry } from '../exchange/apiCalls';
import { HttpExchange, type HttpRequest } from '../exchange/httpExchange';
import { type IssuedToken, type IssueToken } from './accessToken';
import { tokenIn } from './tokenIn';

export interface TokenServerOptions extends Omit<ConnectionOptions, 'baseUrl'> {
  readonly address: string;
  /** Asked for at each request, never kept. */
  readonly header?: () => Promise<{ readonly name: string; readonly value: string }>;
}

/** A token with all that may stand around it is far smaller. */
const maxBytes = 64 * 1024;
const path = tokenServerName;
const notFound = v.custom<IssuedToken>(() => false);

/**
 * Tokens from a server of the team (中控服务器), for those who are never given the AppSecret. It is asked, and never
 * told to renew anything. The token that WeChat has just refused is none.
 */
export function serverTokens({ address, header, ...options }: TokenServerOptions): IssueToken {
  const { appId, timeoutMs, now = Date.now } = options;
  const exchange = new HttpExchange();
  const host: CallHost = {
    send: (request, signal) => exchange.send(urlOf(address), request, { timeoutMs, maxBytes }, signal),
  };
  const calls = new ApiCalls(host, now, entry => options.onRequest?.(withoutTime(entry)), appId);
  return async ({ refused, signal }) => {
    const sent = await header?.();
    const request: HttpRequest = {
      method: 'GET',
      path,
      headers: { accept: 'application/json, text/plain', ...(sent && { [sent.name]: sent.value }) },
    };
    const issued = await ask(calls, request, signal);
    if (issued.value === refused) throw new TransportError({ reason: 'staleToken', endpoint: path });
    return issued;
  };
}

async function ask(calls: ApiCalls, request: HttpRequest, signal: AbortSignal): Promise<IssuedToken> {
  const usual = (body: Buffer) => tokenIn(body.toString());
  try {
    return await calls.send(request, notFound, { signal, attempt: 1, usual });
  } catch (error) {
    // What WeChat told the server when it asked for the token.
    if (error instanceof WeChatError)
      throw new WeChatError({ ...error.fault, endpoint: endpoints.stableToken }, error.appId);
    if (!(error instanceof TransportError) || error.fault.reason !== 'unreadable') throw error;
    // Without the beginning of its text, which may be a token that was not known as one.
    throw new TransportError({ reason: 'unreadable', endpoint: path });
  }
}

/** An address is checked when it is entered; files may be changed by hand. */
function urlOf(address: string): string {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url || !isPrivate(url) || hasPassword(url)) {
    throw new TransportError({ reason: 'address', endpoint: path });
  }
  return url.href;
}

/** Its clock is not WeChat's. */
function withoutTime({
  method,
  status,
  errcode,
  rid,
  reason,
  milliseconds,
  attempt,
}: RequestEntry): RequestEntry {
  return {
    method,
    path,
    milliseconds,
    attempt,
    ...(status !== undefined && { status }),
    ...(errcode !== undefined && { errcode }),
    ...(rid !== undefined && { rid }),
    ...(reason !== undefined && { reason }),
  };
}
