import { type Memento } from 'vscode';

import {
  errorKind,
  type Fault,
  isWeChatFault,
  type RequestEntry,
  tokenServerName,
  type WeChatFault,
} from '../wechat';
import { type Account } from './account/account';

const key = 'usedAppIds';
const remembered = 50;

/** Where the right to look people up is judged; other APIs may be closed to an account that looks up well. */
const userApis = ['/cgi-bin/user/info', '/cgi-bin/user/info/batchget', '/cgi-bin/user/get'];
const tokenApi = '/cgi-bin/stable_token';

/** Of a server that was reached and gives no token; any other reason may be gone with the next try. */
const refusalsOfServers: readonly RequestEntry['reason'][] = ['redirect', 'tooLarge', 'unreadable'];

/**
 * What WeChat's answers tell about accounts: which were used last, and which it refuses (no permission, a wrong or
 * frozen secret, an address that is not whitelisted, a pasted token that has died), and which a token server refuses. A
 * refusal stands, in this window, until a call succeeds.
 */
export class AccountStanding {
  private readonly refusals = new Map<string, Fault>();

  constructor(private readonly memento: Memento) {}

  /**
   * To be told of every exchange. One without an answer says nothing about the account.
   * @param isPasted whether the account's token was pasted: nobody but its user renews it
   */
  note({ appId, path, errcode, reason, status }: RequestEntry, isPasted = false): void {
    if (appId === undefined) return;
    const isUserApi = userApis.includes(path);
    const isServer = path === tokenServerName;
    if (!isUserApi && path !== tokenApi && !isServer) return;
    if (isServer && reason !== undefined && reason !== 'cancelled') {
      const isRefusal = reason === 'status' ? (status ?? 500) < 500 : refusalsOfServers.includes(reason);
      if (isRefusal)
        this.refusals.set(appId, { reason, endpoint: path, ...(status !== undefined && { status }) });
    } else if (reason === undefined) {
      if (errcode === undefined) this.accepted(appId, isUserApi);
      // What WeChat told the server is told about the token.
      else this.told(appId, { errcode, errmsg: '', endpoint: isServer ? tokenApi : path }, isPasted);
    }
  }

  refusal(appId: string): Fault | undefined {
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
    const refusal = this.refusals.get(appId);
    if (isUserApi || (refusal && isOfToken(refusal))) this.refusals.delete(appId);
    const used = this.used();
    if (!isUserApi || used[0] === appId) return;
    const latest = [appId, ...used.filter(each => each !== appId)].slice(0, remembered);
    void this.memento.update(key, latest);
  }

  private told(appId: string, fault: WeChatFault, isPasted: boolean): void {
    switch (errorKind(fault)) {
      case 'config':
      case 'network':
        this.refusals.set(appId, fault);
        return;
      case 'data':
      case 'quota':
        // About the openid or the day: whoever is told so has passed the gates.
        if (!isOfToken(fault)) this.refusals.delete(appId);
        return;
      case 'token':
        if (isPasted) this.refusals.set(appId, fault);
        return;
      case 'retry':
      case 'bug':
        return;
    }
  }

  private used(): readonly string[] {
    const kept = this.memento.get<unknown>(key);
    return Array.isArray(kept) ? kept.filter(each => typeof each === 'string') : [];
  }
}

function isOfToken(fault: Fault): boolean {
  return !isWeChatFault(fault) || fault.endpoint === tokenApi;
}
