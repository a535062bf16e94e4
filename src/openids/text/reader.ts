import { type ColumnRule, kindOfRule, takeRow } from '../tables/columns';
import { ResultRows } from '../tables/resultRows';
import { RowColumns } from '../tables/rowColumns';
import { longestTuple, readTuple } from '../tables/tuples';
import { characterClass } from '../characters/characters';
import { isUsual } from '../openid/shape';
import { beginsWithPiece, endsWithPiece, isBareList } from './bareList';
import { GoverningName } from './governingName';
import { Markup } from './markup';
import { type NameKind, type NeverKind } from './names';
import { listKind } from './lists';
import { Nesting } from './nesting';
import { preambleEnd } from './preamble';
import { closerOf, closingAt, isAssigned } from './quotes';
import { type Shared } from './shared';
import { Surroundings } from './surroundings';
import { Tokens } from './tokens';
import { longestValue } from './values';
import { operatorEnd, prefixedAt, wrappedAt } from './wrapping';

/** A value that its name rules out is passed over as a whole, up to this many UTF-16 units. */
const longestSkipped = 2000;
const shortestPlausible = 16;

/** What PHP's var_dump writes between a name and its value. */
const phpType = /\s{0,100}string\(\d{1,9}\)/y;

const lineNumber = /\d{1,6}(?:[).](?=\s)|(?=[\r\n]))/y;

const greaterThan = 0x3e;
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
  /** Missing within a tuple, so that tuples in tuples are not followed down. */
  private readonly rows: RowColumns | undefined;
  private readonly results: ResultRows | undefined;
  private readonly preambleEnd: number;
  private readonly cells: number[] = [];
  /** Whether a string that begins here would be an item of a list. */
  private atItem = true;
  private atLineStart = true;
  private noTupleBefore = 0;
  /** Whether there was nothing but lists of strings so far. */
  private bare = true;
  /** What the last name was that ruled a list out. */
  private ruledOutBy: NeverKind = 'unionid';

  constructor(
    private readonly shared: Shared,
    start: number,
    private readonly end: number,
    withTuples = true,
  ) {
    const { text, names, values, mentions, mentionsInLists, schema } = shared;
    this.text = text;
    this.tokens = new Tokens(text, start, end);
    this.name = new GoverningName(text, names);
    this.markup = new Markup(text, values);
    this.around = new Surroundings(text, names, mentions);
    if (withTuples) {
      this.rows = new RowColumns(text, schema, mentionsInLists);
      this.results = new ResultRows(text, values, this.readPart);
    }
    this.preambleEnd = preambleEnd(text, start, end);
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
        case 'space':
        case 'bar':
          break;
        case 'done':
          return;
      }
    }
  }

  private readonly readPart = (from: number, to: number): void => {
    new Reader(this.shared, from, to, false).readAll();
  };

  private startLine(): void {
    this.atLineStart = false;
    this.name.endSequence();
  }

  private word(): void {
    const { text, name } = this;
    const { start, end, partial } = this.tokens;
    const atLineStart = this.atLineStart;
    this.atLineStart = false;
    if (end - start === 1 && text[start] === '-') {
      // YAML's sign of an item; elsewhere part of an arrow.
      if (atLineStart) name.startItem();
      return;
    }
    if (atLineStart) name.endSequence();
    // Redis numbers its lines, and tells the length of a value above it.
    if (name.heading && end - start <= 6 && this.passNumber(start)) return;
    if (!partial && end - start >= shortestPlausible && this.candidate(start, end)) return;
    if (this.nesting.depth === 0) this.outermostWord(start, end);
    this.rows?.word(start, end);
    if (this.wrap(start)) return;
    if (name.assigned && name.present) this.around.pairs.word(name.word, start, end, this.nesting.depth);
    if (text[start - 1] === '/' && text[start - 2] === '<') this.markup.endTag(start, name);
    name.set(start, end);
    this.atItem = false;
    if (text[start - 1] === '<') this.startTag(start, end);
  }

  private passNumber(start: number): boolean {
    lineNumber.lastIndex = start;
    if (!lineNumber.test(this.text)) return false;
    this.tokens.end = Math.min(lineNumber.lastIndex, this.end);
    return true;
  }

  /** Whether what begins here only wraps the value to come, which then keeps its name. */
  private wrap(start: number): boolean {
    const { name, tokens, text } = this;
    // PHP's sessions have a bar: `unionid|s:28:"…";`
    if (!name.present || (!name.assigned && !name.neighbour && text[start - 1] !== '|')) return false;
    const at = prefixedAt(text, start) ?? (name.kind === undefined ? undefined : wrappedAt(text, start));
    if (at === undefined || at > this.end) return false;
    tokens.end = Math.max(at, start + 1);
    return true;
  }

  /** Takes the word or leaves it out; whether the name before it goes on to govern what stands below. */
  private candidate(start: number, end: number): boolean {
    const { name, nesting } = this;
    const { values } = this.shared;
    const mayBeUsual = this.tokens.invisible || isUsual(this.text, start, end);
    if (!mayBeUsual && !name.promises) return false;
    const kind = name.kind ?? (mayBeUsual ? this.kindAround(start, end) : undefined);
    if (kind !== undefined && kind !== 'openid') {
      values.leaveOut(kind, start, end);
      return name.heading;
    }
    if (mayBeUsual) {
      const isNamed = kind === 'openid' || nesting.kind === 'every';
      if (isNamed ? values.takeUsual(start, end) : values.takeFree(start, end)) return false;
    }
    if (name.kind === 'openid' && name.promises) values.take(start, end, 'plausible');
    return false;
  }

  private kindAround(start: number, end: number): NameKind | undefined {
    const { name, nesting } = this;
    if (nesting.kind === 'none') return this.ruledOutBy;
    const named = this.markup.kindAt(start);
    if (named !== undefined) return named;
    const { assigned, present } = name;
    const word = present ? name.word : undefined;
    return this.around.kindOf({ start, end, name: word, assigned, depth: nesting.depth });
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
    const { start, end } = this.tokens;
    const { name, text } = this;
    const item = this.atItem && !name.present;
    this.atItem = false;
    if (!name.assigned && !name.neighbour && !item) return;
    const { kind } = name;
    if (kind === undefined || kind === 'openid') {
      if (item || (name.assigned && kind === 'openid')) this.string(item);
      return;
    }
    const closer = closerOf(text.slice(start, end));
    const closing = closingAt(text, closer, end, longestSkipped);
    if (closing < 0) return;
    this.shared.values.leaveOut(kind, end, closing);
    if (name.heading) this.tokens.end = Math.min(closing + closer.length, this.end);
    else this.pass(closing + closer.length);
  }

  private string(item: boolean): void {
    const { text, nesting } = this;
    const { values, names, hits } = this.shared;
    const { start, end, code } = this.tokens;
    if (item && nesting.kind !== 'every' && nesting.kind !== 'undecided') return;
    const closer = closerOf(text.slice(start, end));
    const closing = closingAt(text, closer, end, longestValue);
    if (closing < 0) {
      if (item && nesting.kind === 'every' && endsWithPiece(text, end)) hits.addCut();
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
      const isList =
        values.looksRandom(from, to) || (nesting.depth === 0 && isBareList(text, start, this.end));
      nesting.kind = isList ? 'every' : 'free';
      if (nesting.kind === 'free') return;
      const kind = this.kindAround(from, to);
      if (kind !== undefined && kind !== 'openid') {
        nesting.kind = nesting.depth > 0 ? 'none' : 'free';
        this.ruledOutBy = kind;
        return;
      }
    }
    // The name of the next item, perhaps: it is read as a word.
    if (item && names.isName(text.slice(from, to))) return;
    if (values.take(from, to, item ? 'any' : 'named')) this.pass(after);
  }

  private pass(at: number): void {
    this.tokens.end = Math.min(at, this.end);
    this.name.clear();
  }

  private assign(): void {
    const { start, end, code } = this.tokens;
    const { name, text } = this;
    this.atItem = false;
    if (code === greaterThan) {
      const content = this.markup.endOfStartTag(start, end, name);
      if (content !== undefined) this.pass(content);
    }
    name.assign(start, end);
    if (code === greaterThan && name.assigned) {
      phpType.lastIndex = end;
      if (phpType.test(text)) this.tokens.end = phpType.lastIndex;
    } else if (this.results && name.present && text[start] === ':') {
      const lineEnd = this.results.line(name.word, end);
      if (lineEnd !== undefined) this.pass(lineEnd);
    }
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
    this.rows?.end();
  }

  private other(): void {
    const { name, tokens, text } = this;
    this.atItem = false;
    const { start, end, code } = tokens;
    if (code === questionMark || (code === percent && text[end] === 's')) this.placeholder(end);
    // The condition of a choice names none of what is chosen: `unionid ? "…" : null`.
    if (code === questionMark && !name.assigned && text[end] === ' ') name.clear();
    else if (code === dollar && /\d/.test(text.charAt(end))) this.placeholder(end);
    if (name.present) tokens.end = name.goOn(start, end);
  }

  private placeholder(end: number): void {
    const { name, around } = this;
    around.binds.add(name.assigned || name.beforeList ? name.kind : undefined, end);
  }

  private startTag(start: number, end: number): void {
    this.around.pairs.forget();
    const at = this.markup.startTag(start, end);
    if (at !== undefined) this.pass(at);
  }

  private open(opener: string): void {
    const { name, tokens, text, nesting } = this;
    const remarkEnd = name.remarkEnd(tokens.start);
    if (remarkEnd !== undefined) {
      tokens.end = remarkEnd;
      return;
    }
    if (opener === '{' && name.assigned && text[tokens.end] === '}' && name.isBare)
      this.placeholder(tokens.end + 1);
    if (opener === '(' && name.present && text[tokens.end] === ')') {
      // A call without arguments: what it gives still has the name.
      tokens.end++;
      return;
    }
    if (opener === '(' || opener === '[') {
      if (this.row(opener)) return;
      this.rows?.open(opener, tokens.start);
    }
    const kind = listKind(text, tokens.start, opener, name, nesting, this.bare);
    if (kind === 'none' && name.kind !== undefined && name.kind !== 'openid') this.ruledOutBy = name.kind;
    if (nesting.depth === 0 && opener !== '[') this.bare = false;
    nesting.push(opener, kind);
    name.enter();
    this.atItem = true;
  }

  /** A row of values whose columns are known. */
  private row(opener: '(' | '['): boolean {
    const { rows, text, cells, nesting } = this;
    const start = this.tokens.end;
    const row = rows?.rowAt(start, nesting.isIn('[') || nesting.isIn('('));
    if (!rows || !row || start < this.noTupleBefore) return false;
    const end = readTuple(text, start, cells, opener === '(' ? ')' : ']');
    if (end < 0) {
      // Looking that far ahead again and again would not be linear.
      this.noTupleBefore = start + longestTuple;
      return false;
    }
    if (row.count !== undefined && row.count * 2 !== cells.length) return false;
    if (!this.areBinds(row.rules)) takeRow(cells, row.rules, this.shared.values, this.readPart);
    rows.readTo(end);
    this.pass(end + 1);
    return true;
  }

  /** Whether the row just read is of placeholders, which stand for values of those columns. */
  private areBinds(rules: readonly ColumnRule[]): boolean {
    const { cells, text, around } = this;
    const areBinds = cells.every(
      (at, i) =>
        i % 2 === 1 ||
        /^(?:\?|%s|[$:@]\w{1,40})$/.test(text.slice(at, Math.min(cells[i + 1] ?? 0, at + 50)).trim()),
    );
    if (areBinds) {
      rules.forEach((rule, i) => around.binds.add(kindOfRule(rule), cells[i * 2 + 1] ?? cells.at(-1) ?? 0));
    }
    return areBinds;
  }

  private close(closer: string): void {
    const { name, tokens, text } = this;
    if (closer === ')' || closer === ']') this.rows?.close(closer, tokens.start);
    this.nesting.pop(closer);
    this.around.pairs.end(this.nesting.depth);
    // `[unionid] => …`, `row['unionid'] = …`, `get("unionid") == …`: the name counts beyond its bracket.
    const counts = closer === ']' || (closer === ')' && name.isQuoted(tokens.start));
    if (!counts || name.assigned || text[tokens.end] === ',') name.clear();
    this.atItem = false;
  }
}
