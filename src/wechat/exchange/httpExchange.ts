import type nodeFetch from 'node-fetch';
import { type Headers, type Response } from 'node-fetch';
import { onAbort } from './abort';
import { TransportError } from '../errors/failure';
import { type TransportFault } from '../errors/fault';
import { readBody } from './readBody';
import { retryAfter } from './retryAfter';
import { transportReason } from './transportReason';

export interface HttpRequest {
  readonly method: 'GET' | 'POST';
  /** What it is called in logs and faults: the path below the base URL, such as `/cgi-bin/user/info`. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** For this exchange as a whole, in place of the host's own limit. */
  readonly timeoutMs?: number;
}

/** A complete answer with a status of 2xx. */
export interface HttpAnswer {
  readonly status: number;
  /** UTF-8, whatever the headers say. */
  readonly body: Buffer;
  /** When the host sent it, by its own clock: the `Date` header. */
  readonly date: string | null;
}

/** How long and how large one exchange may be, redirects and body included. */
export interface ExchangeLimits {
  readonly timeoutMs: number;
  readonly maxBytes?: number;
}

const maxRedirects = 5;

/** Sends requests, each to an answer that is complete or to the reason why there is none. */
export class HttpExchange {
  private fetch: typeof nodeFetch | undefined;

  /** @throws TransportError when no answer with a status of 2xx arrives whole; `signal.reason` when aborted. */
  async send(
    url: string,
    request: HttpRequest,
    limits: ExchangeLimits,
    signal?: AbortSignal,
  ): Promise<HttpAnswer> {
    const exchange = new AbortController();
    const end = () => exchange.abort();
    const stopListening = onAbort(signal, end);
    const timer = setTimeout(end, limits.timeoutMs);
    try {
      return await this.follow(url, request, limits, exchange.signal);
    } catch (error) {
      signal?.throwIfAborted();
      if (exchange.signal.aborted) throw failure(request, { reason: 'timeout' });
      // Whatever is still to come of an answer that is too large.
      end();
      throw error instanceof TransportError ? error : failure(request, transportReason(error));
    } finally {
      clearTimeout(timer);
      stopListening();
    }
  }

  /** A redirect within the host repeats the request as it is; secrets never follow one to another host. */
  private async follow(
    start: string,
    request: HttpRequest,
    { maxBytes }: ExchangeLimits,
    signal: AbortSignal,
  ): Promise<HttpAnswer> {
    // Loaded at the first request: a window that asks nothing of WeChat needs none of it.
    this.fetch ??= (await import('node-fetch')).default;
    // node-fetch breaks on a signal that was aborted while it loaded: nobody hears the error of the request's body.
    signal.throwIfAborted();
    let url = start;
    for (let redirects = 0; redirects <= maxRedirects; redirects++) {
      const response = await this.fetch(url, requestInit(request, signal));
      // Read to its end in any case, or the connection could not be used again.
      const body = await readBody(response.body, maxBytes);
      const { status } = response;
      if (response.ok) return { status, body, date: response.headers.get('date') };

      const location = response.headers.get('location');
      if (status < 300 || status >= 400 || location === null) {
        const reason = refusedByProxy(response) ? 'proxy' : 'status';
        throw failure(request, { reason, status }, retryAfter(response.headers, Date.now()));
      }
      const next = URL.canParse(location, url) ? new URL(location, url) : undefined;
      if (next?.origin !== new URL(start).origin) {
        throw failure(request, { reason: 'redirect', status, ...(next && { detail: next.host }) });
      }
      url = next.href;
    }
    throw failure(request, { reason: 'redirect', detail: new URL(url).host });
  }
}

function requestInit({ method, body, headers }: HttpRequest, signal: AbortSignal) {
  return {
    method,
    redirect: 'manual',
    signal,
    // VS Code puts an agent of its own, without keep-alive, before Node's: unasked, each call would shake hands anew.
    headers: {
      connection: 'keep-alive',
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  } as const;
}

/**
 * A proxy's refusal of CONNECT reaches us as if the API had answered. 407 can only be a proxy's; a gateway
 * error is, when it says so or when it is the bare status line that no web server's page is.
 */
function refusedByProxy({ status, headers }: Response): boolean {
  if (status === 407) return true;
  return status >= 502 && status <= 504 && (namesProxy(headers) || isBare(headers));
}

function namesProxy(headers: Headers): boolean {
  return ['proxy-agent', 'proxy-authenticate', 'proxy-connection', 'proxy-status', 'x-squid-error'].some(
    name => headers.has(name),
  );
}

function isBare(headers: Headers): boolean {
  return !headers.has('date') && !headers.has('content-type');
}

function failure({ path }: HttpRequest, fault: TransportFault, afterMs?: number): TransportError {
  return new TransportError({ ...fault, endpoint: path }, afterMs);
}
