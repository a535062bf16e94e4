import { type SimulatedAccount } from '../account/account';
import { callerIp, type Platform } from '../platform';
import { refuse, type Reply } from '../http/reply';
import { type ReceivedRequest } from '../http/request';

/**
 * The account that an AppID and an AppSecret open, or why they do not. Which of several reasons WeChat names first is
 * documented nowhere: here the secret comes before the caller's IP.
 */
export function openAccount(
  request: ReceivedRequest,
  platform: Platform,
  { appId, secret }: { appId: string | undefined; secret: string | undefined },
): { account: SimulatedAccount } | { refusal: Reply } {
  if (!appId) return { refusal: refuse(41002) };
  if (!secret) return { refusal: refuse(41004) };
  const account = platform.accountOf(appId);
  if (!account) return { refusal: refuse(40013) };
  if (secret !== account.secret) {
    return {
      refusal: account.wrongSecretErrcode === 40125 ? refuse(40125) : refuse(40001, 'invalid credential'),
    };
  }
  if (account.condition === 'secretFrozen') return { refusal: refuse(40243) };
  if (account.condition === 'ipRefused') {
    const ip = callerIp(account, request);
    const mapped = ip.includes(':') ? ip : `::ffff:${ip}`;
    return { refusal: refuse(40164, `invalid ip ${ip} ipv6 ${mapped}, not in whitelist`) };
  }
  return { account };
}
