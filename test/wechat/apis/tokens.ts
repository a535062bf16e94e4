import { type SimulatedAccount } from '../account/account';
import { type Platform } from '../platform';
import { refuse, type Reply, succeed } from '../http/reply';
import { type ReceivedRequest } from '../http/request';
import { type IssuedToken } from '../credentials/tokenOffice';
import { type Api } from './api';
import { openAccount } from './credentials';

interface TokenRequest {
  readonly grantType: string | undefined;
  readonly appId: string | undefined;
  readonly secret: string | undefined;
}

export const plainToken: Api = {
  method: 'GET',
  access: 'open',
  handle: (request, platform) => {
    const { grant_type: grantType, appid: appId, secret } = request.query;
    return issue(request, platform, { grantType, appId, secret }, account => account.tokens.issuePlain());
  },
};

export const stableToken: Api = {
  method: 'POST',
  access: 'open',
  handle: (request, platform) => {
    if (request.body === '') return refuse(44002);
    // A form is not read at all: WeChat misses the AppID in it, and says so instead of naming the format.
    if (request.json === undefined) return refuse(/^\s*[[{]/.test(request.body) ? 47001 : 41002);
    const asked = {
      grantType: request.textField('grant_type'),
      appId: request.textField('appid'),
      secret: request.textField('secret'),
    };
    const force = request.field('force_refresh') === true;
    return issue(request, platform, asked, account => account.tokens.issueStable(force));
  },
};

function issue(
  request: ReceivedRequest,
  platform: Platform,
  asked: TokenRequest,
  open: (account: SimulatedAccount) => IssuedToken,
): Reply {
  if (asked.appId && asked.grantType !== 'client_credential') return refuse(40002);
  const opened = openAccount(request, platform, asked);
  if ('refusal' in opened) return opened.refusal;
  const exceeded = opened.account.quota.take(request.path);
  if (exceeded !== 0) return refuse(exceeded);
  const { accessToken, expiresIn } = open(opened.account);
  return succeed({ access_token: accessToken, expires_in: expiresIn });
}
