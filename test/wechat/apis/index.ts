import { type Api } from './api';
import { apiDomainIp, clearQuota, clearQuotaWithSecret, quotaGet, ridGet } from './diagnosis';
import { getBlacklist, userGet, userTagGet } from './lists';
import { changeOpenid, updateRemark } from './people';
import { batchTagging, batchUntagging, tagsCreate, tagsGet, tagsGetIdList, tagsUpdate } from './tags';
import { plainToken, stableToken } from './tokens';
import { batchGet, userInfo } from './users';

/** Every simulated API by its path. */
export const APIS: ReadonlyMap<string, Api> = new Map([
  ['/cgi-bin/token', plainToken],
  ['/cgi-bin/stable_token', stableToken],
  ['/cgi-bin/user/info', userInfo],
  ['/cgi-bin/user/info/batchget', batchGet],
  ['/cgi-bin/user/get', userGet],
  ['/cgi-bin/user/tag/get', userTagGet],
  ['/cgi-bin/tags/get', tagsGet],
  ['/cgi-bin/tags/getidlist', tagsGetIdList],
  ['/cgi-bin/tags/create', tagsCreate],
  ['/cgi-bin/tags/update', tagsUpdate],
  ['/cgi-bin/tags/members/batchtagging', batchTagging],
  ['/cgi-bin/tags/members/batchuntagging', batchUntagging],
  ['/cgi-bin/tags/members/getblacklist', getBlacklist],
  ['/cgi-bin/user/info/updateremark', updateRemark],
  ['/cgi-bin/changeopenid', changeOpenid],
  ['/cgi-bin/openapi/quota/get', quotaGet],
  ['/cgi-bin/openapi/rid/get', ridGet],
  ['/cgi-bin/get_api_domain_ip', apiDomainIp],
  ['/cgi-bin/clear_quota', clearQuota],
  ['/cgi-bin/clear_quota/v2', clearQuotaWithSecret],
]);
