import { isWordCode } from '../characters/characters';
import { endsWithPiece, isBareList } from './lists/bareList';
import { type GoverningName } from './names/governingName';
import { type NeverKind } from './names/names';
import { type Judge } from './judge';
import { type Nesting } from './lists/nesting';
import { closerOf, closingAt, isAssigned } from './quotes';
import { type Shared } from './shared';
import { longestValue } from './values';

/** A value that its name rules out is passed over as a whole, up to this many UTF-16 units. */
const longestSkipped = 2000;

/** Reads the strings of which a name or a list says what they are; all others are read as text. */
export class Strings {
  constructor(
    private readonly shared: Shared,
    private readonly name: GoverningName,
    private readonly nesting: Nesting,
    private readonly judge: Judge,
    private readonly end: number,
  ) {}

  /**
   * The string of which the opening quote stands from `start` to `end` and means `code`; `item` says that it may be
   * one of a list. Returns where to go on if the string is read or ruled out.
   */
  read(start: number, end: number, code: number, item: boolean): number | undefined {
    const { name } = this;
    if (!name.assigned && !name.neighbour && !item) return undefined;
    const { kind } = name;
    const opened = this.openedAt(start, end);
    if (kind === undefined || kind === 'openid') {
      return item || (name.assigned && kind === 'openid') ? this.value(start, opened, code, item) : undefined;
    }
    const { text } = this.shared;
    const closer = closerOf(text.slice(start, opened));
    const closing = closingAt(text, closer, opened, longestSkipped);
    if (closing < 0) return undefined;
    if (closing === opened && isThird(text, closer, opened + closer.length))
      return this.longString(kind, opened + 2 * closer.length, closer.repeat(3));
    // Below a heading may stand the next one.
    if (name.heading && this.shared.names.isName(opened, closing)) return undefined;
    this.shared.values.leaveOut(kind, opened, closing);
    return closing + closer.length;
  }

  /**
   * Where the string begins, the quotes of which may be doubled, as in JSON that is a cell of CSV and in SQL that is
   * a string of SQL: `""unionid"":""…""`.
   */
  private openedAt(start: number, end: number): number {
    const { text } = this.shared;
    const quote = text.slice(start, end);
    const doubled = end + quote.length;
    return text.startsWith(quote, end) &&
      isWordCode(text.charCodeAt(doubled)) &&
      closingAt(text, quote.repeat(2), doubled, longestSkipped) >= 0
      ? doubled
      : end;
  }

  /** Leaves out a string on several lines, which three quotes open and close, unless the end of the text is before. */
  private longString(kind: NeverKind, start: number, closer: string): number | undefined {
    const { text, values } = this.shared;
    const length = text.slice(start, start + longestSkipped).indexOf(closer);
    if (length < 0 && /[\r\n]/.test(text.charAt(start)) && text.length - start <= longestSkipped) {
      values.leaveOut(kind, start, text.length);
      return text.length;
    }
    if (length < 0) return undefined;
    values.leaveOut(kind, start, start + length);
    return start + length + closer.length;
  }

  private value(start: number, end: number, code: number, item: boolean): number | undefined {
    const { nesting } = this;
    const { text, values, names, hits } = this.shared;
    if (item && nesting.kind !== 'every' && nesting.kind !== 'undecided') return undefined;
    const closer = closerOf(text.slice(start, end));
    const closing = closingAt(text, closer, end, longestValue);
    if (closing < 0) {
      if (item && nesting.kind === 'every' && endsWithPiece(text, end)) hits.addCut();
      return undefined;
    }
    const after = closing + closer.length;
    if (item && isAssigned(text, after)) {
      // Outside of all brackets, the key of a cut object.
      if (nesting.depth === 0) nesting.kind = 'free';
      return undefined;
    }
    // Typographic quotes are dirt to be reported, straight ones belong to the form.
    const [from, to] = code < 128 ? [end, closing] : [start, after];
    if (item && nesting.kind === 'undecided') {
      this.decide(start, from, to);
      if (this.nesting.kind !== 'every') return undefined;
    }
    // The name of the next item, perhaps: it is read as a word.
    if (item && names.isName(from, to)) return undefined;
    return values.take(from, to, item ? 'any' : 'named') ? after : undefined;
  }

  /** The first string of a list tells what the others are. */
  private decide(start: number, from: number, to: number): void {
    const { nesting, judge } = this;
    const { text, values } = this.shared;
    nesting.kind = 'free';
    const isList = values.looksRandom(from, to) || (nesting.depth === 0 && isBareList(text, start, this.end));
    if (!isList) return;
    // Where names around say what it is, each item is asked about for itself.
    const kind = judge.kindAround(from, to);
    if (kind === undefined || kind === 'openid') nesting.kind = 'every';
  }
}

/** Whether a third quote stands here and no fourth: four are an empty string of which the quotes are doubled. */
function isThird(text: string, quote: string, at: number): boolean {
  return text.startsWith(quote, at) && !text.startsWith(quote, at + quote.length);
}
