/** UTF-16 units. */
const longestRow = 500_000;
/** A quoted cell that does not end within these UTF-16 units is read as if it were not quoted. */
const longestQuoted = 10_000;

const quote = 0x22;

/** What separates the cells of a line: a blank stands for any run of them; empty for a line that is one cell. */
export type Delimiter = (typeof delimiters)[number] | ' ' | '';

/** The surest first: commas stand in sentences too. */
export const delimiters = ['\t', '|', ';', ','] as const;

/**
 * Reads one row of a CSV or TSV table from `start`, its cells into `cells` as alternating starts and ends,
 * without their quotes. Returns the end of the row, at its line break, or -1 if that is not near.
 */
export function readRow(text: string, start: number, delimiter: Delimiter, cells: number[]): number {
  const limit = Math.min(text.length, start + longestRow);
  if (delimiter === '') {
    const end = lineEnd(text, start, limit);
    put(cells, 0, start, end);
    endCells(cells, 2);
    return isEnd(text, end) ? end : -1;
  }
  if (delimiter === ' ') return readWords(text, start, limit, cells);
  const separator = delimiter.charCodeAt(0);
  let count = 0;
  for (let at = start; ; at++) {
    const opening = skipBlanks(text, at, separator);
    const closing = text.charCodeAt(opening) === quote ? closingOf(text, opening, separator) : -1;
    const end = closing < 0 ? cellEnd(text, at, separator, limit) : skipBlanks(text, closing + 1, separator);
    if (closing >= 0) put(cells, count, opening + 1, closing);
    // Tables drawn with bars pad their cells; elsewhere blanks belong to the value.
    else if (delimiter === '|') put(cells, count, opening, skipBlanksBack(text, opening, end));
    else put(cells, count, at, end);
    count += 2;
    at = end;
    if (at >= limit || text.charCodeAt(at) !== separator) {
      endCells(cells, count);
      return isEnd(text, at) ? at : -1;
    }
  }
}

function put(cells: number[], index: number, start: number, end: number): void {
  cells[index] = start;
  cells[index + 1] = end;
}

/** Rows mostly have as many cells as the one before, and an array that is emptied for each is made anew each time. */
function endCells(cells: number[], count: number): void {
  if (cells.length !== count) cells.length = count;
}

/** As `readRow`, of cells that any run of blanks separates. */
function readWords(text: string, start: number, limit: number, cells: number[]): number {
  cells.length = 0;
  let at = skipBlanks(text, start, -1);
  while (at < limit && !isEnd(text, at)) {
    const end = wordEnd(text, at, limit);
    cells.push(at, end);
    at = skipBlanks(text, end, -1);
  }
  return isEnd(text, at) ? at : -1;
}

function wordEnd(text: string, start: number, limit: number): number {
  let at = start;
  while (at < limit && !isEnd(text, at) && !isBlank(text.charCodeAt(at), -1)) at++;
  return at;
}

/** The cells of a single line, as they stand there. */
export function cellTexts(line: string, delimiter: Delimiter): string[] {
  const cells: number[] = [];
  readRow(line, 0, delimiter, cells);
  const texts: string[] = [];
  for (let i = 0; i < cells.length; i += 2) texts.push(line.slice(cells[i], cells[i + 1]));
  return texts;
}

/** Whether a row is more than one value with delimiters after it. */
export function hasSeveralCells(row: readonly string[]): boolean {
  return row.filter(cell => cell.trim() !== '').length > 1;
}

/** Where the line ends that `start` is in, at its line break, but no further than `limit`. */
export function lineEnd(text: string, start: number, limit: number): number {
  let at = start;
  while (at < limit && !isLineBreak(text.charCodeAt(at))) at++;
  return at;
}

/** Just past the line break at `end`. */
export function nextLine(text: string, end: number): number {
  return text.charCodeAt(end) === 0x0d && text.charCodeAt(end + 1) === 0x0a ? end + 2 : end + 1;
}

/** The closing quote of a cell, which the end of the cell must follow; quotes within are doubled. -1 if none. */
function closingOf(text: string, opening: number, separator: number): number {
  const limit = Math.min(text.length, opening + longestQuoted);
  for (let at = opening + 1; at < limit; at++) {
    if (text.charCodeAt(at) !== quote) continue;
    if (text.charCodeAt(at + 1) === quote) {
      at++;
      continue;
    }
    const after = skipBlanks(text, at + 1, separator);
    return isCellEnd(text, after, separator) ? at : -1;
  }
  return -1;
}

function cellEnd(text: string, start: number, separator: number, limit: number): number {
  let at = start;
  while (at < limit && !isCellEnd(text, at, separator)) at++;
  return at;
}

function isEnd(text: string, at: number): boolean {
  return at >= text.length || isLineBreak(text.charCodeAt(at));
}

function isCellEnd(text: string, at: number, separator: number): boolean {
  return text.charCodeAt(at) === separator || isEnd(text, at);
}

export function isLineBreak(code: number): boolean {
  return code === 0x0a || code === 0x0d;
}

function skipBlanks(text: string, start: number, separator: number): number {
  let at = start;
  while (isBlank(text.charCodeAt(at), separator)) at++;
  return at;
}

function skipBlanksBack(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && isBlank(text.charCodeAt(at - 1), -1)) at--;
  return at;
}

function isBlank(code: number, separator: number): boolean {
  return (code === 0x20 || code === 0x09) && code !== separator;
}
