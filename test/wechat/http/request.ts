import { type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { isList, isRecord, parseJson } from './json';

/** What the server saw of one request. */
export interface RecordedRequest {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  /** Milliseconds by the simulation's clock. */
  readonly at: number;
  readonly clientIp: string;
  /** The openids that a user/info or batchget asks for, in its order; empty for other requests. */
  readonly openids: readonly string[];
  /** By the token, or as the request names it. */
  readonly appId: string | undefined;
  /** What was answered, 0 for success; undefined while it waits, and where a fault left no answer of WeChat's. */
  readonly errcode: number | undefined;
}

const BODY_LIMIT = 10 * 1024 * 1024;

export class ReceivedRequest implements RecordedRequest {
  readonly method: string;
  readonly path: string;
  readonly queryText: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly at: number;
  readonly clientIp: string;
  appId: string | undefined;
  errcode: number | undefined;
  #json: { readonly value: unknown } | undefined;

  constructor(message: IncomingMessage, body: string, at: number) {
    const [path = '/', ...rest] = (message.url ?? '/').split('?');
    const query = rest.join('?');
    this.method = message.method ?? 'GET';
    this.path = path;
    this.queryText = query;
    this.query = Object.fromEntries(new URLSearchParams(query));
    this.headers = message.headers;
    this.body = body;
    this.at = at;
    this.clientIp = (message.socket.remoteAddress ?? '127.0.0.1').replace(/^::ffff:/, '');
  }

  /** The body as JSON; undefined if it is none. */
  get json(): unknown {
    this.#json ??= { value: parseJson(this.body) };
    return this.#json.value;
  }

  /** A key of the body's JSON object; undefined if there is none. */
  field(name: string): unknown {
    return isRecord(this.json) ? this.json[name] : undefined;
  }

  /** A non-empty text of the body's JSON object. */
  textField(name: string): string | undefined {
    const value = this.field(name);
    return typeof value === 'string' && value !== '' ? value : undefined;
  }

  get openids(): readonly string[] {
    const single = this.query['openid'];
    if (single !== undefined) return [single];
    const list = this.field('user_list');
    if (!isList(list)) return [];
    return list.map(item => (isRecord(item) ? item['openid'] : undefined)).filter(isText);
  }
}

/** The whole body as UTF-8; undefined if the client went away or sent more than 10 MB. */
export async function readBody(message: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of message) {
      if (!Buffer.isBuffer(chunk)) return undefined;
      size += chunk.length;
      if (size > BODY_LIMIT) return undefined;
      chunks.push(chunk);
    }
  } catch {
    return undefined; // the connection broke
  }
  return Buffer.concat(chunks).toString('utf8');
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}
