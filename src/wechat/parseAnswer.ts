import { TransportError } from './failure';
import { hasLongInteger } from './longInteger';
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
export function tryJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
