import assert from 'node:assert/strict';
import { type SimulatedAccount, type SimulatedWeChat } from '../../wechat/index';
import { isRecord } from '../../wechat/http/json';

export type Answer = Readonly<Record<string, unknown>>;

export const USER_INFO = '/cgi-bin/user/info';
export const BATCH_GET = '/cgi-bin/user/info/batchget';
export const STABLE_TOKEN = '/cgi-bin/stable_token';

/** The plainest client there can be: it asks, and reads what comes. */
export class Caller {
  readonly #weChat: SimulatedWeChat;

  constructor(weChat: SimulatedWeChat) {
    this.#weChat = weChat;
  }

  get(path: string, query: Readonly<Record<string, string>> = {}, signal?: AbortSignal): Promise<Answer> {
    return this.#ask(path, query, { signal: signal ?? null });
  }

  /** `body` is sent as JSON; a text is sent as it is. */
  post(path: string, body: unknown, query: Readonly<Record<string, string>> = {}): Promise<Answer> {
    return this.#ask(path, query, {
      method: 'POST',
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  }

  stable(account: SimulatedAccount, force_refresh = false): Promise<Answer> {
    return this.post(STABLE_TOKEN, {
      grant_type: 'client_credential',
      appid: account.appId,
      secret: account.secret,
      force_refresh,
    });
  }

  plain(account: SimulatedAccount): Promise<Answer> {
    return this.get('/cgi-bin/token', {
      grant_type: 'client_credential',
      appid: account.appId,
      secret: account.secret,
    });
  }

  async token(account: SimulatedAccount): Promise<string> {
    return tokenIn(await this.stable(account));
  }

  userInfo(access_token: string, openid: string): Promise<Answer> {
    return this.get(USER_INFO, { access_token, openid });
  }

  batchGet(access_token: string, openids: readonly string[]): Promise<Answer> {
    return this.post(BATCH_GET, { user_list: openids.map(openid => ({ openid })) }, { access_token });
  }

  async #ask(path: string, query: Readonly<Record<string, string>>, init: RequestInit): Promise<Answer> {
    const url = `${this.#weChat.url}${path}?${new URLSearchParams(query).toString()}`;
    const response = await fetch(url, init);
    assert.equal(response.status, 200);
    assert.match(response.headers.get('content-type') ?? '', /^text\/plain/);
    const answer: unknown = await response.json();
    assert(isRecord(answer));
    return answer;
  }
}

export function tokenIn(answer: Answer): string {
  assert.equal(typeof answer['access_token'], 'string');
  return String(answer['access_token']);
}

/** The rows of a batchget. */
export function rowsIn(answer: Answer): readonly Answer[] {
  const rows = answer['user_info_list'];
  assert(Array.isArray(rows), JSON.stringify(answer));
  return rows.filter(isRecord);
}
