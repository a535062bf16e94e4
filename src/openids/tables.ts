import { type Cells, columnRules, type ColumnRule } from './columns';
import { type Delimiter, lineEnd, nextLine, readRow } from './rows';
import { openidShape } from './shape';
import { cleanOpenid } from './cleaning';

/** A table found in the text; `rules` has one entry a column. */
export interface Table {
  readonly delimiter: Delimiter;
  readonly rules: readonly ColumnRule[];
  /** Where its first row begins. */
  readonly body: number;
  /** Whether the whole text is the table, so that a line that is no row does not end it. */
  readonly whole: boolean;
}

const delimiters: readonly Delimiter[] = ['\t', '|', ';', ','];

/** A line that can be a row of column names; what is left out occurs in code, JSON, SQL and logs. */
const headerLine = /(?!\s*select\s)[^:={}[\]<>'\r\n]{5,2000}(?=[\r\n])/iy;
const knownName = /open|union|touser|fromuser/i;
const sampledLines = 64;
const longestSampledLine = 2000;
const structure = /[()[\]{}<>=]/;
/** A line that begins or ends within brackets is no row. */
const bracketedLine = /^\s*[[{<]|[[({]\s*$/;

/** The table whose column names stand in the line at `at`, if that is one and names a column that matters. */
export function tableAt(text: string, at: number, isFirstLine: boolean): Table | undefined {
  headerLine.lastIndex = at;
  const line = headerLine.exec(text)?.[0];
  if (line === undefined || !knownName.test(line)) return undefined;
  const body = nextLine(text, at + line.length);
  for (const delimiter of delimiters) {
    const names = cellsOf(line, delimiter);
    if (!hasSeveralCells(names)) continue;
    const rules = names.every(hasPairedBrackets) ? columnRules(names) : undefined;
    if (rules === undefined) continue;
    // Sentences enumerate field names too: in the midst of text, commas alone do not make a table.
    const certain = isFirstLine || delimiter === '\t' || delimiter === '|';
    return { delimiter, rules: certain ? rules : rules.map(cautious), body, whole: false };
  }
  // A single name heads a table only where nothing precedes it; elsewhere it is a word in a text.
  const rules = isFirstLine ? columnRules([line]) : undefined;
  return rules && { delimiter: '', rules, body, whole: false };
}

/** Whether the line whose cells are given is no row of the table, but text after it; blank lines are rows. */
export function endsTable(table: Table, line: string, cells: Cells): boolean {
  if (table.whole) return bracketedLine.test(line);
  return table.delimiter !== '' && cells.length <= 2 && line.trim() !== '';
}

/**
 * The table or list that a text without column names is, judged by its first lines: all have the same number
 * of cells, and openids fill only one column.
 */
export function tableWithoutNames(text: string): Table | undefined {
  const lines = sample(text);
  if (lines.length < 2 || lines.some(line => structure.test(line))) return undefined;
  for (const delimiter of delimiters) {
    const rows = lines.map(line => cellsOf(line, delimiter));
    const width = rows[0]?.length ?? 0;
    if (rows.some(row => row.length !== width) || !rows.some(hasSeveralCells)) continue;
    const table = byColumns(rows, width);
    return table && { ...table, delimiter };
  }
  // A list of strings is the business of `Reader`, which knows more of quotes.
  return lines.some(line => /["'`]/.test(line))
    ? undefined
    : byColumns(
        lines.map(line => [line]),
        1,
      );
}

function byColumns(rows: readonly (readonly string[])[], width: number): Table | undefined {
  const filled = Array.from({ length: width }, (_, column) => usualCells(rows, column));
  const columns = filled.filter(count => count > 0).length;
  if (columns !== 1 || Math.max(...filled) * 2 < rows.length) return undefined;
  return { delimiter: '', rules: filled.map(count => (count > 0 ? 'list' : 'text')), body: 0, whole: true };
}

function sample(text: string): string[] {
  const lines: string[] = [];
  for (let at = 0; at < text.length && lines.length < sampledLines;) {
    const end = lineEnd(text, at, Math.min(text.length, at + longestSampledLine));
    const line = text.slice(at, end);
    if (line.trim() !== '') lines.push(line);
    at = nextLine(text, end);
  }
  return lines;
}

function usualCells(rows: readonly (readonly string[])[], column: number): number {
  return rows.filter(row => openidShape(cleanOpenid(row[column] ?? '').openid) === 'usual').length;
}

function cellsOf(line: string, delimiter: Delimiter): string[] {
  const cells: number[] = [];
  readRow(line, 0, delimiter, cells);
  const texts: string[] = [];
  for (let i = 0; i < cells.length; i += 2) texts.push(line.slice(cells[i], cells[i + 1]));
  return texts;
}

function cautious(rule: ColumnRule): ColumnRule {
  return rule === 'openid' ? 'list' : rule;
}

function hasSeveralCells(row: readonly string[]): boolean {
  return row.filter(cell => cell.trim() !== '').length > 1;
}

function hasPairedBrackets(name: string): boolean {
  return name.includes('(') === name.includes(')');
}
