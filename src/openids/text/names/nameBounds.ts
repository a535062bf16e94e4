import { characterClass } from '../../characters/characters';

/** UTF-16 units before a name and behind it on its line. */
const longestMargin = 24;
const longestQuote = 4;
const longestType = 80;

/** What an item of a list, an answer of Redis or a quotation begins with, before the name on a line of its own. */
const lineMargin = /[\r\n][ \t]*(?:\d{1,6}[).]|[-*#>$])?[ \t]*["'`]?$/;
const typeNote = /^["'`]?\??\s*:\s*[&*\w.]+(?:[<[][^=\r\n]{0,40}[>\]])?[?!]?(?:\s*\|\s*\w+){0,4}\s*$/;
const quotedValue = /[ \t]*[A-Za-z@$]{0,2}["'`]/y;

export function isQuote(text: string, at: number): boolean {
  return characterClass(text.charCodeAt(at)) === 'quote';
}

/** Whether the name is a whole string: a quote precedes it, and one ends at `at`. */
export function isString(text: string, start: number, end: number, at: number): boolean {
  return at > end && at - end <= longestQuote && isQuote(text, start - 1) && isQuote(text, at - 1);
}

/** Whether the comma at `at` ends an item that is this name: a string, the first of a pair, a cell. */
export function isItem(text: string, start: number, end: number, at: number): boolean {
  if (at > end) return isString(text, start, end, at);
  if (/\s/.test(text.charAt(at + 1))) {
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
