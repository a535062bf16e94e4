import { characterClass } from '../characters/characters';
import { isOfUrl } from '../tables/binds';
import { ResultRows } from '../tables/resultRows';
import { RowReader } from '../tables/rowReader';
import { afterSign } from '../openid/shape';
import { beginsWithPiece } from './lists/bareList';
import { GoverningName } from './names/governingName';
import { interludes } from './names/interludes';
import { Judge } from './judge';
import { listKind } from './lists/listKind';
import { Markup } from './markup';
import { Nesting } from './lists/nesting';
import { preambleEnd } from './lists/preamble';
import { type Shared } from './shared';
import { Strings } from './strings';
import { Surroundings } from './surroundings';
import { Tokens } from './tokens';
import { operatorEnd, prefixedAt, valueAfter } from './names/wrapping';

const shortestPlausible = 16;

const slash = 0x2f;
const lessThan = 0x3c;
const greaterThan = 0x3e;
const bar = 0x7c;
const minus = 0x2d;
const dollar = 0x24;
const percent = 0x25;
const questionMark = 0x3f;

/**
 * Reads any text but tables: JSON and its kin, SQL, XML, URLs, logs, prose, whole or cut anywhere. Token by
 * token it keeps the name that governs the next value and the kinds of the lists it is in, and nothing else.
 */
export class Reader {
  private readonly text: string;
  private readonly tokens: Tokens;
  private readonly name: GoverningName;
  private readonly nesting = new Nesting('undecided');
  private readonly markup: Markup;
  private readonly around: Surroundings;
  private readonly judge: Judge;
  private readonly strings: Strings;
  /** Missing within a tuple, so that tuples in tuples are not followed down. */
  private readonly rows: RowReader | undefined;
  private readonly results: ResultRows | undefined;
  private readonly preambleEnd: number;
  /** Whether a string that begins here would be an item of a list. */
  private atItem = true;
  private atLineStart = true;
  /** Whether there was nothing but lists of strings so far. */
  private bare = true;

  constructor(
    private readonly shared: Shared,
    start: number,
    private readonly end: number,
    withTuples = true,
  ) {
    const { text, names, values, mentions } = shared;
    this.text = text;
    this.tokens = new Tokens(text, start, end);
    this.name = new GoverningName(text, names);
    this.markup = new Markup(text, values);
    this.around = new Surroundings(text, names, mentions);
    this.judge = new Judge(shared, this.name, this.nesting, this.markup, this.around);
    this.strings = new Strings(shared, this.name, this.nesting, this.judge, end);
    if (withTuples) {
      this.rows = new RowReader(shared, this.around.binds, this.readPart);
      this.results = new ResultRows(text, values, this.readPart);
    }
    this.preambleEnd = preambleEnd(text, start, end);
  }

  /** How far the text is read. */
  get at(): number {
    return this.tokens.end;
  }

  /** Goes on after what another reader has read. */
  skipTo(at: number): void {
    this.tokens.end = at;
    this.name.clear();
  }

  /** Reads a part of the text by itself. */
  readAll(): void {
    this.shared.values.within(this.end, () => {
      while (this.at < this.end) this.readLine(this.end);
    });
  }

  /** Reads to the end of the line, or to the first token that ends at `until` or after it. */
  readLine(until: number): void {
    while (this.tokens.end < until) {
      const token = this.tokens.next();
      if (token === 'done') return;
      if (this.atLineStart && token !== 'word' && token !== 'space') {
        this.atLineStart = false;
        this.name.endSequence();
      }
      switch (token) {
        case 'word':
          this.word();
          break;
        case 'newline':
          this.name.endLine(this.tokens.start);
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
          this.comma();
          break;
        case 'separator':
          this.separator();
          break;
        case 'open':
          this.open(String.fromCharCode(this.tokens.code));
          break;
        case 'close':
          this.close(String.fromCharCode(this.tokens.code));
          break;
        case 'other':
          this.other();
          break;
        default:
          break;
      }
    }
  }

  private readonly readPart = (from: number, to: number): void => {
    new Reader(this.shared, from, to, false).readAll();
  };

  private word(): void {
    const { text, name } = this;
    const { end, partial } = this.tokens;
    const atLineStart = this.atLineStart;
    this.atLineStart = false;
    if (atLineStart && this.skip(interludes.atLineStart(text, name, this.tokens.start, end))) return;
    // YAML's sign of an item; elsewhere part of an arrow.
    if (end - this.tokens.start === 1 && text.charCodeAt(this.tokens.start) === minus) return;
    if (this.skip(interludes.atWord(text, name, this.tokens.start))) return;
    const start = atLineStart ? afterSign(text, this.tokens.start, end) : this.tokens.start;
    if (!partial && end - start >= shortestPlausible && this.judge.word(start, end, this.tokens.invisible))
      return;
    if (this.nesting.depth === 0) this.outermostWord(start, end);
    this.rows?.columns.word(start, end);
    if (this.wrap(start) || this.around.choices.word(start, end, name)) return;
    if (name.assigned) this.around.pairs.word(name, start, end, this.nesting.depth);
    const before = text.charCodeAt(start - 1);
    if (before === slash) this.markup.endTag(start, name);
    name.set(start, end);
    this.atItem = false;
    if (before === lessThan) this.startTag(start, end);
  }

  /** Whether what begins here only wraps the value to come, which then keeps its name. */
  private wrap(start: number): boolean {
    const { name, tokens, text } = this;
    // PHP's sessions have a bar: `unionid|s:28:"…";`
    if (!name.present || (!name.assigned && !name.neighbour && text.charCodeAt(start - 1) !== bar))
      return false;
    const at = valueAfter(text, start, tokens.end, () => name.kind !== undefined);
    if (at === undefined || at > this.end) return false;
    tokens.end = at;
    return true;
  }

  /** A word outside all brackets and strings shows that the text is no list, unless it is the end of a cut string. */
  private outermostWord(start: number, end: number): void {
    if (start < this.preambleEnd) return;
    if (start === 0 && characterClass(this.text.charCodeAt(end)) === 'quote') {
      if (beginsWithPiece(this.text, end, this.end)) this.shared.hits.addCut();
      return;
    }
    this.bare = false;
    if (this.nesting.kind === 'undecided') this.nesting.kind = 'free';
  }

  private quote(): void {
    const { start, end, code } = this.tokens;
    const item = this.atItem && !this.name.present;
    this.atItem = false;
    const at = this.strings.read(start, end, code, item);
    if (at === undefined) return;
    // A heading goes on to govern what stands below.
    if (this.name.heading) this.tokens.end = Math.min(at, this.end);
    else this.pass(at);
  }

  /** Goes on at a place, if there is one, behind what was read. */
  private pass(at: number | undefined): void {
    if (at === undefined) return;
    this.tokens.end = Math.min(at, this.end);
    this.name.clear();
  }

  private assign(): void {
    const { name, text, tokens } = this;
    const { start, end, code } = tokens;
    this.atItem = false;
    if (code === greaterThan) this.pass(this.markup.endOfStartTag(start, end, name));
    if (this.skip(interludes.atSign(text, name, code, end))) return;
    name.assign(start, end);
    if (this.skip(interludes.behindSign(text, name, code, end))) return;
    if (text[start] === ':' && name.isOfLength(3, 7)) this.pass(this.results?.line(name.word, end));
  }

  private comma(): void {
    const { name, tokens, text } = this;
    name.endItem(tokens.start);
    this.atItem = true;
    if (name.neighbour) tokens.end = Math.min(this.end, operatorEnd(text, tokens.end) ?? tokens.end);
  }

  private separator(): void {
    const { name, tokens, text } = this;
    // PHP's serialize ends names so: `s:7:"unionid";s:28:"…";`
    if (name.isQuoted(tokens.start) && prefixedAt(text, tokens.end) !== undefined) name.endItem(tokens.start);
    else name.clear();
    this.rows?.columns.end();
  }

  private other(): void {
    const { name, tokens, text } = this;
    this.atItem = false;
    const { start, end, code } = tokens;
    if (code === questionMark ? !isOfUrl(text, start, end) : code === percent && text[end] === 's')
      this.placeholder(end);
    // The condition of a choice names none of what is chosen: `unionid ? "…" : null`.
    if (code === questionMark && !name.assigned && text[end] === ' ') name.clear();
    else if (code === dollar && /\d/.test(text.charAt(end))) this.placeholder(end);
    if (name.present) tokens.end = name.goOn(start, end);
  }

  /** Whether there is something that is passed over, up to `at`. */
  private skip(at: number | undefined): boolean {
    if (at !== undefined) this.tokens.end = Math.min(at, this.end);
    return at !== undefined;
  }

  private placeholder(end: number): void {
    const { name, around } = this;
    around.binds.add(name.assigned || name.beforeList ? name.kind : undefined, end);
    // It is the value.
    if (name.assigned) name.clear();
  }

  private startTag(start: number, end: number): void {
    this.around.pairs.forget();
    this.pass(this.markup.startTag(start, end));
  }

  private open(opener: string): void {
    const { name, tokens, text, nesting } = this;
    if (this.skip(interludes.atBracket(text, name, tokens.start, tokens.end))) return;
    if (opener === '{' && name.assigned && text[tokens.end] === '}' && name.isBare)
      this.placeholder(tokens.end + 1);
    if (opener === '(' && name.beforeList) this.skip(this.around.binds.addList(name.kind, tokens.end));
    if (opener === '(' || opener === '[') {
      const after = this.rows?.read(opener, tokens.end, nesting.isIn('[') || nesting.isIn('('));
      if (after !== undefined) {
        this.pass(after);
        return;
      }
      this.rows?.columns.open(opener, tokens.start);
    }
    const kind = listKind(text, tokens.start, opener, name, nesting, this.bare);
    if (kind === 'none' && name.kind !== undefined && name.kind !== 'openid') this.judge.ruleOut(name.kind);
    if (nesting.depth === 0 && opener !== '[') this.bare = false;
    nesting.push(opener, kind);
    name.enter();
    this.atItem = true;
  }

  private close(closer: string): void {
    const { name, tokens, text } = this;
    if (closer === ')' || closer === ']') this.rows?.columns.close(closer, tokens.start);
    this.nesting.pop(closer);
    this.around.pairs.end(this.nesting.depth);
    // `[unionid] => …`, `row['unionid'] = …`, `get("unionid") == …`, `ID (unionid): …`: it counts beyond its bracket.
    const counts =
      closer === ']' ||
      name.isBracketed(tokens.start, tokens.end) ||
      (closer === ')' && name.isQuoted(tokens.start));
    if (!counts || name.assigned || text[tokens.end] === ',') name.clear();
    this.atItem = false;
  }
}
