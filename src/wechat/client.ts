import type * as v from 'valibot';
import { type AccessToken, type Asking, type IssueToken, TokenHolder } from './token/accessToken';
import { stableTokens } from './token/stableTokens';
import { batchAnswer, profileAnswer, type RawProfile } from './api/answers';
import { type Api, type Argument } from './api/api';
import { followers } from './api/lists/followers';
import { type OpenidPage } from './api/lists/openidPage';
import { type Quota, quota } from './api/account/quota';
import { type Tag, tags } from './api/tags/tags';
import { ApiCalls, type SendOptions } from './exchange/apiCalls';
import { endpoints } from './api/endpoints';
import { WeChatError } from './errors/failure';
import { ApiHost } from './exchange/http';
import { type HttpRequest } from './exchange/httpExchange';
import { type WeChatLang } from './language';
import { type ConnectionOptions } from './exchange/connection';
import { type ProfileRows, readProfileRows } from './profile/profileRows';

/** What a client is made of: where it calls, and how it comes by access tokens. */
export type WeChatClientOptions = ConnectionOptions &
  (
    | {
        /** The AppSecret: asked for at each token request, never kept. */
        readonly secret: () => Promise<string>;
      }
    | {
        /** Where tokens come from that the AppSecret is not needed for. */
        readonly issueToken: IssueToken;
      }
  );

/** How one question is put. */
export interface CallOptions {
  readonly signal?: AbortSignal;
  /** How often the caller has put this question, this time included, for `onRequest`; 1 unless given. */
  readonly attempt?: number;
  /** For this exchange, in place of the client's own and the API's. */
  readonly timeoutMs?: number;
}

/** How profiles are asked for; `lang` is `zh_CN` unless given. */
export interface ProfileOptions extends CallOptions {
  readonly lang?: WeChatLang;
}

/** The remaining life of the token that a check obtained. */
export interface TokenLife {
  readonly lifeSeconds: number;
}

/** WeChat takes no more in one call, and answers 40032 to an empty list. */
export const maxBatchSize = 100;

/**
 * The user APIs of one Official Account. Every method rejects with a `WeChatError` (an errcode), a
 * `TransportError` (no usable answer), whatever the source of its tokens rejects with, or `signal.reason` when aborted.
 * A token that turns out stale is replaced and the call repeated, once.
 */
export class WeChatClient {
  private readonly calls: ApiCalls;
  private readonly tokens: TokenHolder;
  private twin: WeChatClient | undefined;

  constructor(
    private readonly options: WeChatClientOptions,
    /** Of the client whose {@link unattended} twin this is. */
    private readonly shared?: { readonly calls: ApiCalls; readonly tokens: TokenHolder },
  ) {
    const now = options.now ?? Date.now;
    this.calls = shared?.calls ?? new ApiCalls(new ApiHost(options), now, options.onRequest, options.appId);
    this.tokens =
      shared?.tokens ??
      new TokenHolder('secret' in options ? stableTokens(options) : options.issueToken, now);
  }

  /** The same client with the same token, for calls for which no user may be asked for anything. */
  unattended(): WeChatClient {
    this.twin ??= this.shared
      ? this
      : new WeChatClient(this.options, { calls: this.calls, tokens: this.tokens });
    return this.twin;
  }

  /** One person's profile. @see https://developers.weixin.qq.com/doc/service/api/usermanage/userinfo/api_userinfo */
  userInfo(openid: string, { lang, ...options }: ProfileOptions = {}): Promise<RawProfile> {
    const query = { openid, ...(lang && { lang }) };
    return this.call({ method: 'GET', path: endpoints.userInfo, query }, profileAnswer, options);
  }

  /**
   * Profiles of 1 to 100 openids. Neither order nor completeness of the answer is promised, and rows may come
   * twice: match by openid. A row without one is left out.
   * @see https://developers.weixin.qq.com/doc/service/api/usermanage/userinfo/api_batchuserinfo
   */
  async batchGet(
    openids: readonly string[],
    { lang, ...options }: ProfileOptions = {},
  ): Promise<ProfileRows> {
    if (openids.length < 1 || openids.length > maxBatchSize) {
      throw new RangeError(`1 to ${maxBatchSize} openids can be asked for at once, not ${openids.length}`);
    }
    const body = { user_list: openids.map(openid => (lang ? { openid, lang } : { openid })) };
    const request = { method: 'POST', path: endpoints.batchGet, body } as const;
    return this.call<ProfileRows>(request, batchAnswer, { ...options, usual: readProfileRows });
  }

  /** @see https://developers.weixin.qq.com/doc/service/api/usermanage/tag/api_gettags */
  tags(options: CallOptions = {}): Promise<readonly Tag[]> {
    return this.ask(tags, options);
  }

  /** The page of followers after `nextOpenid`, or the first one after `''`. */
  followers(nextOpenid: string, options: CallOptions = {}): Promise<OpenidPage> {
    return this.ask(followers, nextOpenid, options);
  }

  /** What is left today of one API, named by its path, such as `/cgi-bin/user/info`. */
  quota(cgiPath: string, options: CallOptions = {}): Promise<Quota> {
    return this.ask(quota, cgiPath, options);
  }

  /**
   * Proves AppID and AppSecret by a token asked for now, and the right to the user APIs (48001, 61004) by
   * reading the tags: that needs no openid and takes nothing from the quota of the look-ups.
   */
  async checkCredentials({ signal }: CallOptions = {}): Promise<TokenLife> {
    const life = await this.renewToken({ signal });
    await this.tags({ signal });
    return life;
  }

  /** Asks for the token now, whatever is held: proves AppID, AppSecret and the caller's IP address. */
  async renewToken({ signal }: CallOptions = {}): Promise<TokenLife> {
    const { lifeSeconds } = await this.tokens.renew(false, this.asking(signal));
    return { lifeSeconds };
  }

  /**
   * Makes WeChat replace the stable token, which ends the earlier one for everybody who uses it. Only for an
   * explicit, confirmed act of the user: 20 a day, at least 30 seconds apart.
   */
  async forceRefresh({ signal }: CallOptions = {}): Promise<TokenLife> {
    const { lifeSeconds } = await this.tokens.renew(true, this.asking(signal));
    return { lifeSeconds };
  }

  /** Any API that takes the account's token, with its arguments and, behind them, the options of this call. */
  async ask<Args extends readonly Argument[], T>(
    { request, answer }: Api<Args, T>,
    ...rest: [...Args, CallOptions?]
  ): Promise<T> {
    const [args, options] = divided<Args>(rest);
    const asked = request(...args);
    const timeoutMs = options.timeoutMs ?? Math.max(asked.timeoutMs ?? 0, this.options.timeoutMs);
    return this.call({ ...asked, timeoutMs }, answer, options);
  }

  private asking(signal: AbortSignal | undefined): Asking {
    return { signal, unattended: this.shared !== undefined };
  }

  private async call<T>(
    request: HttpRequest,
    answer: v.GenericSchema<unknown, T>,
    { attempt = 1, ...options }: CallOptions & Pick<SendOptions<T>, 'usual'>,
  ): Promise<T> {
    const { signal } = options;
    const token = await this.tokens.current(this.asking(signal));
    try {
      return await this.calls.send(withToken(request, token), answer, { ...options, signal, attempt });
    } catch (error) {
      if (!(error instanceof WeChatError) || error.kind !== 'token') throw error;
      this.tokens.drop(token);
    }
    const renewed = await this.tokens.current(this.asking(signal));
    return this.calls.send(withToken(request, renewed), answer, { ...options, signal, attempt: attempt + 1 });
  }
}

function isOptions(value: Argument | CallOptions | undefined): value is CallOptions {
  return typeof value === 'object' && !Array.isArray(value);
}

/** An API's arguments are never objects, so the options are told by being one. */
function divided<Args extends readonly Argument[]>(
  rest: readonly [...Args, CallOptions?],
): [Args, CallOptions] {
  const last: Argument | CallOptions | undefined = rest.at(-1);
  const hasOptions = rest.length > 0 && (last === undefined || isOptions(last));
  // The compiler cannot follow a tuple whose end was cut off.
  const args = (hasOptions ? rest.slice(0, -1) : rest) as unknown as Args;
  return [args, isOptions(last) ? last : {}];
}

function withToken(request: HttpRequest, { value }: AccessToken): HttpRequest {
  return { ...request, query: { access_token: value, ...request.query } };
}
