import { errorCodes } from '../../errors/errorTable';
import { type WeChatFault } from '../../errors/fault';
import { safeText } from '../../errors/safeText';
import { apiOf } from './apiPath';

const alone = /^[\s"'([]*(-?\d{1,9})[\s"',;)\]]*$/;
/**
 * Five digits that nothing else claims: no port (`127.0.0.1:45009`), place in a file (`foo.js:40001:12`), duration,
 * amount, or part of a longer number or id.
 */
const bare =
  /(?<![\w.\-/#@$%][:：]?|\b(?:port|line|row|pid|id|size|length|bytes)\s{0,3}[:=：]?\s{0,3}|(?:端口|行|第)\s?)(?<!\d)\d{5}(?![\w.\-/%:]\w|\w|\s?(?:ms|bytes|KB|MB|元|行)\b)/gi;
const codeName = /\b(?:code|ret|status)["']?\s?[:=：]\s?["']?(\d{5})(?![\w.:-]\w|\w)/gi;

/** Characters that are read: a body with a whole stack trace is shorter. */
const longest = 100_000;
const maxErrmsg = 500;

/** The code that a person typed alone, or the only known code that stands in a text. Code 0 is no error. */
export function unnamedErrorIn(text: string): WeChatFault | undefined {
  const beginning = text.slice(0, longest);
  const code = alone.exec(beginning)?.[1];
  if (code !== undefined) return Number(code) === 0 ? undefined : { errcode: Number(code), errmsg: '' };
  const known = new Set(errorCodes());
  const found = [
    ...Array.from(beginning.matchAll(codeName), match => ({ code: match[1] ?? '', match })),
    ...Array.from(beginning.matchAll(bare), match => ({ code: match[0], match })),
  ].filter(each => known.has(Number(each.code)));
  const [first] = found;
  if (!first || found.some(each => each.code !== first.code)) return undefined;
  const { index } = first.match;
  const endpoint = apiOf(beginning, index, index + first.match[0].length);
  return {
    errcode: Number(first.code),
    errmsg: safeText(beginning, maxErrmsg),
    ...(endpoint !== undefined && { endpoint }),
  };
}
