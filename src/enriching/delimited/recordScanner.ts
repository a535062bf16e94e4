const quote = 0x22;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/**
 * Walks over the records of a CSV or TSV text as Excel reads them: quoted cells hold delimiters, line breaks and
 * doubled quotes. Nothing is changed: a record is places in the text, in UTF-16 units. A quote that never closes is a
 * character like any other, so that one pass is enough whatever stands there.
 */
export class RecordScanner {
  start = 0;
  /** At the line break, or at the end of the text. */
  end = 0;
  /** Just past the line break. */
  next: number;
  /** Alternating starts and ends, quotes included. */
  readonly cells: number[] = [];
  private readonly separator: number;
  /** Files of the old Mac end their lines so; elsewhere a lone one is part of a cell. */
  private readonly breaksAtReturn: boolean;

  constructor(
    private readonly text: string,
    delimiter: string,
    from = 0,
  ) {
    this.next = from;
    this.separator = delimiter.charCodeAt(0);
    this.breaksAtReturn = !text.includes('\n');
  }

  /** Moves on to the next record; false where there is none. */
  advance(): boolean {
    const { text, cells } = this;
    if (this.next >= text.length) return false;
    let at = this.next;
    this.start = at;
    cells.length = 0;
    for (;;) {
      const start = at;
      if (text.charCodeAt(at) === quote) at = this.behindQuoted(at);
      while (at < text.length && text.charCodeAt(at) !== this.separator && !this.isBreak(at)) at++;
      cells.push(start, at);
      if (text.charCodeAt(at) !== this.separator) break;
      at++;
    }
    this.end = at;
    this.next = this.behindBreak(at);
    return true;
  }

  /** Whether nothing but blanks stands in it. */
  get isBlank(): boolean {
    return this.cells.length === 2 && this.text.slice(this.start, this.end).trim() === '';
  }

  get width(): number {
    return this.cells.length / 2;
  }

  /** A cell as it stands there, quotes included. */
  raw(column: number): string {
    return this.text.slice(this.cells[column * 2] ?? this.end, this.cells[column * 2 + 1] ?? this.end);
  }

  /** What a cell says. */
  value(column: number): string {
    const raw = this.raw(column);
    return raw.startsWith('"') ? raw.slice(1).replace(/"(")?/g, '$1') : raw;
  }

  /** Just past the quote that closes the cell, or `opening` where none does. */
  private behindQuoted(opening: number): number {
    let at = this.text.indexOf('"', opening + 1);
    while (at >= 0 && this.text.charCodeAt(at + 1) === quote) at = this.text.indexOf('"', at + 2);
    return at < 0 ? opening : at + 1;
  }

  /** A file that was converted twice ends its lines with `\r\r\n`. */
  private isBreak(at: number): boolean {
    const code = this.text.charCodeAt(at);
    if (code === lineFeed) return true;
    if (code !== carriageReturn) return false;
    if (this.breaksAtReturn) return true;
    const next = this.text.charCodeAt(at + 1);
    return next === lineFeed || (next === carriageReturn && this.text.charCodeAt(at + 2) === lineFeed);
  }

  private behindBreak(end: number): number {
    if (this.breaksAtReturn) return Math.min(end + 1, this.text.length);
    let at = end;
    while (this.text.charCodeAt(at) === carriageReturn) at++;
    return Math.min(at + 1, this.text.length);
  }
}
