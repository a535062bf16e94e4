import { skipBlanks } from '../../characters/blanks';
import { characterClass } from '../../characters/characters';
import { closingAt } from '../quotes';
import { isUsual, usualLength } from '../../openid/shape';
import { longestValue } from '../values';

const sampledStrings = 20;
const piece = new RegExp(`^[A-Za-z0-9_-]{1,${usualLength - 1}}$`);
/** What is left of an escape such as `\u200b`. */
const escapeTail = /^u?[\da-f]{1,4}$/i;

/**
 * Whether a list of strings begins here of which the brackets are not in the text: nothing but strings and commas,
 * with an openid among the first of them. The last may be cut.
 */
export function isBareList(text: string, start: number, limit: number): boolean {
  let found = false;
  let at = start;
  for (let count = 0; count < sampledStrings && at < limit; count++) {
    const quote = text.charAt(at);
    if (quote !== '"' && quote !== "'" && quote !== '`') return false;
    const closing = closingAt(text, quote, at + 1, longestValue);
    if (closing < 0) return limit - at <= longestValue && (found || isUsual(text, at + 1, limit));
    found ||= isUsual(text, at + 1, closing);
    at = skipBlanks(text, closing + 1, limit);
    if (at >= limit || characterClass(text.charCodeAt(at)) === 'close') return found;
    if (text[at] !== ',') return false;
    at = skipBlanks(text, at + 1, limit);
  }
  return found;
}

/** Whether the text begins with the end of a string, up to `end`, and a list goes on after it. */
export function beginsWithPiece(text: string, end: number, limit: number): boolean {
  const word = text.slice(0, end);
  if (!piece.test(word) || escapeTail.test(word)) return false;
  const comma = skipBlanks(text, end + 1, limit);
  return text[comma] === ',' && isBareList(text, skipBlanks(text, comma + 1, limit), limit);
}

/** Whether the text ends in a string that begins at `start` and does not close. */
export function endsWithPiece(text: string, start: number): boolean {
  return text.length - start < usualLength && piece.test(text.slice(start));
}
