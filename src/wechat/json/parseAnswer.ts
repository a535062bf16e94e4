import { TransportError } from '../errors/failure';
import { hasLongInteger } from './longInteger';
import { JsonRepair } from './repairJson';
import { safeText } from '../errors/safeText';
import { atOnce, stretch, type Work } from './work';

/**
 * Reads an answer of WeChat, as JSON where it is JSON and repaired where it is not: a BOM, raw control characters
 * and stray backslashes in strings, trailing and missing commas. An integer whose digits JavaScript would
 * change becomes a string. Linear in time, safe at any nesting; `__proto__` is a key like any other.
 * @throws TransportError `unreadable`
 */
export function parseAnswer(text: string, endpoint?: string): unknown {
  const exact = exactJson(text);
  const value = exact === undefined ? atOnce(repairedJson(text)) : exact;
  if (value !== undefined) return value;
  throw new TransportError({
    reason: 'unreadable',
    ...(endpoint !== undefined && { endpoint }),
    detail: safeText(text, 80),
  });
}

/** The value of a JSON text; `undefined` where it is none, or holds an integer that JavaScript would change. */
export function exactJson(text: string): unknown {
  return hasLongInteger(text) || isPlainlyNoJson(text) ? undefined : tryJson(text);
}

/** Nothing but words of JSON, in whatever order. Each character can be taken in one way only. */
const jsonWords = /^(?:[\s{}[\]:,\d.eE+-]|"(?:[^"\\\u0000-\u001f]|\\["\\/bfnrtu])*"|true|false|null)*$/;

/** UTF-16 units that are looked through sooner than `JSON.parse` has thrown its error. */
const short = 1000;

/** Spares texts with thousands of broken objects as many errors. */
function isPlainlyNoJson(text: string): boolean {
  return text.length < short && !jsonWords.test(text);
}

/** The value of a text that `exactJson` cannot read, where that can be repaired; else `undefined`. */
export function* repairedJson(text: string): Work<unknown> {
  for (const reading of ['escaped', 'literal'] as const) {
    const repair = new JsonRepair(text, reading);
    while (repair.mend(stretch)) yield;
    const { json } = repair;
    // What was left as it was is read again only for its long integers, which are exact then.
    const isKnown = json === text && !hasLongInteger(text);
    const value = isKnown || isPlainlyNoJson(json) ? undefined : tryJson(json);
    if (value !== undefined || !repair.isAmbiguous) return value;
  }
  return undefined;
}

/** `undefined` is no JSON value, so it can stand for a text that is none. */
export function tryJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
