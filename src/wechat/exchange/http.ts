import type nodeFetch from 'node-fetch';
import { type Headers, type Response } from 'node-fetch';
import { onAbort } from './abort';
import { ApiAddress } from './apiAddress';
import { TransportError } from '../errors/failure';
import { type TransportFault } from '../errors/fault';
import { readBody } from './readBody';
import { retryAfter } from './retryAfter';
import { transportReason } from './transportReason';

export interface HttpRequest {
  readonly method: 'GET' | 'POST';
  /** The path below the base URL, such as `/cgi-bin/user/info`. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly body?: unknown;
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

interface ApiHostOptions {
  readonly baseUrl: string;
  /** For a whole exchange, redirects and body included. */
  readonly timeoutMs: number;
}

const maxRedirects = 5;

/** The host that WeChat's API is spoken to through: WeChat's own, or a relay. */
export class ApiHost {
  private readonly address: ApiAddress;
  private fetch: typeof nodeFetch | undefined;

  constructor(private readonly options: ApiHostOptions) {
    this.address = new ApiAddress(options.baseUrl);
  }

  /** @throws TransportError when no answer with a status of 2xx arrives whole; `signal.reason` when aborted. */
  async send(request: HttpRequest, signal?: AbortSignal): Promise<HttpAnswer> {
    signal?.throwIfAborted();
    const url = this.address.of(request.path, request.query ?? {});
    const exchange = new AbortController();
    const end = () => exchange.abort();
    const stopListening = onAbort(signal, end);
    const timer = setTimeout(end, request.timeoutMs ?? this.options.timeoutMs);
    try {
      return await this.follow(url, request, exchange.signal);
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

  /** A redirect within the host repeats the request as it is; the token never follows one to another host. */
  private async follow(start: string, request: HttpRequest, signal: AbortSignal): Promise<HttpAnswer> {
    // Loaded at the first request: a window that asks nothing of WeChat needs none of it.
    this.fetch ??= (await import('node-fetch')).default;
    let url = start;
    for (let redirects = 0; redirects <= maxRedirects; redirects++) {
      // node-fetch destroys the body of a request that is aborted before it begins, and nobody hears that error.
      signal.throwIfAborted();
      const response = await this.fetch(url, requestInit(request, signal));
      // Read to its end in any case, or the connection could not be used again.
      const body = await readBody(response.body);
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

function requestInit({ method, body }: HttpRequest, signal: AbortSignal) {
  return {
    method,
    redirect: 'manual',
    signal,
    // VS Code puts an agent of its own, without keep-alive, before Node's: unasked, each call would shake hands anew.
    headers: { connection: 'keep-alive', ...(body !== undefined && { 'content-type': 'application/json' }) },
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
