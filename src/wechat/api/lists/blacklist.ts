import { api, listPatience } from '../api';
import { pageAnswer } from './openidPage';

/**
 * The page of the blacklist after an openid, or the first one after `''`: 1 000, in older accounts of it 10 000. The
 * documentation once told to send `next_openid`; the name is `begin_openid`.
 * @see https://developers.weixin.qq.com/doc/service/api/usermanage/blacklist/api_getblacklist
 */
export const blacklist = api({
  method: 'POST',
  path: '/cgi-bin/tags/members/getblacklist',
  body: (after: string) => ({ begin_openid: after }),
  answer: pageAnswer,
  timeoutMs: listPatience,
});
