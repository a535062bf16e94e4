import { type SimulatedAccount } from '../account/account';
import { callerIp, type Platform } from '../platform';
import { refuse, type Reply } from '../http/reply';
import { type ReceivedRequest } from '../http/request';

/** What a handler gets when the token was good. */
export interface Call {
  readonly request: ReceivedRequest;
  readonly account: SimulatedAccount;
  readonly platform: Platform;
}

/** `open` needs no token · `token` any good token · `users` also an account that may manage users, and quota. */
export type Api =
  | {
      readonly method: 'GET' | 'POST';
      readonly access: 'open';
      handle(request: ReceivedRequest, platform: Platform): Reply;
    }
  | { readonly method: 'GET' | 'POST'; readonly access: 'token' | 'users'; handle(call: Call): Reply };

/** One request to one API: the checks that all APIs share, in WeChat's order, and then the API itself. */
export function callApi(api: Api, request: ReceivedRequest, platform: Platform): Reply {
  if (request.method !== api.method) return refuse(api.method === 'GET' ? 43001 : 43002);
  if (api.access === 'open') return api.handle(request, platform);

  const token = request.query['access_token'];
  if (!token) return refuse(41001);
  const holder = platform.holderOf(token);
  if (!holder) return refuse(40014);
  const { account, verdict } = holder;
  if (verdict !== 0) return refuse(verdict);
  if (account.condition === 'ipRefused') {
    return refuse(61004, `access clientip is not registered requestIP: ${callerIp(account, request)}`);
  }
  const refusal = api.access === 'users' ? admit(account, request.path) : 0;
  return refusal === 0 ? api.handle({ request, account, platform }) : refuse(refusal);
}

/** Why a POST body is no JSON object; undefined if it is one. */
export function bodyRefusal(request: ReceivedRequest): Reply | undefined {
  if (request.body === '') return refuse(44002);
  return typeof request.json === 'object' && request.json !== null ? undefined : refuse(47001);
}

function admit(account: SimulatedAccount, path: string): number {
  if (account.condition === 'unverified' || account.condition === 'miniProgram') return 48001;
  return account.quota.take(path);
}
