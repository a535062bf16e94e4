import { tokenAnswer } from '../api/answers';
import { endpoints } from '../api/endpoints';
import { type ConnectionOptions } from '../exchange/connection';
import { ApiCalls } from '../exchange/apiCalls';
import { ApiHost } from '../exchange/http';
import { type IssueToken } from './accessToken';

type StableTokenOptions = ConnectionOptions & { readonly secret: () => Promise<string> };

/**
 * Tokens by the AppSecret. A stable token in normal mode leaves alone the tokens that the account's servers hold from
 * `/cgi-bin/token`.
 */
export function stableTokens(options: StableTokenOptions): IssueToken {
  const { appId, now = Date.now, onRequest } = options;
  const calls = new ApiCalls(new ApiHost(options), now, onRequest, appId);
  return async ({ force, signal }) => {
    const secret = await options.secret();
    const body = {
      grant_type: 'client_credential',
      appid: appId,
      secret,
      ...(force && { force_refresh: true }),
    };
    const request = { method: 'POST', path: endpoints.stableToken, body } as const;
    const answer = await calls.send(request, tokenAnswer, { signal, attempt: 1 });
    return { value: answer.access_token, lifeSeconds: answer.expires_in };
  };
}
