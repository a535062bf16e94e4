import { OpenBrackets } from './openBrackets';

/** Where an object stands in a text; `end` is just past it. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

interface ObjectsIn {
  /** The outermost JSON objects that are whole, in order. Whether they can be parsed is another question. */
  readonly whole: readonly Range[];
  /** An object begins or ends beyond this text. */
  readonly isCut: boolean;
}

/** How `\"` is read when it looks like the end of a value: the same choice as in the repair of answers. */
export type BackslashReading = 'escaped' | 'literal';

const mark = /["{}[\]]/g;
const valueEnd = /"\s*(?:[}\]]|,\s*"\w+"\s*:)/y;

/**
 * Finds JSON objects in any text: a log line, prose, a selection that is cut anywhere. Linear in time, and
 * without recursion, whatever the nesting.
 */
export function objectsIn(text: string, reading: BackslashReading): ObjectsIn {
  const brackets = new OpenBrackets(text);
  const whole: Range[] = [];
  let isCut = false;
  mark.lastIndex = 0;
  for (let match = mark.exec(text); match; match = mark.exec(text)) {
    const { index } = match;
    switch (match[0]) {
      case '{':
      case '[':
        brackets.open(match[0], index);
        break;
      case '"': {
        if (!brackets.innermost?.isJson || !/[{[,:"\]}]/.test(lastBefore(text, index))) break;
        const end = stringEnd(text, index + 1, reading);
        if (end < 0) return { whole, isCut: true };
        mark.lastIndex = end;
        break;
      }
      case ']':
        brackets.close('[');
        break;
      default: {
        const start = brackets.close('{');
        if (!start) isCut ||= /["\d\]}]/.test(lastBefore(text, index));
        else if (start.isJson) {
          while ((whole.at(-1)?.start ?? -1) > start.start) whole.pop();
          whole.push({ start: start.start, end: index + 1 });
        }
      }
    }
  }
  return { whole, isCut: isCut || brackets.holdsObject };
}

/** The last character before this place that is no white space. */
function lastBefore(text: string, at: number): string {
  let before = at - 1;
  while (before >= 0 && /\s/.test(text[before] ?? '')) before--;
  return text[before] ?? '';
}

/** Just past the quote that ends a string; −1 where none does. */
function stringEnd(text: string, from: number, reading: BackslashReading): number {
  for (let quote = text.indexOf('"', from); quote >= 0; quote = text.indexOf('"', quote + 1)) {
    let backslashes = 0;
    while (quote - backslashes > from && text[quote - backslashes - 1] === '\\') backslashes++;
    if (backslashes % 2 === 0) return quote + 1;
    valueEnd.lastIndex = quote;
    if (reading === 'literal' && valueEnd.test(text)) return quote + 1;
  }
  return -1;
}
