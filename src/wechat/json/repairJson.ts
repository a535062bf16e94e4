import { hasLongInteger } from './longInteger';

/**
 * How `\"` is read when it looks like the end of a value: as an escaped quote, or as a person's own backslash
 * (a remark that ends in one) before the closing quote.
 */
export type BackslashReading = 'escaped' | 'literal';

/** So many characters, and the rest of a number that they end in. */
const betweenStrings = /[^",]{1,65536}(?:(?<=[\d.eE+-])[\d.eE+-]+)?/y;
const trailingComma = /,\s*(?=[}\]])/y;
const number = /-?\d[\d.eE+-]*/g;
const plainCharacters = /[^"\\\u0000-\u001f]+/y;
const validEscape = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y;
const endOfValue = /"\s*(?:[}\]]|,\s*"\w+"\s*:)/y;

/** Whether what follows the quote at this place looks as if it ended a value. */
export function isEndOfValue(text: string, quote: number): boolean {
  endOfValue.lastIndex = quote;
  return endOfValue.test(text);
}

/**
 * Mends the ways in which WeChat's answers have been seen to break JSON: raw control characters and lone
 * backslashes inside strings, a comma before a closing bracket, a comma missing before a string. Integers that
 * JavaScript cannot hold become strings. Anything else is left as it is, for `JSON.parse` to judge.
 */
export class JsonRepair {
  /** The other reading of backslashes would mend it otherwise. */
  isAmbiguous = false;
  private mended = '';
  /**
   * What is left as it is, and what stands between instead, before it is joined: millions of small strings, added
   * one by one, make one that takes long to read.
   */
  private pieces: string[] = [];
  private kept: number;
  private at: number;
  private last = '';
  private inString = false;

  constructor(
    private readonly text: string,
    private readonly reading: BackslashReading,
  ) {
    this.at = this.kept = text.startsWith('\uFEFF') ? 1 : 0;
  }

  /** Mends at least `length` UTF-16 units further, if there are so many; whether anything is left. */
  mend(length: number): boolean {
    const until = Math.min(this.at + length, this.text.length);
    while (this.at < until) {
      if (this.inString) this.withinString();
      else this.outside();
    }
    this.mended += this.pieces.join('');
    this.pieces = [];
    return this.at < this.text.length;
  }

  /** As far as it is mended, and the rest as it was. */
  get json(): string {
    return this.mended + this.text.slice(this.kept);
  }

  private outside(): void {
    const { text, at } = this;
    if (text[at] === '"') {
      if (/[^[{:,]/.test(this.last)) this.replace(at, at, ',');
      this.last = '"';
      this.inString = true;
      this.at++;
    } else if (text[at] === ',') {
      this.last = ',';
      this.at = endOf(trailingComma, text, at);
      if (this.at > at) this.replace(at, this.at, '');
      else this.at++;
    } else {
      this.at = endOf(betweenStrings, text, at);
      const run = text.slice(at, this.at);
      this.last = run.trimEnd().at(-1) ?? this.last;
      if (hasLongInteger(run)) this.replace(at, this.at, run.replace(number, exactNumber));
    }
  }

  private withinString(): void {
    const { text, at } = this;
    if (text[at] === '"') {
      this.inString = false;
      this.at++;
      return;
    }
    this.at = endOf(plainCharacters, text, at);
    if (this.at === at && !this.isLiteral(at)) this.at = endOf(validEscape, text, at);
    if (this.at > at) return;
    this.at++;
    this.replace(at, this.at, escaped(text.charCodeAt(at)));
  }

  /** Whether this is a backslash that escapes nothing, as far as that is in doubt. */
  private isLiteral(at: number): boolean {
    if (!this.text.startsWith('\\"', at) || !isEndOfValue(this.text, at + 1)) return false;
    this.isAmbiguous = true;
    return this.reading === 'literal';
  }

  private replace(start: number, end: number, by: string): void {
    this.pieces.push(this.text.slice(this.kept, start), by);
    this.kept = end;
  }
}

function escaped(code: number): string {
  return `\\u${code.toString(16).padStart(4, '0')}`;
}

function exactNumber(digits: string): string {
  return /^-?\d{16,}$/.test(digits) && String(Number(digits)) !== digits ? `"${digits}"` : digits;
}

/** Where the match of a sticky expression at this place ends; the place itself without a match. */
function endOf(expression: RegExp, text: string, at: number): number {
  expression.lastIndex = at;
  return expression.test(text) ? expression.lastIndex : at;
}
