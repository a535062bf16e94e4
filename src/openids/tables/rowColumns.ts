import { type Mentions } from '../text/names/mentions';
import { columnRules, type ColumnRule } from './columns';
import { type Schema } from './schema';

const longestColumnList = 10_000;
/** A list of names as JSON has it, which may be those of the rows to come. */
const longestHeading = 2000;
const columnName = /^\s*\\{0,3}["'`]?[A-Za-z_][\w.]{0,60}\\{0,3}["'`]?\s*$/;
const comparison = /\s?=\s?\(/y;
/** UTF-16 units between a row and the next. */
const rowReach = 2000;

/** What the columns of a row are; `count` is missing where SQL's `VALUES` leaves no doubt that it is a row of them. */
export interface Row {
  readonly rules: readonly ColumnRule[];
  readonly count?: number;
}

/**
 * Follows names of columns that stand apart from their values: SQL's `INSERT … (columns) VALUES (…), (…)`, with or
 * without the columns, and a list of names before lists of values.
 */
export class RowColumns {
  /** What the columns say of the tuple that may begin here. */
  private rules: readonly ColumnRule[] | undefined;
  /** What the table says of which the name stood after INTO. */
  private tableRules: readonly ColumnRule[] | undefined;
  private groupStart = -1;
  private listStart = -1;
  /** The last bracketed group, as long as nothing has followed it. */
  private group: string | undefined;
  /** Dumps repeat the same columns in every statement. */
  private known: { readonly group: string; readonly rules: readonly ColumnRule[] | undefined } | undefined;
  private heading: Required<Row> | undefined;
  private headingAt = 0;

  constructor(
    private readonly text: string,
    private readonly schema: Schema,
    private readonly mentions: Mentions,
  ) {}

  open(opener: '(' | '[', at: number): void {
    this.listStart = at + 1;
    if (opener === '[') return;
    this.groupStart = at + 1;
    this.group = undefined;
  }

  close(closer: string, at: number): void {
    const { listStart, groupStart } = this;
    this.listStart = -1;
    if (closer === ')') {
      const fits = groupStart >= 0 && at - groupStart <= longestColumnList;
      this.group = fits ? this.text.slice(groupStart, at) : undefined;
      this.groupStart = -1;
    }
    // PostgreSQL's `Key (openid, unionid)=(…, …)`.
    comparison.lastIndex = at + 1;
    if (this.group !== undefined && comparison.test(this.text)) this.rules = this.rulesOf(this.group);
    if (listStart < 0 || at - listStart > longestHeading || !this.mentions.between(listStart, at)) return;
    const heading = headingOf(this.text.slice(listStart, at));
    if (!heading) return;
    this.heading = heading;
    this.headingAt = at;
  }

  word(start: number, end: number): void {
    const { group } = this;
    const length = end - start;
    if (length < 4 || length > 6 || !isInitial(this.text.charCodeAt(start) | 0x20)) {
      this.rules = undefined;
      this.group = undefined;
      return;
    }
    const word = this.text.slice(start, end).toLowerCase();
    this.rules = undefined;
    this.group = undefined;
    if (word === 'values' || word === 'value') {
      this.rules = group === undefined ? this.tableRules : (this.rulesOf(group) ?? undefined);
      // A table of that name counts only within its statement.
      if (group !== undefined) this.tableRules = undefined;
    } else if (word === 'into' || word === 'insert') this.tableRules = this.schema.rulesInto(start);
    else if (word === 'create') this.schema.define(start);
  }

  end(): void {
    this.rules = undefined;
    this.tableRules = undefined;
  }

  /** What is known of a row that opens at `at`, `inList` if within a list. */
  rowAt(at: number, inList: boolean): Row | undefined {
    if (this.rules) return { rules: this.rules };
    if (!this.heading || !inList || at - this.headingAt > rowReach) return undefined;
    return this.heading;
  }

  /** A row was read that ends at `at`. */
  readTo(at: number): void {
    this.headingAt = at;
    this.listStart = -1;
    this.groupStart = -1;
    this.group = undefined;
  }

  private rulesOf(group: string): readonly ColumnRule[] | undefined {
    if (this.known?.group !== group) this.known = { group, rules: columnRules(group.split(',')) };
    return this.known.rules;
  }
}

/** Whether VALUES, INTO, INSERT or CREATE may begin so; asked of every word. */
function isInitial(code: number): boolean {
  return code === 0x76 || code === 0x69 || code === 0x63;
}

function headingOf(group: string): Required<Row> | undefined {
  const names = group.split(',');
  if (names.length < 2 || !names.every(name => columnName.test(name))) return undefined;
  const rules = columnRules(names);
  return rules && { rules, count: names.length };
}
