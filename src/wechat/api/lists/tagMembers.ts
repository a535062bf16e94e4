import { api, listPatience } from '../api';
import { pageAnswer } from './openidPage';

/**
 * The page of a tag's people after an openid, or the first one after `''`. It names no total.
 * @see https://developers.weixin.qq.com/doc/service/api/usermanage/tag/api_gettagfans
 */
export const tagMembers = api({
  method: 'POST',
  path: '/cgi-bin/user/tag/get',
  body: (tagId: number, after: string) => ({ tagid: tagId, next_openid: after }),
  answer: pageAnswer,
  timeoutMs: listPatience,
});
