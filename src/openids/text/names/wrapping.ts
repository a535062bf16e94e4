/**
 * What may stand between a name and the string or list that is its value, without being a name itself: types and
 * constructors (`Some("…")`, `Optional.of("…")`, `new String("…")`, `Arrays.asList("…")`), casts, functions that
 * change little, the commands of a cloud database (`_.in([…])`).
 */
const part =
  '(?:[A-Z]\\w{0,40}|str|string|text|bytes|unicode|of|from|trim|cast|concat|lower|upper|std|sql|option|ok|some|just|json|n?varchar|array|set|frozenset|vec!|_|[a-z]{1,12}(?:[A-Z][a-z]{1,12})?Of)';
const method =
  '\\w{0,8}(?:[oO]f|[fF]rom)\\w{0,12}|[a-z]{2,12}[A-Za-z]{0,12}(?:List|Set)|new|value\\w{0,5}|n?eq|n?in';
const wrapper = new RegExp(
  `(?:(?:new|await|&)\\s+)?${part}(?:(?:::|\\.)(?:${part}|${method})){0,4}(?:<[\\w\\s]{1,20}>)?\\s?(?=[([{"'&])`,
  'y',
);

/** How programs print a list before its bracket, or its first line: `Array\n(`, `array(2) {`, `array:2 [`, `Set(2) {`. */
const container =
  /Array\(\d{1,7}\)(?=\s{1,40}0:\s["'])|(?:[Aa]rray|Set|Map|List)(?:\s?\(\d{1,7}\)|:\d{1,7})\s{0,200}(?=[[({])|[Aa]rray\s{0,200}(?=[({])/y;

const mayGoOn = `"'([{<.:&! \r\n`;

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
  if (!isKnown()) return undefined;
  return endOf(container, text, start) ?? endOf(wrapper, text, start);
}

/** Where the string begins to which what stands at `start` is a prefix. */
export function prefixedAt(text: string, start: number): number | undefined {
  return endOf(stringPrefix, text, start);
}

/** An operator that is an argument of its own, between a name and its value: `where('unionid', '=', '…')`. */
const operator = /\s{0,20}(["'])(?:[=<>!]{1,3}|i?like|eq|neq?|in)\1\s{0,20},/iy;

/**
 * What may stand below a name on a line of its own, before its value: the number of the line, the value's length on
 * the line above, the rule of a table.
 */
const lineNumber = /\d{1,6}(?:[).](?=\s)|(?=[\r\n]))|-{3,}(?=[ \t]*[\r\n])/y;

/** What stands in brackets before a value and says only what it is: `(2) […]`, `(string) (len=28) "…"`, `[]string{…}`. */
const bracketedType =
  /\((?:\d{1,7}\)\s?(?=[[{])|[\w.*[\] ]{1,40}\)\s(?:\(len=\d{1,9}(?: cap=\d{1,9})?\)\s)?(?=["{]))|\[\d{0,7}\][\w.*]{1,40}(?=\{)|\[[A-Z_]{3,20}\]\) - (?=\[)/y;

export function bracketedTypeEnd(text: string, start: number): number | undefined {
  return endOf(bracketedType, text, start);
}

/** What PHP writes behind the name of a property that others may not see: `["unionid":"User":private]=>`. */
const visibility = /(?:\\{0,4}["']?[\w\\]{1,80}["']?:)?(?:protected|private)(?=\])/y;

export function visibilityEnd(text: string, start: number): number | undefined {
  return endOf(visibility, text, start);
}

/** The index of an item that a browser's console shows on a line of its own: `0: "…"`. */
const itemIndex = /\d{1,6}:\s(?=["'])/y;

export function itemIndexEnd(text: string, start: number): number | undefined {
  return endOf(itemIndex, text, start);
}

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
