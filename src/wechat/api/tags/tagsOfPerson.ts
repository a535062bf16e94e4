import * as v from 'valibot';
import { api } from '../api';
import { readableRows, wholeNumber } from '../lenient';

/**
 * The ids of the tags that one person carries.
 * @see https://developers.weixin.qq.com/doc/service/api/usermanage/tag/api_gettagidlist
 */
export const tagsOfPerson = api({
  method: 'POST',
  path: '/cgi-bin/tags/getidlist',
  body: (openid: string) => ({ openid }),
  answer: v.pipe(
    v.object({ tagid_list: readableRows(wholeNumber) }),
    v.transform(answer => answer.tagid_list),
  ),
});
