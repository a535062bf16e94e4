import { api, listPatience } from '../api';
import { pageAnswer } from './openidPage';

/**
 * The page of followers after an openid, or the first one after `''`: at most 10 000.
 * @see https://developers.weixin.qq.com/doc/service/api/usermanage/userinfo/api_getfans
 */
export const followers = api({
  method: 'GET',
  path: '/cgi-bin/user/get',
  query: (after: string) => ({ next_openid: after }),
  answer: pageAnswer,
  timeoutMs: listPatience,
});
