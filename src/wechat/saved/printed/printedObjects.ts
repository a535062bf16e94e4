import { type Pace, type Work } from '../../json/work';
import { bareValueAt } from './bareValue';
import { type Bracket, Frame, type PrintedObject, unread } from './frame';
import { nameAt } from './names';
import * as notation from './notation';
import { OpenFrames } from './openFrames';
import { QuotedStrings } from './quoted';
import { constantAt, valueOf } from './words';

const { blanks, omitted, openers, readAlready } = notation;
/** Characters that are looked at in one step. */
const longestStep = 16 * 1024;

/**
 * Reads names and values in brackets, as programs print objects: JSON with whatever JSON does not know, JavaScript,
 * Python, PHP, Ruby, Java, Go. It knows none of these languages; it knows that a name, a separator and a value
 * follow each other, in how many ways names are written, and where a value without quotes ends. A bracket in which
 * anything else stands is prose, and what it holds stands for itself. One pass, whatever the text.
 */
export class PrintedObjects {
  readonly found: PrintedObject[] = [];
  /** JSON of an answer in which something is wrong. */
  isDamaged = false;
  /** The print of an answer in which something cannot be read. */
  isGarbled = false;
  /** An answer begins or ends beyond this text. */
  isCut = false;
  private isSound = true;
  private readonly open = new OpenFrames();
  private readonly quotes: QuotedStrings;
  private at = 0;
  private word = '';
  private readUntil = 0;
  private hasNoCommentEnd = false;

  constructor(private readonly text: string) {
    this.quotes = new QuotedStrings(text);
  }

  /** The text is one object, and nothing in it was left out. */
  get whole(): object | undefined {
    const [first] = this.found;
    const isAll = first?.start === 0 && first.end === this.text.length;
    return isAll && this.isSound ? first.value : undefined;
  }

  *read(pace: Pace): Work<this> {
    while (this.at < this.text.length) {
      const from = this.at;
      this.step();
      if (pace.isRestDue(this.at - from)) yield;
    }
    for (let frame = this.open.innermost(); frame; frame = this.open.innermost()) {
      if (frame.isTelling && !frame.isProse) this.isCut = true;
      this.abandon();
    }
    return this;
  }

  private step(): void {
    const frame = this.open.innermost();
    if (!frame || frame.isProse) this.skipProse();
    else if (!this.skipBlanks()) this.readPart(frame);
  }

  private skipProse(): void {
    const { text } = this;
    const until = Math.min(this.at + longestStep, text.length);
    for (; this.at < until; this.at++) {
      const character = text[this.at] ?? '';
      if (character === '{' || character === '[' || character === '(') {
        this.begin(character);
        return;
      }
      if (character in openers) {
        this.close(character);
        return;
      }
    }
  }

  private skipBlanks(): boolean {
    const { text, at } = this;
    if (text.startsWith('/*', at) && !this.hasNoCommentEnd) {
      const end = text.indexOf('*/', at + 2);
      this.hasNoCommentEnd = end < 0;
      if (end >= 0) this.at = end + 2;
      return end >= 0;
    }
    return this.skip(blanks) !== undefined;
  }

  private readPart(frame: Frame): void {
    const character = this.text[this.at] ?? '';
    if (character in openers) {
      this.close(character);
      return;
    }
    if (frame.isComma(character)) {
      if (frame.name !== undefined || frame.hasValue) frame.byComma = true;
      if (frame.name !== undefined && !frame.hasValue && frame.form === 'quoted') {
        this.give(frame);
        return;
      }
      frame.endItem();
      this.at++;
    } else if (character === readAlready) {
      this.at++;
      this.put(frame, unread, true);
    } else if (this.skip(omitted) === undefined && !this.joins(frame, character)) {
      if (!this.readName(frame)) this.readValue(frame, character);
    }
  }

  /** Between the pieces of a string: `"…" + "…"`, and PHP's dot. */
  private joins(frame: Frame, character: string): boolean {
    if (!frame.holdsText || (character !== '+' && character !== '.')) return false;
    this.at++;
    return true;
  }

  private readName(frame: Frame): boolean {
    const isValueDue = frame.name !== undefined && !frame.hasValue;
    if (isValueDue && (frame.form === 'quoted' || frame.byComma === true)) return false;
    const name = nameAt(this.text, this.at, isValueDue || frame.form === 'listed' ? frame.form : undefined);
    if (!name) return false;
    if (!frame.isKeyed && (frame.hasItems || frame.hasValue) && frame.bracket !== '(') {
      this.give(frame);
      return true;
    }
    if (frame.name !== undefined) frame.endItem();
    frame.begin(name.name, name.form, name.separator);
    this.at = name.end;
    return true;
  }

  private readValue(frame: Frame, character: string): void {
    const isBare = frame.name !== undefined && frame.form !== 'quoted';
    if (this.skip(notation.shortened) !== undefined) {
      this.put(frame, null, false);
      return;
    }
    if (character === '{' || character === '[' || character === '(') {
      if (frame.hasValue && !frame.isType && frame.isKeyed) {
        this.give(frame);
        return;
      }
      this.begin(character);
      return;
    }
    const quoted = this.quotes.at(this.at);
    if (quoted) {
      this.at = quoted.end;
      // Pieces of one string may follow each other without any sign.
      if (frame.holdsText && !frame.isType) frame.append(quoted.value);
      else this.put(frame, quoted.value, false);
      return;
    }
    if (this.isTypeWord(isBare)) {
      this.word = this.skip(notation.typeWord)?.trim() ?? '';
      return;
    }
    if (isBare && !frame.hasValue) {
      this.readBare(frame);
      return;
    }
    const constant = constantAt(this.text, this.at);
    if (constant) {
      this.at = constant.end;
      this.put(frame, constant.value, false);
      return;
    }
    const word = frame.bracket === '[' && !frame.isKeyed ? this.skip(notation.listWord) : undefined;
    if (word !== undefined) {
      this.put(frame, word, false);
      return;
    }
    if (/["'`]/.test(character) && this.quotes.isCut) this.cut(frame);
    else this.give(frame);
  }

  /** Its last string has no end in this text. */
  private cut(frame: Frame): void {
    this.isCut ||= this.open.isTelling;
    frame.isProse = true;
    this.isSound = false;
  }

  private isTypeWord(isBare: boolean): boolean {
    notation.typeWord.lastIndex = this.at;
    if (!notation.typeWord.test(this.text)) return false;
    notation.insideCall.lastIndex = notation.typeWord.lastIndex;
    return !isBare || this.text.startsWith('Optional[', this.at) || notation.insideCall.test(this.text);
  }

  private readBare(frame: Frame): void {
    const parent = this.open.outer;
    const { text, end } = bareValueAt(this.text, this.at, frame, parent !== undefined && !parent.isProse);
    this.at = end;
    const isValue = !text.endsWith(';') && frame.setBare(valueOf(text));
    if (notation.behindPrefix.test(text)) this.give(frame);
    // Code, not print: nothing is damaged.
    else if (!isValue) frame.isProse = true;
  }

  private put(frame: Frame, value: unknown, isType: boolean): void {
    const isNameless = frame.isKeyed && frame.name === undefined;
    if (isNameless && frame.bracket !== '(' && value !== unread) this.give(frame);
    else if (!frame.hasValue || frame.isType) frame.set(value, isType);
    else if (frame.name === undefined) {
      frame.endItem();
      frame.set(value, isType);
    } else this.give(frame);
  }

  private begin(bracket: Bracket): void {
    const left = this.open.push(new Frame(bracket, this.at, this.word));
    this.word = '';
    this.at++;
    for (const frame of left) this.leave(frame);
  }

  /** The outermost bracket never ends: what it holds so far stands for itself. */
  private leave(frame: Frame): void {
    this.isSound = false;
    this.isCut ||= frame.isTelling && !frame.isProse;
    for (const each of frame.alone ?? []) this.found.push(each);
  }

  /** Takes a bracket for prose after all. */
  private give(frame: Frame): void {
    frame.isProse = true;
    this.isSound = false;
    if (!frame.isTelling) return;
    if (frame.isLikeJson) this.isDamaged = true;
    else this.isGarbled = true;
  }

  private close(closer: string): void {
    const bracket = openers[closer] ?? '{';
    const end = ++this.at;
    if (!this.open.waitsFor(bracket)) {
      this.closeNothing(end);
      return;
    }
    while (this.open.innermost()?.bracket !== bracket) this.abandon();
    const frame = this.open.innermost();
    if (!frame) return;
    if (frame.name !== undefined && !frame.hasValue && frame.form === 'quoted') this.give(frame);
    if (frame.isProse) {
      this.abandon();
      return;
    }
    this.open.pop();
    const value = frame.result();
    const parent = this.open.innermost();
    if (typeof value === 'object' && value !== null) this.keep({ value, start: frame.start, end });
    if (parent && !parent.isProse) this.put(parent, value, bracket !== '{');
    if (!parent) this.readUntil = end;
  }

  /** A bracket that is no object leaves to those around it what it holds. */
  private abandon(): void {
    const frame = this.open.innermost();
    if (!frame) return;
    this.open.pop();
    this.isSound = false;
    const parent = this.open.innermost();
    for (const each of frame.alone ?? []) this.keep(each);
    if (parent && !parent.isProse) this.put(parent, unread, true);
  }

  private keep(object: PrintedObject): void {
    const parent = this.open.innermost();
    if (parent) (parent.alone ??= []).push(object);
    else this.found.push(object);
  }

  private closeNothing(end: number): void {
    const frame = this.open.innermost();
    if (frame && !frame.isProse) this.give(frame);
    if (frame) return;
    this.isCut ||= notation.fieldOfAnswer.test(this.text.slice(this.readUntil, end));
    this.readUntil = end;
  }

  private skip(expression: RegExp): string | undefined {
    expression.lastIndex = this.at;
    const match = expression.exec(this.text)?.[0];
    if (match === undefined) return undefined;
    this.at = expression.lastIndex;
    return match;
  }
}
