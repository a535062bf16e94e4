import { isUnionidTail } from '../cutEdges';
import { isEndTag, isItem, isLine, isQuote, isString, isTypeNote, remarkEndAt } from './nameBounds';
import { nameKind, type NameKind, type Names } from './names';
import { nameOfFirst } from '../sentences/joined';
import { isComplainedOf, isMissed } from '../sentences/missing';
import { wordsAt } from '../sentences/wordsBehind';

const longestLink = 8;
/** The letters that such words begin with, one bit each: every word behind a name is asked. */
const linkInitials = Array.from('ceiklnrstvw', letter => letter.charCodeAt(0) - 0x61).reduce(
  (bits, letter) => bits | (1 << letter),
  0,
);

const space = 0x20;
const lowerI = 0x69;

/** English words, which are names only where a sign or a comma says so. */
const plainWord = /^(?:tokens?|secrets?|tickets?)$/i;

/** The name that governs the value to come: the word before it, unless something ended its reach. */
export class GoverningName {
  /** Whether `:`, `=` or the like has followed the name. */
  assigned = false;
  /** Whether SQL's `IN` has just been read. */
  beforeList = false;
  /** Whether the name is an item of its own, the value the next: an argument, a line. */
  neighbour = false;
  /** Whether it stands on a line of its own, so that it is the name of what stands on the lines below. */
  heading = false;
  /** Where it stands; -1 if there is none. */
  start = -1;
  end = -1;
  private byEquals = false;
  private byColon = false;
  /** Whether it is the value of another name, as in `"name": "unionid"`. */
  private isValue = false;
  /** The name before what may be a note of its type: `unionid: string = …`. */
  private typedStart = -1;
  private typedEnd = -1;
  /** What governs the items of a YAML sequence, line after line. */
  private sequence: NameKind | undefined;
  private known: NameKind | undefined;
  private isKnown = false;

  constructor(
    private readonly text: string,
    private readonly names: Names,
  ) {}

  get present(): boolean {
    return this.start >= 0;
  }

  get kind(): NameKind | undefined {
    if (this.start < 0) return this.sequence;
    if (!this.isKnown) {
      this.known = this.judge();
      this.isKnown = true;
    }
    return this.known;
  }

  get word(): string {
    return this.text.slice(this.start, this.end);
  }

  /** Whether what comes next can only be the value: a sign said so, or the dash of an item. */
  get promises(): boolean {
    return this.assigned || (this.start < 0 && this.sequence !== undefined);
  }

  /** Whether it is a function that is asked for the value: what is in its brackets is something else. */
  get asks(): boolean {
    const { word } = this;
    return /^(?:get|fetch|load|query|request|resolve|obtain)/i.test(word)
      ? !/by/i.test(word)
      : /open_?id.+union|of$/i.test(word);
  }

  set(start: number, end: number): void {
    if (this.present) {
      if (end - start <= longestLink && this.isTransparent(start, end)) return;
      if (this.isSecondPart(start, end)) {
        this.end = end;
        this.isKnown = false;
        return;
      }
    }
    const { assigned } = this;
    // Lengths are no names: `s:7:"unionid"`. Nor is the class before a method: `User::getUnionId`.
    const isNoName =
      assigned && (isDigit(this.text.charCodeAt(this.start)) || this.text.startsWith('::', start - 2));
    this.enter();
    this.isValue = assigned && !isNoName;
    // The name in an end tag names nothing that follows.
    if (isEndTag(this.text, start)) return;
    this.start = start;
    this.end = end;
  }

  /** Governs again, as if a sign had followed it. */
  resume(start: number, end: number): void {
    this.clear();
    this.start = start;
    this.end = end;
    this.assigned = true;
  }

  /** A bracket opens, or another word follows, perhaps a note of the type: `unionid: Optional[str] = …`. */
  enter(): void {
    if (this.assigned && this.byColon && this.start >= 0) {
      this.typedStart = this.start;
      this.typedEnd = this.end;
    }
    this.clear();
  }

  /** A sign at `at`, which ends at `end`. */
  assign(at: number, end: number): void {
    const code = this.text.charCodeAt(at);
    const equals = code === 0x3d || code === 0xff1d;
    if (equals && this.typedStart >= 0 && this.isTyped(at, end)) {
      this.start = this.typedStart;
      this.end = this.typedEnd;
    }
    this.assigned = this.present;
    this.byColon = this.assigned && (code === 0x3a || code === 0xff1a);
    this.byEquals ||= equals;
    this.isKnown = false;
  }

  /** A comma, which ends the reach of a name unless that is an argument or an item of its own. */
  endItem(at: number): void {
    this.typedStart = -1;
    if (
      this.present &&
      !this.assigned &&
      !this.isValue &&
      isItem(this.text, this.start, this.end, at) &&
      this.kind !== undefined
    ) {
      this.neighbour = true;
      this.isKnown = false;
    } else this.clear();
  }

  clear(): void {
    this.start = -1;
    this.assigned = false;
    this.beforeList = false;
    this.neighbour = false;
    this.heading = false;
    this.byEquals = false;
    this.byColon = false;
    this.isValue = false;
    this.isKnown = false;
  }

  /**
   * Chinese text directly after the name makes a sentence of it, which governs nothing, unless it ends in a sign
   * or a verb that assigns: `unionid字段：`, `unionid为`. Returns where that text ends.
   */
  goOn(start: number, end: number): number {
    const isNext = start === this.end || (start === this.end + 1 && this.text[this.end] === ' ');
    const words = isNext ? wordsAt(this.text, start) : undefined;
    if (!words) return end;
    if (words.role === 'others') this.clear();
    else this.assigned ||= words.role === 'promise';
    return words.end;
  }

  /** Where a remark in brackets ends that stands at `at`, between the name and its sign; `undefined` if none does. */
  remarkEnd(at: number): number | undefined {
    if (!this.present || (at !== this.end && (at !== this.end + 1 || this.text[this.end] !== ' ')))
      return undefined;
    return remarkEndAt(this.text, at);
  }

  /** A value may stand on the line after its name if a sign promised one, or if the name is all of its line. */
  endLine(at: number): void {
    this.typedStart = -1;
    if (this.start < 0 || this.assigned || this.neighbour) return;
    if (this.kind !== undefined && isLine(this.text, this.start, this.end, at)) {
      this.neighbour = true;
      this.heading = true;
      this.isKnown = false;
    } else this.clear();
  }

  /** At the beginning of a line: an item of a YAML sequence, governed by the name above the first. */
  startItem(): void {
    if (this.assigned) this.sequence = this.kind;
    this.clear();
  }

  endSequence(): void {
    this.sequence = undefined;
  }

  /** Whether the name is a whole string: a quote precedes it, and one ends at `at`. */
  isQuoted(at: number): boolean {
    return this.present && isString(this.text, this.start, this.end, at);
  }

  /** Whether it is all that stands in brackets, before a sign. */
  isBracketed(at: number, end: number): boolean {
    return (
      at === this.end &&
      '(（'.includes(this.text.charAt(this.start - 1)) &&
      /[:=：＝]/.test(this.text.charAt(end))
    );
  }

  /** Whether nothing but a colon stands between the name and `at`. */
  endsBefore(at: number): boolean {
    return (
      this.present && at >= this.end && at - this.end <= 3 && !/[^\s:：]/.test(this.text.slice(this.end, at))
    );
  }

  /** Whether it is the name of a start tag. */
  get isElement(): boolean {
    return this.text[this.start - 1] === '<';
  }

  /** Whether it is a key in square brackets, as PHP prints them. */
  get isKey(): boolean {
    return this.present && (this.text[this.start - 1] === '[' || this.text[this.start - 2] === '[');
  }

  /** Whether it has one of these lengths, which spares a look at most. */
  isOfLength(one: number, other: number): boolean {
    const length = this.end - this.start;
    return this.present && (length === one || length === other);
  }

  /** The last character, which tells most names from a few. */
  get lastCode(): number {
    return this.text.charCodeAt(this.end - 1);
  }

  /** Whether no quote closes right behind it. */
  get isBare(): boolean {
    return this.present && !isQuote(this.text, this.end) && this.text[this.end] !== '\\';
  }

  private judge(): NameKind | undefined {
    const { text, start } = this;
    if (start === 0 && isUnionidTail(this.word)) return 'unionid';
    const kind = this.names.kindAt(start, this.end);
    const first = kind === undefined ? undefined : nameOfFirst(text, start, this.end);
    const firstKind = first === undefined ? undefined : nameKind(first);
    if (firstKind !== undefined) return firstKind;
    if (kind === undefined || kind === 'openid' || this.byEquals) return kind;
    if (isMissed(text, start)) return undefined;
    if (!plainWord.test(this.word)) return kind;
    return (this.assigned || this.neighbour) && !isComplainedOf(text, start) ? kind : undefined;
  }

  /** Whether the name before last is the one of which a type is noted. */
  private isTyped(at: number, end: number): boolean {
    const { text, names, typedStart, typedEnd } = this;
    return (
      isTypeNote(text, typedEnd, at, end) &&
      names.kindAt(typedStart, typedEnd) !== undefined &&
      names.kindAt(this.start, this.end) === undefined
    );
  }

  /** Whether this is the `id` of `union id` or `open id`. */
  private isSecondPart(start: number, end: number): boolean {
    if (end - start > 3 || start !== this.end + 1 || (this.text.charCodeAt(start) | 0x20) !== lowerI)
      return false;
    if (this.text.charCodeAt(this.end) !== space) return false;
    return /^ids?$/i.test(this.text.slice(start, end)) && /^(?:open|union)$/i.test(this.word);
  }

  private isBehind(start: number): boolean {
    return (
      start - this.end <= 4 && !this.isElement && /^["'\]). :!]+$/.test(this.text.slice(this.end, start))
    );
  }

  private isTransparent(start: number, end: number): boolean {
    const initial = (this.text.charCodeAt(start) | 0x20) - 0x61;
    if (initial < 0 || initial > 25 || ((linkInitials >>> initial) & 1) === 0) return false;
    const role = this.names.linkRole(start, end);
    if (role === undefined || (role === 'following' && !this.isBehind(start))) return false;
    if (role === 'comparing') this.assigned = true;
    this.beforeList = role === 'in';
    return true;
  }
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}
