import { isUnionidTail } from './cutEdges';
import { type NameKind, type Names } from './names';

/** Words that may stand between a name and its value: SQL's `IN`, XML's `CDATA`. */
const transparent = new Set(['in', 'not', 'is', 'cdata']);

const longestSentence = 40;
const remark = /[(（【][^()（）【】[\]{}"'`\r\n]{0,20}[)）】](?=["'`\\]{0,4}[ \t]{0,4}[:=：＝])/y;
const sign = /["'`\\]{0,3}[ \t]{0,4}[:=：＝]/y;

/** The name that governs the value to come: the word before it, unless something ended its reach. */
export class GoverningName {
  /** Whether `:`, `=` or the like has followed the name. */
  assigned = false;
  /** Whether SQL's `IN` has just been read. */
  beforeList = false;
  private start = -1;
  private end = -1;
  /** What governs the items of a YAML sequence, line after line. */
  private sequence: NameKind | undefined;

  constructor(
    private readonly text: string,
    private readonly names: Names,
  ) {}

  get present(): boolean {
    return this.start >= 0;
  }

  get kind(): NameKind | undefined {
    if (this.start < 0) return this.sequence;
    const { word } = this;
    return this.start === 0 && isUnionidTail(word) ? 'never' : this.names.kindOf(word);
  }

  get word(): string {
    return this.text.slice(this.start, this.end);
  }

  get isUnionid(): boolean {
    return this.kind === 'never' && /union/i.test(this.word);
  }

  /** Whether what comes next can only be the value: a sign said so, or the dash of an item. */
  get promises(): boolean {
    return this.assigned || (this.start < 0 && this.sequence !== undefined);
  }

  set(start: number, end: number): void {
    if (end - start <= 5 && this.isTransparent(start, end)) return;
    if (this.isSecondPart(start, end)) {
      this.end = end;
      return;
    }
    this.clear();
    // The name in an end tag names nothing that follows.
    if (this.text[start - 1] === '/' && this.text[start - 2] === '<') return;
    this.start = start;
    this.end = end;
  }

  assign(): void {
    this.assigned = this.present;
  }

  clear(): void {
    this.start = -1;
    this.assigned = false;
    this.beforeList = false;
  }

  /**
   * Chinese text directly after the name makes a sentence of it, which governs nothing, unless it ends in a sign
   * or a verb that assigns: `unionid字段：`, `unionid为`. Returns where that text ends.
   */
  goOn(start: number, end: number): number {
    if (start !== this.end || !isChinese(this.text.charCodeAt(start))) return end;
    let after = start + 1;
    while (after < start + longestSentence && isChinese(this.text.charCodeAt(after))) after++;
    sign.lastIndex = after;
    if (!'是为為'.includes(this.text.charAt(after - 1)) && !sign.test(this.text)) this.clear();
    return after;
  }

  /** Where a remark in brackets ends that stands at `at`, between the name and its sign; `undefined` if none does. */
  remarkEnd(at: number): number | undefined {
    if (!this.present || (at !== this.end && (at !== this.end + 1 || this.text[this.end] !== ' ')))
      return undefined;
    remark.lastIndex = at;
    return remark.test(this.text) ? remark.lastIndex : undefined;
  }

  /** A value may stand on the line after its name, but only if a sign promised one. */
  endLine(): void {
    if (!this.assigned) this.clear();
  }

  /** At the beginning of a line: an item of a YAML sequence, governed by the name above the first. */
  startItem(): void {
    if (this.assigned) this.sequence = this.kind;
    this.clear();
  }

  endSequence(): void {
    this.sequence = undefined;
  }

  /** Whether the name stands between `<` and `>`, which is at `at`. */
  isTag(at: number): boolean {
    return this.present && this.end === at && this.text[this.start - 1] === '<';
  }

  /** Whether this is the `id` of `union id` or `open id`. */
  private isSecondPart(start: number, end: number): boolean {
    if (!this.present || end - start > 3 || start !== this.end + 1 || this.text[this.end] !== ' ')
      return false;
    return /^ids?$/i.test(this.text.slice(start, end)) && /^(?:open|union)$/i.test(this.word);
  }

  private isTransparent(start: number, end: number): boolean {
    const initial = this.text.charCodeAt(start) | 0x20;
    if (initial !== 0x69 && initial !== 0x6e && initial !== 0x63) return false;
    const word = this.text.slice(start, end).toLowerCase();
    if (!transparent.has(word)) return false;
    this.beforeList = word === 'in';
    return true;
  }
}

/** Chinese letters, without punctuation. */
function isChinese(code: number): boolean {
  return code >= 0x3400 && code <= 0x9fff;
}
