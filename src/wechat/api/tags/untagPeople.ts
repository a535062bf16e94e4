import { api } from '../api';
import { okAnswer } from '../lenient';

/**
 * Takes a tag from 1 to 50 people, as `tagPeople` gives it.
 * @see https://developers.weixin.qq.com/doc/service/api/usermanage/tag/api_batchuntagging
 */
export const untagPeople = api({
  method: 'POST',
  path: '/cgi-bin/tags/members/batchuntagging',
  body: (openids: readonly string[], tagId: number) => ({ openid_list: openids, tagid: tagId }),
  answer: okAnswer,
});
