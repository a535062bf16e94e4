import { errorCodes } from '../errors/errorTable';
import { type WeChatFault } from '../errors/fault';
import { ridOf } from '../errors/rid';
import { safeText } from '../errors/safeText';
import { atOnce } from '../json/work';
import { answersIn } from './findAnswers';

const alone = /^[\s"'([]*(-?\d{1,9})[\s"',;)\]]*$/;
/** Behind a mere blank, as in logs, any number would be a guess: it has to look like a code. */
const named =
  /\berr(?:or)?_?code\b(?:["'\\\s]*(?:[:：]|={1,3})["'\\\s]*|[ \t]+(?=(?:-1|\d{5,7})(?!\d)))(-?\d{1,9})(?!\d)/gi;
const message = /\berr(?:or)?_?msg\b["'\\\s]*[:：=]["'\\\s]*([^"'\\\n}]*)/i;
const path = /\/cgi-bin\/[\w/]{1,80}/g;
const anyCode = /(?<![\w.-])\d{5}(?![\w.-])/g;

/** Characters that are read: a body with a whole stack trace is shorter. */
const longest = 100_000;
/** Characters around a code in which its message and rid may stand. */
const reach = 1000;
const maxErrmsg = 500;

/** An error in a text, and where its name and code stand. */
export interface PlacedError {
  readonly fault: WeChatFault;
  readonly start: number;
  readonly end: number;
}

/**
 * The error that a person typed or pasted: a code alone, an error body, or a line that names `errcode`. A known
 * code in other words counts if it is the only one. Code 0 is no error. Reads the first 100 000 characters.
 */
export function errorIn(text: string): WeChatFault | undefined {
  const beginning = text.slice(0, longest);
  const [inJson] = atOnce(answersIn(beginning)).errors;
  return inJson ?? errorInWords(beginning);
}

/** The same in a text that holds no JSON of an error. */
export function errorInWords(text: string): WeChatFault | undefined {
  const beginning = text.slice(0, longest);
  const code = alone.exec(beginning)?.[1];
  if (code !== undefined) return faultOf(Number(code), '');
  const first = namedErrorIn(beginning);
  if (first) return first;
  const known = new Set(errorCodes());
  const codes = new Set((beginning.match(anyCode) ?? []).map(Number).filter(each => known.has(each)));
  const [only] = codes;
  return codes.size === 1 && only !== undefined ? faultOf(only, beginning) : undefined;
}

/** The first `errcode` that has a number, whatever stands around it; numbers without that name are none. */
export function namedErrorIn(text: string): WeChatFault | undefined {
  const beginning = text.slice(0, longest);
  for (const match of beginning.matchAll(named)) {
    const error = errorOf(beginning, match);
    if (error) return error.fault;
  }
  return undefined;
}

/** The `errcode` with its number at this place of a text, whatever the text is. */
export function errcodeAt(text: string, offset: number): PlacedError | undefined {
  for (const match of text.matchAll(named)) {
    if (match.index > offset) return undefined;
    if (offset <= match.index + match[0].length) return errorOf(text, match);
  }
  return undefined;
}

function errorOf(text: string, match: RegExpExecArray): PlacedError | undefined {
  const start = match.index;
  const end = start + match[0].length;
  // Its own message comes behind it as a rule; what stands beyond its bracket belongs to another.
  const behind = text.slice(end, end + reach).split('}', 1)[0] ?? '';
  const before =
    text
      .slice(Math.max(0, start - reach), start)
      .split('{')
      .at(-1) ?? '';
  const errmsg = message.exec(behind)?.[1] ?? message.exec(before)?.[1] ?? ridAlone(behind);
  const fault = faultOf(Number(match[1]), errmsg);
  return fault && { fault: { ...fault, ...endpointAround(text, start) }, start, end };
}

/** A line without the message may name its rid all the same. */
function ridAlone(behind: string): string {
  const rid = ridOf(behind.split('\n', 1)[0] ?? '');
  return rid === undefined ? '' : `rid: ${rid}`;
}

/** The API that a line is about: the last path before the code, or else the first one behind it. */
function endpointAround(text: string, place: number): { endpoint: string } | undefined {
  const before =
    text
      .slice(Math.max(0, place - reach), place)
      .split('\n')
      .at(-1) ?? '';
  const behind = text.slice(place, place + reach).split('\n', 1)[0] ?? '';
  const endpoint = before.match(path)?.at(-1) ?? behind.match(path)?.[0];
  return endpoint === undefined ? undefined : { endpoint };
}

function faultOf(errcode: number, errmsg: string): WeChatFault | undefined {
  return errcode === 0 ? undefined : { errcode, errmsg: safeText(errmsg, maxErrmsg) };
}
