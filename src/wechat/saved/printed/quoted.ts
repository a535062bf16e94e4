import { byteEscapes, textOfBytes } from '../bytes';

/** A string as some program printed it, and where it ends. */
export interface Quoted {
  readonly value: string;
  readonly end: number;
}

const opening = /(?:[uUbBrRN@$]{1,2})?(["'`])/y;
/** What may stand behind a string: all else, as in `it's`, says that the quote is one of its characters. */
const afterString = /[ \t\u00a0\u3000\u200b-\u200d\u2060]*(?:[,，:：=}\])+.;&|[/#\\\r\n"'`\u0000]|$)/y;
/** UTF-16 units: no value of an answer is longer. */
const longest = 20_000;

const letters = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['t', '\t'],
  ['b', '\b'],
  ['f', '\f'],
]);

/** Reads strings in any of the notations of programming languages. */
export class QuotedStrings {
  /** By quote: no string ends before this place, as an earlier search found. */
  private readonly endless = new Map<string, number>();
  /** The last string that was asked for has no end in this text. */
  isCut = false;

  constructor(private readonly text: string) {}

  /** The string that begins at this place; undefined where none does, or where it has no end. */
  at(place: number): Quoted | undefined {
    opening.lastIndex = place;
    const quote = opening.exec(this.text)?.[1];
    if (quote === undefined) return undefined;
    const triple = quote.repeat(3);
    const isTriple = quote !== '`' && this.text.startsWith(triple, opening.lastIndex - 1);
    const start = opening.lastIndex + (isTriple ? 2 : 0);
    const end = isTriple ? this.text.indexOf(triple, start) : this.endOf(quote, start);
    if (end < 0) return undefined;
    return { value: unescaped(this.text.slice(start, end)), end: end + (isTriple ? 3 : 1) };
  }

  private endOf(quote: string, start: number): number {
    const until = start + longest;
    let from = Math.max(start, this.endless.get(quote) ?? 0);
    let isOpen = from === start && until >= this.text.length;
    while (from < until) {
      const end = this.text.indexOf(quote, from);
      if (end < 0 || end >= until) break;
      if (!isEscaped(this.text, start, end)) {
        if (this.isFollowed(end + 1)) return end;
        isOpen = false;
      }
      from = end + 1;
    }
    this.endless.set(quote, Math.max(from, Math.min(until, this.text.length)));
    this.isCut = isOpen;
    return -1;
  }

  private isFollowed(place: number): boolean {
    afterString.lastIndex = place;
    return afterString.test(this.text);
  }
}

function isEscaped(text: string, start: number, quote: number): boolean {
  let backslashes = 0;
  while (quote - backslashes > start && text[quote - backslashes - 1] === '\\') backslashes++;
  return backslashes % 2 === 1;
}

const escapes = new RegExp(String.raw`${byteEscapes}|\\(?:u([\da-f]{4})|u\{([\da-f]{1,6})\}|([^]))`, 'gi');

function unescaped(text: string): string {
  if (!text.includes('\\')) return text;
  return text.replace(escapes, (all, unit?: string, point?: string, letter?: string) => {
    if (letter !== undefined) return letters.get(letter) ?? letter;
    const hex = unit ?? point;
    if (hex === undefined) return textOfBytes(all);
    const code = Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : all;
  });
}
