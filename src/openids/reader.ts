import { beginsWithPiece, endsWithPiece, isBareList } from './bareList';
import { characterClass } from './characters';
import { takeRow } from './columns';
import { type Hits } from './findings';
import { GoverningName } from './governingName';
import { Insertion } from './insertion';
import { Markup } from './markup';
import { type Names } from './names';
import { type ListKind, Nesting } from './nesting';
import { closerOf, closingAt, isAssigned } from './quotes';
import { isUsual } from './shape';
import { Tokens } from './tokens';
import { longestTuple, readTuple } from './tuples';
import { longestValue, Values } from './values';

/** A value that its name rules out is passed over as a whole, up to this many UTF-16 units. */
const longestSkipped = 2000;
const shortestPlausible = 16;

/** White space and comments before anything else; an array after them is the bare list of JSON with comments. */
const preamble = /^(?:\s|\/\/.*|\/\*(?:[^*]|\*(?!\/))*\*\/)*/;
const longestPreamble = 10_000;

/** What PHP's var_dump writes between a name and its value. */
const phpType = /\s{0,100}string\(\d{1,9}\)/y;

const greaterThan = 0x3e;

/**
 * Reads any text but tables: JSON and its kin, SQL, XML, URLs, logs, prose, whole or cut anywhere. Token by
 * token it keeps the name that governs the next value and the kinds of the lists it is in, and nothing else.
 */
export class Reader {
  private readonly tokens: Tokens;
  private readonly name: GoverningName;
  private readonly nesting = new Nesting('undecided');
  private readonly values: Values;
  private readonly markup: Markup;
  /** Missing within a tuple, so that tuples in tuples are not followed down. */
  private readonly insertion: Insertion | undefined;
  private readonly preambleEnd: number;
  private readonly cells: number[] = [];
  /** Whether a string that begins here would be an item of a list. */
  private atItem = true;
  private atLineStart = true;
  private noTupleBefore = 0;
  /** Whether there was nothing but lists of strings so far. */
  private bare = true;

  constructor(
    private readonly text: string,
    private readonly hits: Hits,
    private readonly names: Names,
    start: number,
    private readonly end: number,
    withTuples = true,
  ) {
    this.tokens = new Tokens(text, start, end);
    this.name = new GoverningName(text, names);
    this.values = new Values(text, hits, names);
    this.markup = new Markup(text, this.values);
    this.insertion = withTuples ? new Insertion(text) : undefined;
    this.preambleEnd = start + (preamble.exec(text.slice(start, start + longestPreamble))?.[0].length ?? 0);
  }

  /** How far the text is read. */
  get at(): number {
    return this.tokens.end;
  }

  /** Goes on further down, after what another reader has read. */
  skipTo(at: number): void {
    this.tokens.end = at;
    this.name.clear();
  }

  readAll(): void {
    while (this.at < this.end) this.readLine(this.end);
  }

  /** Reads to the end of the line, or to the first token that ends at `until` or after it. */
  readLine(until: number): void {
    while (this.tokens.end < until) {
      const token = this.tokens.next();
      if (this.atLineStart && token !== 'word' && token !== 'space') this.startLine();
      switch (token) {
        case 'word':
          this.word();
          break;
        case 'newline':
          this.name.endLine();
          this.atItem = true;
          this.atLineStart = true;
          return;
        case 'quote':
          this.quote();
          break;
        case 'assign':
          this.assign();
          break;
        case 'comma':
          this.name.clear();
          this.atItem = true;
          break;
        case 'separator':
          this.name.clear();
          this.insertion?.end();
          break;
        case 'open':
          this.open(String.fromCharCode(this.tokens.code));
          break;
        case 'close':
          this.close(String.fromCharCode(this.tokens.code));
          break;
        case 'other':
          this.atItem = false;
          if (this.name.present) this.tokens.end = this.name.goOn(this.tokens.start, this.tokens.end);
          break;
        case 'space':
        case 'bar':
          break;
        case 'done':
          return;
      }
    }
  }

  private startLine(): void {
    this.atLineStart = false;
    this.name.endSequence();
  }

  private word(): void {
    const { start, end, partial } = this.tokens;
    const atLineStart = this.atLineStart;
    this.atLineStart = false;
    if (end - start === 1 && this.text[start] === '-') {
      // YAML's sign of an item; elsewhere part of an arrow.
      if (atLineStart) this.name.startItem();
      return;
    }
    if (atLineStart) this.name.endSequence();
    if (!partial && end - start >= shortestPlausible) this.candidate(start, end);
    if (this.nesting.depth === 0) this.outermostWord(start, end);
    this.insertion?.word(start, end);
    this.name.set(start, end);
    this.atItem = false;
    if (this.text[start - 1] === '<') this.passTo(this.markup.tag(start, end));
  }

  private candidate(start: number, end: number): void {
    const mayBeUsual = this.tokens.invisible || isUsual(this.text, start, end);
    if (!mayBeUsual && !this.name.promises) return;
    const kind = this.name.kind;
    if (kind === 'never' || (kind === undefined && this.nesting.kind === 'none')) return;
    if (mayBeUsual && this.values.takeUsual(start, end)) return;
    if (kind === 'openid' && this.name.promises) this.values.take(start, end, 'plausible');
  }

  /** A word outside all brackets and strings shows that the text is no list, unless it is the end of a cut string. */
  private outermostWord(start: number, end: number): void {
    if (start < this.preambleEnd) return;
    if (start === 0 && characterClass(this.text.charCodeAt(end)) === 'quote') {
      if (beginsWithPiece(this.text, end, this.end)) this.hits.addCut();
      return;
    }
    this.bare = false;
    if (this.nesting.kind === 'undecided') this.nesting.kind = 'free';
  }

  private quote(): void {
    const { start, end } = this.tokens;
    const item = this.atItem && !this.name.present;
    this.atItem = false;
    if (this.name.assigned && this.name.kind === 'never') {
      const closer = closerOf(this.text.slice(start, end));
      const closing = closingAt(this.text, closer, end, longestSkipped);
      if (closing >= 0) this.pass(closing + closer.length);
    } else if (item || (this.name.assigned && this.name.kind === 'openid')) {
      this.string(item);
    }
  }

  private string(item: boolean): void {
    const { text, values, nesting } = this;
    const { start, end, code } = this.tokens;
    if (item && nesting.kind !== 'every' && nesting.kind !== 'undecided') return;
    const closer = closerOf(text.slice(start, end));
    const closing = closingAt(text, closer, end, longestValue);
    if (closing < 0) {
      if (item && nesting.kind === 'every' && endsWithPiece(text, end)) this.hits.addCut();
      return;
    }
    const after = closing + closer.length;
    if (item && isAssigned(text, after)) {
      // Outside of all brackets, the key of a cut object.
      if (nesting.depth === 0) nesting.kind = 'free';
      return;
    }
    // Typographic quotes are dirt to be reported, straight ones belong to the form.
    const [from, to] = code < 128 ? [end, closing] : [start, after];
    if (item && nesting.kind === 'undecided') {
      const isList = values.isUsual(from, to) || (nesting.depth === 0 && isBareList(text, start, this.end));
      nesting.kind = isList ? 'every' : 'free';
      if (nesting.kind === 'free') return;
    }
    if (values.take(from, to, 'any')) this.pass(after);
  }

  private passTo(at: number | undefined): void {
    if (at !== undefined) this.pass(at);
  }

  private pass(at: number): void {
    this.tokens.end = Math.min(at, this.end);
    this.name.clear();
  }

  private assign(): void {
    const { start, end, code } = this.tokens;
    this.atItem = false;
    this.name.assign();
    if (code !== greaterThan) return;
    if (this.name.isTag(start)) {
      this.passTo(this.markup.content(this.name, end));
    } else if (this.name.assigned) {
      phpType.lastIndex = end;
      if (phpType.test(this.text)) this.tokens.end = phpType.lastIndex;
    }
  }

  private open(opener: string): void {
    const remarkEnd = this.name.remarkEnd(this.tokens.start);
    if (remarkEnd !== undefined) {
      this.tokens.end = remarkEnd;
      return;
    }
    if (opener === '(') {
      if (this.tuple()) return;
      this.insertion?.open(this.tokens.start);
    }
    const kind = this.listKind(opener);
    if (this.nesting.depth === 0 && opener !== '[') this.bare = false;
    this.nesting.push(opener, kind);
    this.name.clear();
    this.atItem = true;
  }

  /** A tuple of SQL whose columns are known. */
  private tuple(): boolean {
    const { insertion, text, cells, values } = this;
    const start = this.tokens.end;
    if (!insertion?.rules || start < this.noTupleBefore) return false;
    const end = readTuple(text, start, cells);
    if (end < 0) {
      // Looking that far ahead again and again would not be linear.
      this.noTupleBefore = start + longestTuple;
      return false;
    }
    takeRow(cells, insertion.rules, values, (from, to) => {
      new Reader(text, this.hits, this.names, from, to, false).readAll();
    });
    this.pass(end + 1);
    return true;
  }

  private close(closer: string): void {
    if (closer === ')') this.insertion?.close(this.tokens.start);
    this.nesting.pop(closer);
    // `[unionid] => …` and `row['unionid'] = …`: the name counts beyond its bracket.
    if (closer !== ']' || this.name.assigned) this.name.clear();
    this.atItem = false;
  }

  private listKind(opener: string): ListKind {
    const { name, nesting } = this;
    if (opener === '{') return this.isRuledOut() ? 'none' : 'free';
    if (name.kind === 'never' || (name.kind === undefined && nesting.kind === 'none')) return 'none';
    if (opener === '(' && !name.beforeList) return 'free';
    if (name.kind === 'openid' && (name.assigned || name.beforeList)) return 'every';
    if (nesting.depth === 0 && this.bare && !name.present) return 'every';
    // A list directly in a list is a row, which holds more than openids.
    return nesting.isIn('[') ? 'free' : 'undecided';
  }

  /** Whether an object that opens here holds a unionid however it is wrapped. One in the first column is a new text. */
  private isRuledOut(): boolean {
    const { name, nesting, tokens, text } = this;
    if (name.assigned && name.isUnionid) return true;
    return (
      nesting.kind === 'none' && name.kind !== 'openid' && !/[\r\n]/.test(text[tokens.start - 1] ?? '\n')
    );
  }
}
