import { refuse, type Reply, succeed } from '../http/reply';
import { type ReceivedRequest } from '../http/request';
import { type Api, bodyRefusal, type Call } from './api';
import { openAccount } from './credentials';

const OK = { errcode: 0, errmsg: 'ok' };
const RID = /^[0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}$/;
const OPEN_TO_ALL = ['/cgi-bin/token', '/cgi-bin/stable_token'];

export const quotaGet: Api = {
  method: 'POST',
  access: 'token',
  handle: call => bodyRefusal(call.request) ?? quotaOf(call),
};

export const apiDomainIp: Api = {
  method: 'GET',
  access: 'token',
  handle: () => succeed({ ip_list: ['101.226.212.27', '183.3.224.139'] }),
};

export const ridGet: Api = {
  method: 'POST',
  access: 'token',
  handle: call => bodyRefusal(call.request) ?? requestOf(call),
};

export const clearQuota: Api = {
  method: 'POST',
  access: 'token',
  handle: ({ request, account }) => {
    const refusal = bodyRefusal(request);
    if (refusal) return refusal;
    if (request.field('appid') !== account.appId) return refuse(40013);
    return clearedOr(account.quota.clear());
  },
};

/** Needs no token, so that it works when the quota of tokens itself is gone. */
export const clearQuotaWithSecret: Api = {
  method: 'POST',
  access: 'open',
  handle: (request, platform) => {
    const opened = openAccount(request, platform, credentialsOf(request));
    return 'refusal' in opened ? opened.refusal : clearedOr(opened.account.quota.clear());
  },
};

function quotaOf({ request, account }: Call): Reply {
  const path = request.textField('cgi_path') ?? '';
  const allowance = account.quota.of(path);
  if (!allowance) return refuse(76021);
  if (account.condition === 'miniProgram' && !OPEN_TO_ALL.includes(path)) return refuse(76022);
  const { daily, used, perMinute } = allowance;
  return succeed({
    ...OK,
    quota: { daily_limit: daily, used, remain: Math.max(0, daily - used) },
    rate_limit: Number.isFinite(perMinute) ? { call_count: perMinute, refresh_second: 60 } : {},
    component_rate_limit: {},
  });
}

function requestOf({ request, account, platform }: Call): Reply {
  const rid = request.textField('rid') ?? '';
  if (!RID.test(rid)) return refuse(76002);
  const entry = platform.rids.find(rid, platform.now());
  if (!entry) return refuse(76001);
  if (entry.appId !== account.appId) return refuse(76003);
  return succeed({
    ...OK,
    request: {
      invoke_time: entry.invokedAt,
      cost_in_ms: entry.costMs,
      request_url: entry.requestUrl,
      request_body: entry.requestBody,
      response_body: entry.responseBody,
      client_ip: entry.clientIp,
    },
  });
}

/** In the body as the newer documentation has it, or in the query as the older. */
function credentialsOf(request: ReceivedRequest): { appId: string | undefined; secret: string | undefined } {
  return {
    appId: request.textField('appid') ?? request.query['appid'],
    secret: request.textField('appsecret') ?? request.query['appsecret'],
  };
}

function clearedOr(errcode: 0 | 48006): Reply {
  return errcode === 0 ? succeed(OK) : refuse(errcode);
}
