import { api } from '../api';
import { okAnswer } from '../lenient';

/** @see https://developers.weixin.qq.com/doc/service/api/usermanage/tag/api_updatetag */
export const renameTag = api({
  method: 'POST',
  path: '/cgi-bin/tags/update',
  body: (id: number, name: string) => ({ tag: { id, name } }),
  answer: okAnswer,
});
