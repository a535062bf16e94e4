import { type Shared } from '../text/shared';
import { type Binds } from './binds';
import { type ColumnRule, kindOfRule, takeRow } from './columns';
import { RowColumns } from './rowColumns';
import { longestTuple, readTuple } from './tuples';

const placeholder = /^\s*(?:\?|%s|[$:@]\w{1,40})\s*$/;
const longestPlaceholder = 60;
/** Rows that a cut text leaves open, each within the one before it. Hostile text may have thousands. */
const mostOpen = 20;

/** Reads the tuples of SQL and the lists of JSON of which the columns are named elsewhere. */
export class RowReader {
  readonly columns: RowColumns;
  private readonly cells: number[] = [];
  private noTupleBefore = 0;
  private leftOpen = 0;

  constructor(
    private readonly shared: Shared,
    private readonly binds: Binds,
    private readonly readText: (start: number, end: number) => void,
  ) {
    this.columns = new RowColumns(shared.text, shared.schema, shared.mentionsInLists);
  }

  /** Reads the row that begins just before `start`, if it is one; returns where to go on. */
  read(opener: '(' | '[', start: number, inList: boolean): number | undefined {
    const { columns, cells } = this;
    const row = columns.rowAt(start, inList);
    if (!row || start < this.noTupleBefore) return undefined;
    const { text } = this.shared;
    const end = readTuple(text, start, cells, opener === '(' ? ')' : ']');
    // Looking that far ahead again and again would not be linear.
    if (end < 0) this.noTupleBefore = start + longestTuple;
    else if (end >= text.length && ++this.leftOpen > mostOpen) this.noTupleBefore = text.length;
    if (end < 0) return undefined;
    if (row.count !== undefined && (row.count * 2 !== cells.length || this.holdsName())) return undefined;
    if (this.isOfPlaceholders()) {
      row.rules.forEach((rule, column) => this.bind(rule, column));
    } else takeRow(cells, row.rules, this.shared.values, this.readText);
    columns.readTo(end);
    return end + 1;
  }

  /** Whether it is a name and its value, as Rails lists what it binds. */
  private holdsName(): boolean {
    const [start = 0, end = 0] = this.cells;
    return this.shared.names.isName(start, end);
  }

  private bind(rule: ColumnRule, column: number): void {
    const end = this.cells[column * 2 + 1];
    if (end !== undefined) this.binds.add(kindOfRule(rule), end);
  }

  private isOfPlaceholders(): boolean {
    const { cells } = this;
    for (let i = 0; i < cells.length; i += 2) {
      const [start = 0, end = 0] = [cells[i], cells[i + 1]];
      if (end - start > longestPlaceholder || !placeholder.test(this.shared.text.slice(start, end)))
        return false;
    }
    return cells.length > 0;
  }
}
