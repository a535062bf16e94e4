import { isWordCode } from './characters';

/** A character in disguise: `\"`, `\\\"`, `\r`, `\u200b`, `\x22`, `%3D`, `%253D`, `&quot;`, `&#34;`. */
export interface Escape {
  /** The UTF-16 unit that is meant. */
  readonly code: number;
  /** Just past the disguise. */
  readonly end: number;
}

const percent = 0x25;
const backslash = 0x5c;

/** UTF-16 units; enough for JSON in JSON six levels deep. */
const longestEscape = 64;

const controls = new Map([
  [0x6e, 0x0a], // \n
  [0x72, 0x0d], // \r
  [0x74, 0x09], // \t
  [0x62, 0x08], // \b
  [0x66, 0x0c], // \f
  [0x76, 0x0b], // \v
  [0x30, 0x00], // \0
]);
const hexDigits = new Map([
  [0x75, 4], // \u200b
  [0x78, 2], // \x22
]);
const entities = new Map([
  ['quot', 0x22],
  ['apos', 0x27],
  ['lt', 0x3c],
  ['gt', 0x3e],
  ['amp', 0x26],
]);
const entity = /&(?:amp;){0,8}(?:#(\d{1,5})|#x([\da-f]{1,4})|(quot|apos|lt|gt|amp));/iy;

/**
 * Reads the escape at `at`, of JSON, JavaScript, nginx logs, URLs or XML, however many times over it was
 * escaped; `undefined` if none is there.
 */
export function escapeAt(text: string, at: number): Escape | undefined {
  switch (text.charCodeAt(at)) {
    case backslash:
      return backslashEscape(text, at);
    case percent:
      return percentEscape(text, at);
    default:
      return entityEscape(text, at);
  }
}

function backslashEscape(text: string, at: number): Escape {
  const limit = at + longestEscape;
  let next = at + 1;
  while (next < limit && text.charCodeAt(next) === backslash) next++;
  const letter = text.charCodeAt(next);
  const control = controls.get(letter);
  if (control !== undefined) return { code: control, end: next + 1 };
  const digits = hexDigits.get(letter);
  if (digits !== undefined) return hexEscape(text, next + 1, digits) ?? { code: backslash, end: next };
  // Before a letter that it gives no meaning, or at the end, a backslash is only itself.
  if (isWordCode(letter) || next >= text.length) return { code: backslash, end: next };
  return { code: letter, end: next + 1 };
}

function percentEscape(text: string, at: number): Escape | undefined {
  const limit = at + longestEscape;
  let escape = hexEscape(text, at + 1, 2);
  while (escape?.code === percent && escape.end < limit) {
    const inner = hexEscape(text, escape.end, 2);
    if (inner === undefined) break;
    escape = inner;
  }
  return escape;
}

function entityEscape(text: string, at: number): Escape | undefined {
  entity.lastIndex = at;
  const match = entity.exec(text);
  if (match === null) return undefined;
  const [, decimal, hex, name] = match;
  const end = entity.lastIndex;
  if (decimal !== undefined) return { code: Number(decimal), end };
  if (hex !== undefined) return { code: Number.parseInt(hex, 16), end };
  const named = entities.get(name?.toLowerCase() ?? '');
  return named === undefined ? undefined : { code: named, end };
}

function hexEscape(text: string, at: number, digits: number): Escape | undefined {
  let code = 0;
  for (let i = at; i < at + digits; i++) {
    const digit = hexDigit(text.charCodeAt(i));
    if (digit === undefined) return undefined;
    code = code * 16 + digit;
  }
  return { code, end: at + digits };
}

function hexDigit(code: number): number | undefined {
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  const letter = code | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x61 + 10 : undefined;
}
