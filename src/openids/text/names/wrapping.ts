/**
 * What may stand between a name and the string that is its value, without being a name itself: types and
 * constructors (`Some("…")`, `Optional.of("…")`, `new String("…")`), casts, functions that change little.
 */
const part =
  '(?:[A-Z]\\w{0,40}|str|string|text|bytes|unicode|of|from|trim|cast|concat|lower|upper|std|sql|option|ok|some|just|json|n?varchar)';
const wrapper = new RegExp(
  `(?:(?:new|await|&)\\s+)?${part}(?:(?:::|\\.)(?:${part}|\\w{0,8}(?:[oO]f|[fF]rom)\\w{0,12}|new|value\\w{0,5})){0,4}(?:<[\\w\\s]{1,20}>)?\\s?(?=[([{"'&])`,
  'y',
);

const mayGoOn = `"'([{<.:& `;

/** Letters before a string that say how it is written: `u'…'`, `b"…"`, `N'…'`, `@"…"`; PHP's `s:28:"…"`. */
const stringPrefix =
  /(?:[ubrfnlex]|[br]{2}|u[r8]|fr|rf|_utf8(?:mb4)?)(?=["'])|[sS]:\d{1,9}:(?=\\{0,7}["'])/iy;

/**
 * Where the string or the bracket begins for which the word between `start` and `end` is only a prefix or a wrapper,
 * which takes a name that is known; `undefined` if it is a word of its own. Asked of every word behind a sign.
 */
export function valueAfter(
  text: string,
  start: number,
  end: number,
  isKnown: () => boolean,
): number | undefined {
  const next = text.charAt(end);
  if (!mayGoOn.includes(next)) return undefined;
  const prefixed = next === ' ' ? undefined : prefixedAt(text, start);
  if (prefixed !== undefined) return prefixed;
  const behind = next === ' ' ? text.charAt(end + 1) : next;
  if (next === ' ' && !/["'([{A-Z]/.test(behind)) return undefined;
  return isKnown() ? endOf(wrapper, text, start) : undefined;
}

/** Where the string begins to which what stands at `start` is a prefix. */
export function prefixedAt(text: string, start: number): number | undefined {
  return endOf(stringPrefix, text, start);
}

/** An operator that is an argument of its own, between a name and its value: `where('unionid', '=', '…')`. */
const operator = /\s{0,20}(["'])(?:[=<>!]{1,3}|i?like|eq|neq?|in)\1\s{0,20},/iy;

/** A number before a value on a line of its own: that of the line, or the value's length on the line above. */
const lineNumber = /\d{1,6}(?:[).](?=\s)|(?=[\r\n]))/y;

/** What PHP's var_dump writes between a name and its value. */
const phpType = /\s{0,100}string\(\d{1,9}\)/y;

export function phpTypeEnd(text: string, start: number): number | undefined {
  return endOf(phpType, text, start);
}

export function lineNumberEnd(text: string, start: number): number | undefined {
  return endOf(lineNumber, text, start);
}

export function operatorEnd(text: string, start: number): number | undefined {
  return endOf(operator, text, start);
}

function endOf(pattern: RegExp, text: string, start: number): number | undefined {
  pattern.lastIndex = start;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}
