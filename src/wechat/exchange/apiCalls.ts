import * as v from 'valibot';
import { errorAnswer } from '../api/answers';
import { TransportError, WeChatError } from '../errors/failure';
import { type TransportReason } from '../errors/fault';
import { type HttpAnswer, type HttpRequest } from './httpExchange';
import { parseAnswer } from '../json/parseAnswer';
import { safeText } from '../errors/safeText';

/** One exchange, fit for a log: no query, no token, no secret. */
export interface RequestEntry {
  /** The account that asked, where known. */
  readonly appId?: string;
  readonly method: 'GET' | 'POST';
  readonly path: string;
  /** HTTP status, where an answer arrived. */
  readonly status?: number;
  readonly errcode?: number;
  readonly rid?: string;
  /** Why no usable answer arrived. */
  readonly reason?: TransportReason | 'cancelled';
  readonly milliseconds: number;
  /** What the host's clock said, in Unix milliseconds: its `Date` header. */
  readonly hostTime?: number;
  /** How often this was asked, this time included: a renewed token and a caller's own patience count alike. */
  readonly attempt: number;
}

export interface SendOptions<T> {
  readonly signal: AbortSignal | undefined;
  readonly attempt: number;
  /** Reads the form that good answers nearly always have, faster than a schema does; `undefined` for any other. */
  readonly usual?: ((body: Buffer) => T | undefined) | undefined;
}

/** Where calls go. */
export interface CallHost {
  send(request: HttpRequest, signal?: AbortSignal): Promise<HttpAnswer>;
}

const maxErrmsg = 500;

/** Calls of the API: sent, read, judged and reported one by one, without knowing of tokens. */
export class ApiCalls {
  constructor(
    private readonly host: CallHost,
    private readonly now: () => number,
    private readonly report: (entry: RequestEntry) => void = () => {},
    /** Whose calls these are. */
    private readonly appId?: string,
  ) {}

  /** @throws WeChatError for an errcode, TransportError where the answer is missing or not what `schema` reads. */
  async send<T>(
    request: HttpRequest,
    schema: v.GenericSchema<unknown, T>,
    { signal, attempt, usual }: SendOptions<T>,
  ): Promise<T> {
    const { method, path } = request;
    const start = this.now();
    const report = (result: Partial<RequestEntry>) => {
      const asked = { ...(this.appId !== undefined && { appId: this.appId }), method, path };
      this.report({ ...asked, ...result, milliseconds: this.now() - start, attempt });
    };
    let arrived: Pick<RequestEntry, 'status' | 'hostTime'> = {};
    let value: T;
    try {
      const answer = await this.host.send(request, signal);
      const hostTime = answer.date === null ? NaN : Date.parse(answer.date);
      arrived = { status: answer.status, ...(!Number.isNaN(hostTime) && { hostTime }) };
      value =
        usual?.(answer.body) ??
        readAnswer(answer.body.toString(), schema, { endpoint: path, appId: this.appId });
    } catch (error) {
      report({ ...arrived, ...resultOf(error) });
      throw error;
    }
    report(arrived);
    return value;
  }
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
