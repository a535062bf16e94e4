import { type BackslashReading, isEndOfValue } from '../../json/repairJson';
import { type Pace } from '../../json/work';
import { OpenBrackets } from './openBrackets';

/** Where an object stands in a text; `end` is just past it. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

const mark = /["{}[\]]/g;

/** UTF-16 units that are walked through at once. */
const longestStep = 16 * 1024;

/**
 * Walks through any text, a log line, prose, a selection that is cut anywhere, and names each JSON object as it
 * ends: inner ones before outer ones. Whether they can be parsed is another question. Linear in time, and without
 * recursion, whatever the nesting.
 */
export class ObjectWalk {
  /** The other reading of backslashes would see other strings in it. */
  isAmbiguous = false;
  private readonly brackets: OpenBrackets;
  private at = 0;
  /** Where the string begins that is being walked through. */
  private string: number | undefined;

  constructor(
    private readonly text: string,
    private readonly reading: BackslashReading,
  ) {
    this.brackets = new OpenBrackets(text);
  }

  /** Yields undefined where a rest is due. */
  *objects(pace: Pace): Generator<Range | undefined, void> {
    while (this.at < this.text.length) {
      const from = this.at;
      const object = this.next(from + longestStep);
      if (pace.isRestDue(this.at - from)) yield undefined;
      if (object) yield object;
    }
  }

  /** The next object that ends, or undefined if none does before about this place. */
  private next(until: number): Range | undefined {
    const { text, brackets } = this;
    if (this.string !== undefined) this.walkString(this.string, until);
    mark.lastIndex = this.at;
    while (mark.lastIndex < until) {
      const match = mark.exec(text);
      if (!match) break;
      const { index } = match;
      switch (match[0]) {
        case '{':
        case '[':
          brackets.open(match[0], index);
          break;
        case '"':
          if (!brackets.isInnermostJson || !/[{[,:"\]}]/.test(lastBefore(text, index))) break;
          this.at = index + 1;
          this.walkString(this.at, until);
          mark.lastIndex = this.at;
          break;
        case ']':
          brackets.close('[');
          break;
        default: {
          const closed = brackets.close('{');
          if (closed?.isJson) {
            this.at = index + 1;
            return { start: closed.start, end: index + 1 };
          }
        }
      }
    }
    // After its last match the expression starts anew.
    this.at = mark.lastIndex || text.length;
    return undefined;
  }

  /** To just past the quote that ends a string, or to about this place; to the end of the text where none does. */
  private walkString(start: number, until: number): void {
    const { text } = this;
    this.string = start;
    while (this.at < until) {
      const quote = text.indexOf('"', this.at);
      this.at = quote < 0 ? text.length : quote + 1;
      if (quote >= 0 && !this.endsString(start, quote)) continue;
      this.string = undefined;
      return;
    }
  }

  private endsString(start: number, quote: number): boolean {
    const { text } = this;
    let backslashes = 0;
    while (quote - backslashes > start && text[quote - backslashes - 1] === '\\') backslashes++;
    if (backslashes % 2 === 0) return true;
    if (!isEndOfValue(text, quote)) return false;
    this.isAmbiguous = true;
    return this.reading === 'literal';
  }
}

/** The last character before this place that is no white space. */
function lastBefore(text: string, at: number): string {
  let before = at - 1;
  while (before >= 0 && /\s/.test(text[before] ?? '')) before--;
  return text[before] ?? '';
}
