import { isIP } from 'node:net';

/**
 * The caller's address in the message of 40164 (`invalid ip A ipv6 ::ffff:A, not in whitelist`) or 61004 and
 * 45035 (`access clientip is not registered requestIP: A`). An IPv4 address mapped into IPv6 is given as IPv4,
 * since that is how the whitelist wants it.
 */
export function callerIp(errmsg: string): string | undefined {
  for (const [, candidate = ''] of errmsg.matchAll(named)) {
    const address = asIPv4(withoutPort(candidate.replace(/\.$/, '')));
    if (isIP(address) !== 0) return address;
  }
  return undefined;
}

/** Relays and SDKs write a colon or brackets around it; a colon of its own belongs to `::1`. */
const named = /\b(?:invalid ip|requestip|ipv6)\s*(?:[:：](?=::|[^:]))?\s*\[?([\d.a-f:]+)/gi;
const mapped = /^(?:::|(?:0{1,4}:){5})ffff:(?=[^:])/i;

function withoutPort(address: string): string {
  return address.replace(/^(\d+(?:\.\d+){3}):\d*$/, '$1');
}

function asIPv4(address: string): string {
  if (!mapped.test(address)) return address;
  const rest = address.replace(mapped, '');
  const groups = /^([\da-f]{1,4}):([\da-f]{1,4})$/i.exec(rest);
  if (!groups) return rest;
  const numbers = groups.slice(1).map(group => Number.parseInt(group, 16));
  return numbers.flatMap(number => [number >> 8, number & 255]).join('.');
}
