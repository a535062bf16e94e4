/**
 * What to do about an error, after the classes R T C N D Q B of WeChat's code table:
 * try again · refresh the token once · mend the configuration · network policy · bad data · quota · our own bug.
 */
export type ErrorKind = 'retry' | 'token' | 'config' | 'network' | 'data' | 'quota' | 'bug';

/** An answer with `errcode` ≠ 0 (HTTP status 200 as a rule). `endpoint` is the path, without host or query. */
export interface WeChatFault {
  readonly errcode: number;
  readonly errmsg: string;
  readonly endpoint?: string;
}

/** Every {@link TransportReason}. */
export const transportReasons = [
  'address', // the API address is neither https nor this very machine: nothing was sent
  'timeout', // no complete answer within the timeout
  'dns', // the host name was not found
  'refused', // nothing listens there, or no way leads there
  'reset', // the connection broke, or the body was cut
  'tls', // the certificate is not trusted
  'proxy', // the proxy refused (407, a gateway error of its own), or cannot be reached
  'redirect', // a redirect to another host, which is never followed
  'status', // an HTTP status other than 2xx
  'tooLarge', // more than 16 MB, or 64 KB of a token server
  'unreadable', // not JSON, or not the JSON that this call answers with
  'staleToken', // a token server still hands out the token that WeChat refused
] as const;

/** Why no usable answer came. */
export type TransportReason = (typeof transportReasons)[number];

/** No usable answer arrived at all. */
export interface TransportFault {
  readonly reason: TransportReason;
  readonly endpoint?: string;
  /** HTTP status, where one arrived. */
  readonly status?: number;
  /** Node's error code or the first characters of an unreadable body; never a URL with its query. */
  readonly detail?: string;
}

/** A failed call as plain data: it can be journalled, sent to a webview, and explained later in any language. */
export type Fault = WeChatFault | TransportFault;

/** Whether WeChat itself refused, with an errcode; otherwise no usable answer came. */
export function isWeChatFault(fault: Fault): fault is WeChatFault {
  return 'errcode' in fault;
}
