import * as v from 'valibot';
import { api } from '../api';
import { wholeNumber } from '../lenient';
import { type Tag } from './tags';

/**
 * Makes a tag: at most 100 an account, names of at most 30 bytes.
 * @see https://developers.weixin.qq.com/doc/service/api/usermanage/tag/api_createtag
 */
export const createTag = api({
  method: 'POST',
  path: '/cgi-bin/tags/create',
  body: (name: string) => ({ tag: { name } }),
  answer: v.pipe(
    v.object({ tag: v.object({ id: wholeNumber, name: v.string() }) }),
    // The answer has no count: nobody can carry it yet.
    v.transform(({ tag }): Tag => ({ ...tag, count: 0 })),
  ),
});
