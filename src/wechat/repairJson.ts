/**
 * How `\"` is read when it looks like the end of a value: as an escaped quote, or as a person's own backslash
 * (a remark that ends in one) before the closing quote.
 */
type BackslashReading = 'escaped' | 'literal';

const betweenStrings = /[^",]+/y;
const trailingComma = /,\s*(?=[}\]])/y;
const number = /-?\d[\d.eE+-]*/g;
const plainCharacters = /[^"\\\u0000-\u001f]+/y;
const validEscape = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y;
const quoteEndingValue = /\\"\s*(?:[}\]]|,\s*"\w+"\s*:)/y;

/**
 * Mends the ways in which WeChat's answers have been seen to break JSON: raw control characters and lone
 * backslashes inside strings, a comma before a closing bracket, a comma missing before a string. Integers that
 * JavaScript cannot hold become strings. Anything else is left as it is, for `JSON.parse` to judge.
 */
export function repairJson(text: string, reading: BackslashReading): string {
  let repaired = '';
  let last = '';
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  while (at < text.length) {
    if (text[at] === '"') {
      const string = readString(text, at, reading);
      repaired += /[^[{:,]/.test(last) ? `,${string.json}` : string.json;
      last = '"';
      at = string.end;
    } else if (text[at] === ',') {
      const dropped = matchAt(trailingComma, text, at);
      repaired += dropped === '' ? ',' : '';
      last = ',';
      at += dropped.length || 1;
    } else {
      const run = matchAt(betweenStrings, text, at);
      repaired += run.replace(number, exactNumber);
      last = run.trimEnd().at(-1) ?? last;
      at += run.length;
    }
  }
  return repaired;
}

function readString(text: string, start: number, reading: BackslashReading): { json: string; end: number } {
  let json = '"';
  let at = start + 1;
  while (at < text.length && text[at] !== '"') {
    const kept = matchAt(plainCharacters, text, at) || keptEscape(text, at, reading);
    json += kept || escaped(text.charCodeAt(at));
    at += kept.length || 1;
  }
  return at < text.length ? { json: `${json}"`, end: at + 1 } : { json, end: at };
}

function keptEscape(text: string, at: number, reading: BackslashReading): string {
  const isEnd = reading === 'literal' && matchAt(quoteEndingValue, text, at) !== '';
  return isEnd ? '' : matchAt(validEscape, text, at);
}

function escaped(code: number): string {
  return `\\u${code.toString(16).padStart(4, '0')}`;
}

function exactNumber(digits: string): string {
  return /^-?\d{16,}$/.test(digits) && String(Number(digits)) !== digits ? `"${digits}"` : digits;
}

/** What a sticky expression matches at one place; empty where it does not. */
function matchAt(expression: RegExp, text: string, at: number): string {
  expression.lastIndex = at;
  return expression.exec(text)?.[0] ?? '';
}
