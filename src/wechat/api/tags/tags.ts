import * as v from 'valibot';
import { api } from '../api';
import { readableRows, wholeNumber } from '../lenient';

/** A tag of an account; 0, 1 and 2 are WeChat's own. */
export interface Tag {
  readonly id: number;
  readonly name: string;
  /** Followers who carry it. */
  readonly count: number;
}

/** @see https://developers.weixin.qq.com/doc/service/api/usermanage/tag/api_gettags */
export const tags = api({
  method: 'GET',
  path: '/cgi-bin/tags/get',
  answer: v.pipe(
    v.object({
      tags: readableRows<Tag>(
        v.object({ id: wholeNumber, name: v.string(), count: v.fallback(wholeNumber, 0) }),
      ),
    }),
    v.transform(answer => answer.tags),
  ),
});
