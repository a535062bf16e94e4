import { type SimulatedAccount } from './account/account';
import { type ReceivedRequest } from './http/request';
import { type RidLog } from './http/ridLog';
import { type Verdict } from './credentials/tokenOffice';

/** Everything that an API may look at. */
export class Platform {
  readonly accounts: readonly SimulatedAccount[];
  readonly rids: RidLog;
  readonly now: () => number;
  /** Requests that wait for their answer, in the order in which they came. */
  readonly inFlight = new Set<ReceivedRequest>();

  constructor(accounts: readonly SimulatedAccount[], rids: RidLog, now: () => number) {
    this.accounts = accounts;
    this.rids = rids;
    this.now = now;
  }

  accountOf(appId: string): SimulatedAccount | undefined {
    return this.accounts.find(account => account.appId === appId);
  }

  /** The account that a token belongs to, and what becomes of calls with it; undefined for an unknown token. */
  holderOf(token: string): { account: SimulatedAccount; verdict: Verdict } | undefined {
    for (const account of this.accounts) {
      const verdict = account.tokens.judge(token);
      if (verdict !== undefined) return { account, verdict };
    }
    return undefined;
  }
}

/** Whose request it is, by its token or by the AppID that it names; undefined for neither. */
export function appIdOf(request: ReceivedRequest, platform: Platform): string | undefined {
  const token = request.query['access_token'];
  if (token !== undefined) return platform.holderOf(token)?.account.appId;
  return request.query['appid'] ?? request.textField('appid');
}

/** The caller's address as the account's whitelist sees it. */
export function callerIp(account: SimulatedAccount, request: ReceivedRequest): string {
  return account.callerIp ?? request.clientIp;
}
