import { isIP } from 'node:net';

/**
 * The caller's address in the message of 40164 (`invalid ip A ipv6 ::ffff:A, not in whitelist`) or 61004 and
 * 45035 (`access clientip is not registered requestIP: A`). An IPv4 address mapped into IPv6 is given as IPv4,
 * since that is how the whitelist wants it.
 */
export function callerIp(errmsg: string): string | undefined {
  const named = /\b(?:invalid ip|requestip:?|ipv6)\s*([\d.a-f:]+)/gi;
  for (const [, candidate = ''] of errmsg.matchAll(named)) {
    const address = candidate.replace(/^::ffff:(?=[\d.]+$)/i, '').replace(/\.$/, '');
    if (isIP(address) !== 0) return address;
  }
  return undefined;
}
