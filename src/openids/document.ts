import { withoutColours } from './characters/colours';
import { withoutDrawings } from './characters/drawings';
import { type Hits } from './findings';
import { usualLength } from './openid/shape';
import { takeRow } from './tables/columns';
import { copyTableAt } from './tables/copyTable';
import { namedTableAt, sureAtStart } from './tables/namedTable';
import { isLineBreak, nextLine, readRow } from './tables/rows';
import { endsTable, isBorder, type Table } from './tables/table';
import { unnamedTable } from './tables/unnamedTable';
import { Reader } from './text/reader';
import { Shared } from './text/shared';

const lowerO = 0x6f;

/** UTF-16 units of white space that may precede a table. */
const longestBlank = 1000;

/** Reads a whole text, part by part: tables row by row, everything else by `Reader`. */
export class Document {
  private readonly text: string;
  private readonly shared: Shared;
  private readonly reader: Reader;
  private readonly cells: number[] = [];
  private readonly readText = (start: number, end: number): void => {
    new Reader(this.shared, start, end).readAll();
  };
  private table: Table | undefined;
  private at: number;
  private atLineStart = true;

  constructor(text: string, hits: Hits) {
    this.text = withoutDrawings(withoutColours(text));
    this.shared = new Shared(this.text, hits);
    this.reader = new Reader(this.shared, 0, text.length);
    this.table = firstTable(this.text);
    this.at = this.table?.body ?? 0;
  }

  /** Reads at least `length` UTF-16 units further, if there are so many; whether anything is left. */
  read(length: number): boolean {
    const until = Math.min(this.at + length, this.text.length);
    while (this.at < until) {
      if (this.table) this.row(this.table);
      else this.line(until);
    }
    return this.at < this.text.length;
  }

  private row(table: Table): void {
    const { text, at, cells } = this;
    const end = readRow(text, at, table.delimiter, cells);
    const border = end >= 0 && isBorder(text, at, end);
    if (end < 0 || (!border && endsTable(table, text, at, end, cells))) {
      this.table = undefined;
      this.reader.skipTo(at);
      return;
    }
    const next = border ? undefined : this.tableAfter(table, end);
    if (next) {
      this.table = next;
      this.at = next.body;
      return;
    }
    if (!border) takeRow(cells, table.rules, this.shared.values, this.readText);
    this.at = nextLine(text, end);
  }

  /** The table that the row just read is the header of. Openids and digits are of data, which spares most the look. */
  private tableAfter(table: Table, end: number): Table | undefined {
    if (this.holdsUsual() || /\d/.test(this.text.slice(this.at, end))) return undefined;
    return namedTableAt(this.text, this.at, ['', table.delimiter]);
  }

  /** Judged by length and first letter alone, since every row is asked: no name of a column looks so. */
  private holdsUsual(): boolean {
    const { text, cells } = this;
    for (let i = 0; i < cells.length; i += 2) {
      const start = cells[i] ?? 0;
      if ((cells[i + 1] ?? 0) - start === usualLength && text.charCodeAt(start) === lowerO) return true;
    }
    return false;
  }

  private line(until: number): void {
    if (this.atLineStart) {
      this.atLineStart = false;
      this.table = namedTableAt(this.text, this.at) ?? copyTableAt(this.text, this.at);
      if (this.table) {
        this.at = this.table.body;
        return;
      }
    }
    this.reader.readLine(until);
    this.at = this.reader.at;
    this.atLineStart = isLineBreak(this.text.charCodeAt(this.at - 1));
  }
}

function firstTable(text: string): Table | undefined {
  const first = text.slice(0, longestBlank).search(/\S/);
  if (first < 0) return undefined;
  // A tab before the first name is that of a column without one.
  const start = lineStart(text, first);
  return namedTableAt(text, start, sureAtStart) ?? copyTableAt(text, start) ?? unnamedTable(text);
}

function lineStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && !isLineBreak(text.charCodeAt(start - 1))) start--;
  return start;
}
