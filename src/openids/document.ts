import { takeRow } from './columns';
import { type Hits } from './findings';
import { Names } from './names';
import { Reader } from './reader';
import { nextLine, readRow } from './rows';
import { endsTable, type Table, tableAt, tableWithoutNames } from './tables';
import { Values } from './values';

/** A line that draws the border of a table, as MySQL, psql and Markdown do, or a blank one. */
const border = /[ \t|+:=-]*(?=[\r\n]|$)/y;

/** Reads a whole text, part by part: tables row by row, everything else by `Reader`. */
export class Document {
  private readonly names = new Names();
  private readonly values: Values;
  private readonly reader: Reader;
  private readonly cells: number[] = [];
  private readonly readText = (start: number, end: number): void => {
    new Reader(this.text, this.hits, this.names, start, end).readAll();
  };
  private table: Table | undefined;
  private at: number;
  private atLineStart = true;

  constructor(
    private readonly text: string,
    private readonly hits: Hits,
  ) {
    this.values = new Values(text, hits, this.names);
    this.reader = new Reader(text, hits, this.names, 0, text.length);
    this.table = firstTable(text);
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
    border.lastIndex = this.at;
    if (border.test(this.text)) {
      this.at = nextLine(this.text, border.lastIndex);
      return;
    }
    const end = readRow(this.text, this.at, table.delimiter, this.cells);
    if (end < 0 || endsTable(table, this.text.slice(this.at, end), this.cells)) {
      this.table = undefined;
      this.reader.skipTo(this.at);
      return;
    }
    takeRow(this.cells, table.rules, this.values, this.readText);
    this.at = nextLine(this.text, end);
  }

  private line(until: number): void {
    if (this.atLineStart) {
      this.atLineStart = false;
      this.table = tableAt(this.text, this.at, false);
      if (this.table) {
        this.at = this.table.body;
        return;
      }
    }
    this.reader.readLine(until);
    this.at = this.reader.at;
    this.atLineStart = /[\r\n]/.test(this.text[this.at - 1] ?? '');
  }
}

function firstTable(text: string): Table | undefined {
  const start = text.search(/\S/);
  return start < 0 ? undefined : (tableAt(text, start, true) ?? tableWithoutNames(text));
}
