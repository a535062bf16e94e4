// Whoever reads a code out of a text has it explained, whatever API it came from.
import { type WeChatFault } from '../../errors/fault';
import { safeText } from '../../errors/safeText';
import { type Pace, type Work } from '../../json/work';
import { apiOf } from './apiPath';
import { messageOf } from './messages';

/**
 * The ways in which programs and people name a code. Behind a mere blank, and behind the name of an exception, any
 * number would be a guess: it has to look like a code.
 */
const named = new RegExp(
  [
    // errcode: N, "errCode":N, ["errcode"]=> int(N), [errcode] => N, error_code=N; a selection may begin within it
    String.raw`(?:\berr(?:or)?[_ ]?|^r{1,2})code(?:value)?\b["'\])\\\s]{0,8}(?:[:：]|={1,3}>?)["'\\\s]{0,40}(?:\w{1,12}\()?(-?(?:[1-9]\d{0,2},\d{3}(?![\d,])|\d{1,9}))`,
    String.raw`\berr(?:or)?[_ ]?code\b[ \t]+(-1|\d{5,7})`,
    // 错误代码：N, 错误代码-N
    String.raw`(?:错误|錯誤|返回|回傳)(?:代码|代碼|码|碼|编号|編號)["'\s]{0,8}(?:[:：=]|为|是|為)?["'\s]{0,8}(?:[-－–](?=\d{5}))?(-?\d{1,9})`,
    // <errcode>N</errcode>
    String.raw`<err(?:or)?_?code>\s{0,8}(?:<!\[CDATA\[)?(-?\d{1,9})`,
    String.raw`\breply\s?\[(-1|\d{5,7})\]`,
    String.raw`(?:Error|Exception)["']?\s?[:：(#]\s?(-1|[4-9]\d{4}|\d{6,7})(?=[\s,;:)\]】，]|$)(?!:\d)`,
  ]
    .map(form => `(?:${form})(?![\\d.]\\d|\\d)`)
    .join('|'),
  'gi',
);
/** WeChat's own name of a code; others name what HTTP, a database or a shop answered, too. */
const ownName = /^\W?(?:err_?|r{1,2})code/i;

/** Characters around a code in which its message and rid may stand. */
const reach = 1000;
const maxErrmsg = 500;
/** Characters that are searched at once. */
const longestPiece = 64 * 1024;
/** More than that nobody reads. */
const mostErrors = 1000;

/** An error in a text, and where its name and code stand. */
export interface PlacedError {
  readonly fault: WeChatFault;
  readonly start: number;
  readonly end: number;
}

/** Every code with a name, whatever stands around it, in the order of the text. Code 0 is no error. */
export function* namedErrors(text: string, pace: Pace): Work<readonly PlacedError[]> {
  const errors: PlacedError[] = [];
  for (let from = 0; from < text.length && errors.length < mostErrors;) {
    const until = pieceEnd(text, from);
    for (const match of text.slice(from, until).matchAll(named)) {
      const error = errorOf(text, from + match.index, match);
      if (error && errors.length < mostErrors) errors.push(error);
    }
    if (pace.isRestDue(until - from)) yield;
    from = until;
  }
  return errors;
}

/** A piece ends with a line where it can, so that no name is cut. */
function pieceEnd(text: string, from: number): number {
  const longest = from + longestPiece;
  if (longest >= text.length) return text.length;
  const lineEnd = text.lastIndexOf('\n', longest);
  return lineEnd > from ? lineEnd + 1 : longest;
}

/** The `errcode` with its number at this place of a text, whatever the text is. */
export function errcodeAt(text: string, offset: number): PlacedError | undefined {
  for (const match of text.matchAll(named)) {
    if (match.index > offset) return undefined;
    if (offset <= match.index + match[0].length) return errorOf(text, match.index, match);
  }
  return undefined;
}

function errorOf(text: string, start: number, match: RegExpExecArray): PlacedError | undefined {
  // Kibana parts thousands.
  const errcode = Number(match.slice(1).find(Boolean)?.replace(',', ''));
  if (errcode === 0 || !looksLikeCode(errcode, match[0])) return undefined;
  const end = start + match[0].length;
  // What stands beyond its bracket is another's.
  const [behind = ''] = text.slice(end, end + reach).split('}', 1);
  const before =
    text
      .slice(Math.max(0, start - reach), start)
      .split('{')
      .at(-1) ?? '';
  const errmsg = messageOf(before, upToNextCode(behind));
  const endpoint = apiOf(text, start, end);
  const fault = { errcode, errmsg: safeText(errmsg, maxErrmsg), ...(endpoint !== undefined && { endpoint }) };
  return { fault, start, end };
}

/** WeChat's have five digits and more, but for a few; `Errcode: 13` is MySQL's, `error code: 404` a status. */
function looksLikeCode(errcode: number, named: string): boolean {
  return errcode < 0 || errcode >= (ownName.test(named) ? 1000 : 10_000);
}

function upToNextCode(text: string): string {
  const next = text.search(named);
  return next < 0 ? text : text.slice(0, next);
}
