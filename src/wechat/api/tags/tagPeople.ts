import { api } from '../api';
import { okAnswer } from '../lenient';

/**
 * Gives a tag to 1 to 50 people. One openid that WeChat does not accept refuses them all, without saying which.
 * @see https://developers.weixin.qq.com/doc/service/api/usermanage/tag/api_batchtagging
 */
export const tagPeople = api({
  method: 'POST',
  path: '/cgi-bin/tags/members/batchtagging',
  body: (openids: readonly string[], tagId: number) => ({ openid_list: openids, tagid: tagId }),
  answer: okAnswer,
});
