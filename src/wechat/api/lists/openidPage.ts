import * as v from 'valibot';
import { readableRows, wholeNumber } from '../lenient';

/** One page of a list of openids: followers, the people of a tag, the blacklist. */
export interface OpenidPage {
  /** How many there are in all, where the API says so; it moves while people come and go. */
  readonly total?: number;
  readonly openids: readonly string[];
  /** After whom the next page begins. Empty or absent at the end, and just as often the last openid of the page. */
  readonly nextOpenid: string;
}

const someText = v.pipe(v.string(), v.nonEmpty());

/** The end of a list is answered without `data`, without `next_openid`, or with neither. */
export const pageAnswer = v.pipe(
  v.object({
    total: v.fallback(v.optional(wholeNumber), undefined),
    count: v.fallback(v.optional(wholeNumber), undefined),
    // PHP makes an empty list of what is missing.
    data: v.fallback(v.optional(v.nullable(v.object({ openid: readableRows(someText) }))), undefined),
    next_openid: v.fallback(v.optional(v.nullable(v.string())), null),
  }),
  // An answer that says nothing of a list is none.
  v.check(({ total, count, data }) => data !== undefined || total !== undefined || count !== undefined),
  v.transform(({ total, data, next_openid }): OpenidPage => ({
    ...(total !== undefined && { total }),
    openids: data?.openid ?? [],
    nextOpenid: next_openid ?? '',
  })),
);
