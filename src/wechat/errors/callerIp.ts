import { isIP } from 'node:net';

/**
 * The caller's address in the message of 40164 (`invalid ip A ipv6 ::ffff:A, not in whitelist`) or 61004 and
 * 45035 (`access clientip is not registered requestIP: A`), or in what programs and people say instead. An IPv4
 * address mapped into IPv6 is given as IPv4, since that is how the whitelist wants it.
 */
export function callerIp(errmsg: string): string | undefined {
  return addressOf(errmsg, named) ?? addressOf(errmsg, notListed);
}

function addressOf(errmsg: string, pattern: RegExp): string | undefined {
  for (const [, candidate = ''] of errmsg.matchAll(pattern)) {
    const address = asIPv4(withoutPort(candidate.replace(/\.$/, '')));
    if (isIP(address) !== 0) return address;
  }
  return undefined;
}

/** Relays and SDKs write a colon or brackets around it; a colon of its own belongs to `::1`. */
const named = /\b(?:invalid ip|requestip|ipv6)\s*(?:[:：](?=::|[^:]))?\s*\[?([\d.a-f:]+)/gi;
/** `1.2.3.4 is not in the whitelist`, `IP：1.2.3.4 不在白名单中` */
const notListed =
  /(?<![\w.:-])([\d.a-f:]{7,45})["'\])）】]?[\s,，]{0,3}(?:is )?(?:not in (?:the )?(?:ip )?white-?list|(?:不在|未加入|没有加入|沒有加入|不在接口|没有在|沒有在)\s?(?:微信|公众号|公眾號|接口|服务器|後台|后台)?(?:的)?\s?(?:ip)?\s?白名[单單])/gi;
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
