import { skipBlanks } from '../characters/blanks';

/** UTF-16 units; what is longer is not read as a tuple. */
export const longestTuple = 100_000;

const backslash = 0x5c;
const openers = '([{';
const closers = ')]}';
const prefix = /(?:[A-Za-z]{1,2}|_utf8(?:mb4)?)(?=["'])/y;

/**
 * Reads one tuple, of SQL's `VALUES` or a row of JSON, from just past its opening bracket, its items into `cells` as
 * alternating starts and ends, strings without their quotes. Returns the place of the closing bracket or the text's
 * end, or -1 if neither is near.
 */
export function readTuple(text: string, start: number, cells: number[], closer: string): number {
  cells.length = 0;
  const limit = start + longestTuple;
  for (let at = start; ; at++) {
    const first = skipPrefix(text, skipBlanks(text, at, limit));
    const closing = closingOf(text, first, limit);
    const afterString = closing < 0 ? first : skipBlanks(text, closing + 1, limit);
    at = itemEnd(text, afterString, limit, closer);
    // An item that only begins with a string is an expression.
    if (closing >= 0 && at === afterString) cells.push(first + 1, closing);
    else cells.push(first, at);
    if (at >= limit) return -1;
    if (text[at] !== ',') return at;
  }
}

function skipPrefix(text: string, at: number): number {
  prefix.lastIndex = at;
  return prefix.test(text) ? prefix.lastIndex : at;
}

/** The end of the string that opens here, or -1; quotes within are doubled or escaped. */
function closingOf(text: string, opening: number, limit: number): number {
  const quote = text.charCodeAt(opening);
  if (quote !== 0x27 && quote !== 0x22) return -1;
  for (let at = opening + 1; at < limit && at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === backslash) at++;
    else if (code === quote) {
      if (text.charCodeAt(at + 1) !== quote) return at;
      at++;
    }
  }
  return -1;
}

/** The comma or bracket that ends an item, past strings and the brackets of any call in it. */
function itemEnd(text: string, start: number, limit: number, closer: string): number {
  let depth = 0;
  let strings = true;
  let at = start;
  for (; at < limit && at < text.length; at++) {
    const character = text.charAt(at);
    if (strings && (character === "'" || character === '"')) {
      const closing = closingOf(text, at, limit);
      // Looking that far ahead again and again would not be linear.
      if (closing < 0) strings = false;
      else at = closing;
    } else if (openers.includes(character)) depth++;
    else if (depth === 0 && (character === closer || character === ',')) break;
    else if (closers.includes(character)) depth--;
  }
  return at;
}
