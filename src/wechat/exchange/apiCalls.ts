import { setImmediate } from 'node:timers/promises';
import * as v from 'valibot';
import { errorAnswer } from '../api/answers';
import { TransportError, WeChatError } from '../errors/failure';
import { type TransportReason } from '../errors/fault';
import { type ApiHost, type HttpRequest } from './http';
import { parseAnswer } from '../json/parseAnswer';
import { safeText } from '../errors/safeText';

/** One exchange, fit for a log: no query, no token, no secret. */
export interface RequestEntry {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  /** HTTP status, where an answer arrived. */
  readonly status?: number;
  readonly errcode?: number;
  readonly rid?: string;
  /** Why no usable answer arrived. */
  readonly reason?: TransportReason | 'cancelled';
  readonly milliseconds: number;
  /** How often this was asked, this time included: a renewed token and a caller's own patience count alike. */
  readonly attempt: number;
}

export interface SendOptions<T> {
  readonly signal: AbortSignal | undefined;
  readonly attempt: number;
  readonly usual?: UsualAnswer<T> | undefined;
  /**
   * Told of an answer that looks usual before it is read. It is read after whatever else has arrived by then, so
   * that of many answers at once the last does not wait until all others are read.
   */
  readonly onArrival?: (() => void) | undefined;
}

/** The form that good answers of an API nearly always have. */
export interface UsualAnswer<T> {
  readonly looksUsual: (body: Buffer) => boolean;
  /** Faster than a schema is; `undefined` for any other form. */
  readonly read: (body: Buffer) => T | undefined;
}

const maxErrmsg = 500;

/** Calls of the API: sent, read, judged and reported one by one, without knowing of tokens. */
export class ApiCalls {
  constructor(
    private readonly host: ApiHost,
    private readonly now: () => number,
    private readonly report: (entry: RequestEntry) => void = () => {},
    /** Whose calls these are. */
    private readonly appId?: string,
  ) {}

  /** @throws WeChatError for an errcode, TransportError where the answer is missing or not what `schema` reads. */
  async send<T>(
    request: HttpRequest,
    schema: v.GenericSchema<unknown, T>,
    { signal, attempt, usual, onArrival }: SendOptions<T>,
  ): Promise<T> {
    const { method, path } = request;
    const start = this.now();
    const report = (result: Partial<RequestEntry>) => {
      this.report({ method, path, ...result, milliseconds: this.now() - start, attempt });
    };
    let status: number | undefined;
    let value: T;
    try {
      const answer = await this.host.send(request, signal);
      status = answer.status;
      value =
        (usual && (await readUsual(answer.body, usual, onArrival))) ??
        readAnswer(answer.body.toString(), schema, { endpoint: path, appId: this.appId });
    } catch (error) {
      report({ status, ...resultOf(error) });
      throw error;
    }
    report({ status });
    return value;
  }
}

async function readUsual<T>(
  body: Buffer,
  usual: UsualAnswer<T>,
  onArrival?: () => void,
): Promise<T | undefined> {
  if (!usual.looksUsual(body)) return undefined;
  if (onArrival) {
    onArrival();
    await setImmediate();
  }
  return usual.read(body);
}

function readAnswer<T>(
  text: string,
  schema: v.GenericSchema<unknown, T>,
  { endpoint, appId }: { endpoint: string; appId: string | undefined },
): T {
  const json = parseAnswer(text, endpoint);
  const refusal = v.safeParse(errorAnswer, json);
  if (refusal.success) {
    const { errcode, errmsg } = refusal.output;
    throw new WeChatError({ errcode, errmsg: safeText(errmsg, maxErrmsg), endpoint }, appId);
  }
  const answer = v.safeParse(schema, json);
  if (answer.success) return answer.output;
  throw new TransportError({ reason: 'unreadable', endpoint, detail: safeText(text, 80) });
}

function resultOf(error: unknown): Partial<RequestEntry> {
  if (error instanceof WeChatError) {
    return { errcode: error.fault.errcode, rid: error.rid };
  }
  if (error instanceof TransportError) {
    const { reason, status } = error.fault;
    return { reason, ...(status !== undefined && { status }) };
  }
  return { reason: 'cancelled' };
}
