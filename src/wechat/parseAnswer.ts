import { TransportError } from './failure';
import { repairJson } from './repairJson';
import { safeText } from './safeText';

/**
 * Reads an answer of WeChat, as JSON where it is JSON and repaired where it is not: a BOM, raw control characters
 * and stray backslashes in strings, trailing and missing commas. An integer whose digits JavaScript would
 * change becomes a string. Linear in time, safe at any nesting; `__proto__` is a key like any other.
 * @throws TransportError `unreadable`
 */
export function parseAnswer(text: string, endpoint?: string): unknown {
  const readings = hasLongInteger(text) ? repairs : [asItIs, ...repairs];
  for (const reading of readings) {
    const value = tryJson(reading(text));
    if (value !== undefined) return value;
  }
  throw new TransportError({
    reason: 'unreadable',
    ...(endpoint !== undefined && { endpoint }),
    detail: safeText(text, 80),
  });
}

const asItIs = (text: string) => text;
const repairs = [
  (text: string) => repairJson(text, 'escaped'),
  (text: string) => repairJson(text, 'literal'),
];

/** `undefined` is no JSON value, so it can stand for a text that is none. */
function tryJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** So many digits in a row that JavaScript may change them. */
const longInteger = 16;

/** Looks at every sixteenth character first, since no such integer lies between two of them: all of WeChat's answers pass here. */
function hasLongInteger(text: string): boolean {
  for (let at = longInteger - 1; at < text.length; at += longInteger) {
    if (!isDigit(text, at)) continue;
    let start = at;
    while (isDigit(text, start - 1)) start--;
    while (isDigit(text, at + 1)) at++;
    if (at - start + 1 >= longInteger) return true;
  }
  return false;
}

function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0x30 && code <= 0x39;
}
