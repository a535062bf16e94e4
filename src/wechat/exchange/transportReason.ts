import { type TransportFault } from '../errors/fault';
import { BodyTooLarge } from './readBody';

const reasons: readonly (readonly [RegExp, TransportFault['reason']])[] = [
  [/^(ENOTFOUND|EAI_\w+|ENODATA)$/, 'dns'],
  [/^(ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EHOSTDOWN|ENETDOWN|EADDRNOTAVAIL|EACCES|EPERM)$/, 'refused'],
  [/^E(SOCKET)?TIMEDOUT$/, 'timeout'],
  [/^(CERT_|CRL_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|HOSTNAME_|INVALID_|ERR_TLS_|ERR_SSL_|EPROTO$)/, 'tls'],
  [/^(HPE_|Z_|ERR_BROTLI|ERR__ERROR_FORMAT)/, 'unreadable'],
];

/** Why an exchange broke, after the code of Node's error. Its message is left behind: it holds the URL. */
export function transportReason(error: unknown): Pick<TransportFault, 'reason' | 'detail'> {
  if (error instanceof BodyTooLarge) return { reason: 'tooLarge' };
  // VS Code's proxy agent gives no code when the proxy itself cannot be reached.
  if (error instanceof Error && error.message.includes('connection to proxies')) return { reason: 'proxy' };

  const code = codeOf(error);
  const reason = reasons.find(([codes]) => codes.test(code))?.[1] ?? 'reset';
  return code === '' ? { reason } : { reason, detail: code };
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
