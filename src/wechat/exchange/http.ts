import { ApiAddress } from './apiAddress';
import { type ConnectionOptions } from './connection';
import { type HttpAnswer, HttpExchange, type HttpRequest } from './httpExchange';

type ApiHostOptions = Pick<ConnectionOptions, 'baseUrl' | 'relayHeader' | 'timeoutMs'>;

/** The host that WeChat's API is spoken to through: WeChat's own, or a relay. */
export class ApiHost {
  private readonly address: ApiAddress;
  private readonly exchange = new HttpExchange();

  constructor(private readonly options: ApiHostOptions) {
    this.address = new ApiAddress(options.baseUrl);
  }

  /** @throws TransportError when no answer with a status of 2xx arrives whole; `signal.reason` when aborted. */
  async send(request: HttpRequest, signal?: AbortSignal): Promise<HttpAnswer> {
    signal?.throwIfAborted();
    const url = this.address.of(request.path, request.query ?? {});
    const timeoutMs = request.timeoutMs ?? this.options.timeoutMs;
    const header = await this.options.relayHeader?.();
    signal?.throwIfAborted();
    const sent = header
      ? { ...request, headers: { ...request.headers, [header.name]: header.value } }
      : request;
    return this.exchange.send(url, sent, { timeoutMs }, signal);
  }
}
