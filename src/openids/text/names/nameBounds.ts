import { characterClass } from '../../characters/characters';

/** The beginning of an end tag, however it is escaped. */
const endTagStart =
  /(?:<|lt;|&#(?:60|x3c);|(?:%(?:25){0,3}|u00|x)3c)\\{0,3}(?:\/|(?:%(?:25){0,3}|u00|x)2f)$/i;
const longestTagStart = 24;

/** UTF-16 units before a name and behind it on its line. */
const longestMargin = 24;
const longestQuote = 4;
const longestType = 80;

/** What an item of a list, an answer of Redis or a quotation begins with, before the name on a line of its own. */
const lineMargin = /[\r\n][ \t]*(?:\d{1,6}[).]|[-*#>$])?[ \t]*["'`]?$/;
const typeNote = /^["'`]?\??\s*:\s*[&*\w.]+(?:[<[][^=\r\n]{0,40}[>\]])?[?!]?(?:\s*\|\s*\w+){0,4}\s*$/;
/** A string, a list, or a call that may make one. */
const quotedValue = /[ \t]*(?:[A-Za-z@$]{0,2}["'`]|\[|(?:new )?[A-Za-z.]{1,40}(?:<[\w ]{0,20}>)?\()/y;

export function isQuote(text: string, at: number): boolean {
  return characterClass(text.charCodeAt(at)) === 'quote';
}

/** What a parameter of a statement begins with: `bindValue(':unionid', …)`, `AddWithValue("@unionid", …)`. */
function isParameterSign(text: string, at: number): boolean {
  return text[at] === ':' || text[at] === '@';
}

/** Whether the name is a whole string: a quote precedes it, and one ends at `at`. */
export function isString(text: string, start: number, end: number, at: number): boolean {
  const opening = isParameterSign(text, start - 1) ? start - 2 : start - 1;
  return at > end && at - end <= longestQuote && isQuote(text, opening) && isQuote(text, at - 1);
}

/** Whether the comma at `at` ends an item that is this name: a string, the first of a pair, a cell. */
export function isItem(text: string, start: number, end: number, at: number): boolean {
  if (at > end) return isString(text, start, end, at);
  if (/\s/.test(text.charAt(at + 1))) {
    // A method of Java: `eq(User::getUnionId, "…")`.
    if (text.startsWith('::', start - 2)) return true;
    return characterClass(text.charCodeAt(start - 1)) === 'open' && !/[\w!]/.test(text.charAt(start - 2));
  }
  return start === 0 || /[,{[<:\r\n]/.test(text.charAt(start - 1));
}

/** Whether the name is all of the line that ends at `at`. */
export function isLine(text: string, start: number, end: number, at: number): boolean {
  if (at - end > longestMargin || !/^\\?["'`]?[ \t]*$/.test(text.slice(end, at))) return false;
  const margin = text.slice(Math.max(0, start - longestMargin), start);
  return lineMargin.test(start <= longestMargin ? `\n${margin}` : margin);
}

/** Whether only a type stands between the name's end and the sign at `at`, behind which, at `next`, is a string. */
export function isTypeNote(text: string, end: number, at: number, next: number): boolean {
  if (at - end > longestType || !typeNote.test(text.slice(end, at))) return false;
  quotedValue.lastIndex = next;
  return quotedValue.test(text);
}

/** Whether the name at `start` is that of an end tag, which may be escaped: `</`, `<\\/`, `&lt;/`, `%3C%2F`. */
export function isEndTag(text: string, start: number): boolean {
  const last = text.charAt(start - 1);
  if (last !== '/' && last !== 'F' && last !== 'f') return false;
  const before = text.charAt(start - 2);
  if (last === '/' && before === '<') return true;
  return (
    '\\;cC2'.includes(before) && endTagStart.test(text.slice(Math.max(0, start - longestTagStart), start))
  );
}

const remark = /[(（【][^()（）【】[\]{}"'`\r\n]{0,20}[)）】](?=["'`\\]{0,4}[ \t]{0,4}[:=：＝])/y;

/** Where a remark in brackets ends that stands at `at`, if a sign follows it: `unionid（开放平台）：`. */
export function remarkEndAt(text: string, at: number): number | undefined {
  remark.lastIndex = at;
  return remark.test(text) ? remark.lastIndex : undefined;
}
