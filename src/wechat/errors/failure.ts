import { callerIp } from './callerIp';
import { errorKind, transportKind } from './kinds';
import { type ErrorKind, type Fault, type TransportFault, type WeChatFault } from './fault';
import { ridOf } from './rid';

/** A call that failed. The message holds no query, token or secret; `explainError(fault, language)` is for people. */
export abstract class WeChatFailure extends Error {
  abstract readonly fault: Fault;
  abstract readonly kind: ErrorKind;
}

/** WeChat answered, and the answer is an `errcode`. */
export class WeChatError extends WeChatFailure {
  override readonly name = 'WeChatError';
  readonly kind: ErrorKind;
  /** WeChat's id of the failed request, where its message names one. */
  readonly rid: string | undefined;
  /** The caller's address as WeChat saw it, where its message names one (40164, 61004). */
  readonly ip: string | undefined;

  constructor(
    readonly fault: WeChatFault,
    /** The account that asked, where known. */
    readonly appId?: string,
  ) {
    super(`WeChat answered ${fault.errcode}: ${fault.errmsg}`);
    this.kind = errorKind(fault);
    this.rid = ridOf(fault.errmsg);
    this.ip = callerIp(fault.errmsg);
  }
}

/** No usable answer arrived. `kind` is `retry` where the same call may well succeed in a moment. */
export class TransportError extends WeChatFailure {
  override readonly name = 'TransportError';
  readonly kind: 'retry' | 'network';

  constructor(
    readonly fault: TransportFault,
    /** Milliseconds that the server asks to be left alone for, where it does. */
    readonly retryAfter?: number,
  ) {
    const { reason, status, detail, endpoint } = fault;
    const facts = [reason, status, detail].filter(fact => fact !== undefined).join(', ');
    super(`No usable answer${endpoint === undefined ? '' : ` from ${endpoint}`} (${facts})`);
    this.kind = transportKind(fault);
  }
}
