import { type Memento } from 'vscode';

import { errorKind, type RequestEntry, type WeChatFault } from '../wechat';
import { type Account } from './account/account';

const key = 'usedAppIds';
const remembered = 50;

/** Where the right to look people up is judged; other APIs may be closed to an account that looks up well. */
const userApis = ['/cgi-bin/user/info', '/cgi-bin/user/info/batchget', '/cgi-bin/user/get'];
const tokenApi = '/cgi-bin/stable_token';

/**
 * What WeChat's answers tell about accounts: which were used last, and which it refuses (no permission, a wrong or
 * frozen secret, an address that is not whitelisted). A refusal stands, in this window, until a call succeeds.
 */
export class AccountStanding {
  private readonly refusals = new Map<string, WeChatFault>();

  constructor(private readonly memento: Memento) {}

  /** To be told of every exchange. One without an answer says nothing about the account. */
  note({ appId, path, errcode, reason }: RequestEntry): void {
    if (appId === undefined || reason !== undefined) return;
    const isUserApi = userApis.includes(path);
    if (!isUserApi && path !== tokenApi) return;
    if (errcode === undefined) this.accepted(appId, isUserApi);
    else this.told(appId, { errcode, errmsg: '', endpoint: path }, isUserApi);
  }

  refusal(appId: string): WeChatFault | undefined {
    return this.refusals.get(appId);
  }

  /** Those named first, then the others as they were used last; an account that WeChat refuses stands behind all. */
  inOrder(accounts: readonly Account[], first: readonly (string | undefined)[]): Account[] {
    const order = [...first, ...this.used()];
    const rank = ({ appId }: Account) => {
      const place = order.indexOf(appId);
      return (this.refusals.has(appId) ? order.length + 1 : 0) + (place < 0 ? order.length : place);
    };
    return [...accounts].sort((a, b) => rank(a) - rank(b));
  }

  /** A token proves the secret alone; an answer of the user APIs proves the rest, too. */
  private accepted(appId: string, isUserApi: boolean): void {
    if (isUserApi || this.refusals.get(appId)?.endpoint === tokenApi) this.refusals.delete(appId);
    const used = this.used();
    if (!isUserApi || used[0] === appId) return;
    const latest = [appId, ...used.filter(each => each !== appId)].slice(0, remembered);
    void this.memento.update(key, latest);
  }

  private told(appId: string, fault: WeChatFault, isUserApi: boolean): void {
    switch (errorKind(fault)) {
      case 'config':
      case 'network':
        this.refusals.set(appId, fault);
        return;
      case 'data':
      case 'quota':
        // About the openid or the day: whoever is told so has passed the gates.
        if (isUserApi) this.refusals.delete(appId);
        return;
      case 'retry':
      case 'token':
      case 'bug':
        return;
    }
  }

  private used(): readonly string[] {
    const kept = this.memento.get<unknown>(key);
    return Array.isArray(kept) ? kept.filter(each => typeof each === 'string') : [];
  }
}
