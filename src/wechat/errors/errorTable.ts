import { isTokenEndpoint } from '../api/endpoints';
import { bugErrors } from './texts/bug';
import { configErrors, secretRefused } from './texts/config';
import { dataErrors } from './texts/data';
import { type ErrorText, type ErrorTexts } from './texts/errorText';
import { networkErrors } from './texts/network';
import { quotaErrors } from './texts/quota';
import { retryErrors } from './texts/retry';
import { tokenErrors } from './texts/token';
import { type ErrorKind, type TransportFault, type WeChatFault } from './fault';

interface ErrorEntry extends ErrorText {
  readonly kind: ErrorKind;
}

const tables: Readonly<Record<ErrorKind, ErrorTexts>> = {
  retry: retryErrors,
  token: tokenErrors,
  config: configErrors,
  network: networkErrors,
  data: dataErrors,
  quota: quotaErrors,
  bug: bugErrors,
};

const kinds = [
  'retry',
  'token',
  'config',
  'network',
  'data',
  'quota',
  'bug',
] as const satisfies readonly ErrorKind[];

const entries = new Map<number, ErrorEntry>(
  kinds.flatMap(kind =>
    Object.entries(tables[kind]).map(([code, text]) => [Number(code), { kind, ...text }] as const),
  ),
);

/** Every errcode that is explained, in ascending order. */
export function errorCodes(): readonly number[] {
  return [...entries.keys()].sort((a, b) => a - b);
}

/** What is known of an errcode; 40001 from a token endpoint is a wrong secret, and elsewhere a stale token. */
export function errorEntry({ errcode, endpoint }: WeChatFault): ErrorEntry | undefined {
  if (errcode === 40001 && isTokenEndpoint(endpoint)) return { kind: 'config', ...secretRefused };
  return entries.get(errcode);
}

/** A code that no table knows is a `bug`: neither asking again nor guessing helps. */
export function errorKind(fault: WeChatFault): ErrorKind {
  return errorEntry(fault)?.kind ?? 'bug';
}

/** Whether the same call may well succeed in a moment. */
export function transportKind({ reason, status = 0 }: TransportFault): 'retry' | 'network' {
  switch (reason) {
    case 'timeout':
    case 'reset':
    case 'unreadable':
      return 'retry';
    case 'status':
      return status >= 500 || status === 429 || status === 408 ? 'retry' : 'network';
    default:
      return 'network';
  }
}
