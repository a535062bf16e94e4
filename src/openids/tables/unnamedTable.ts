import { cleanOpenid } from '../openid/cleaning';
import { readsAsWords } from '../openid/randomness';
import { columnRules, headingRules } from './columns';
import { cellTexts, delimiters, hasSeveralCells, lineEnd, nextLine } from './rows';
import { type Table } from './table';

const sampledLines = 64;
/** UTF-16 units. */
const longestSample = 100_000;
const longestLine = 2000;

/** What makes a line look like code, JSON or XML. */
const structure = /[()[\]{}<>=]/;

/** A value with its name before it. */
const namedValue = /(?:open|union)_?ids?["'`]?\s?[:：]\s{0,3}["'`]?o[\w-]{27}/i;

type Rows = readonly (readonly string[])[];

/**
 * The table or list that a text without column names is, judged by its first lines: all have the same number
 * of cells, and openids fill only one column.
 */
export function unnamedTable(text: string): Table | undefined {
  const lines = sample(text);
  if (lines.length < 2 || lines.some(line => structure.test(line) || namedValue.test(line))) return undefined;
  for (const delimiter of delimiters) {
    const rows = lines.map(line => cellTexts(line, delimiter));
    if (isRegular(rows)) return withOneColumn(rows, { delimiter, body: 0, whole: true });
  }
  // A list of strings is the business of `Reader`, which knows more of quotes.
  if (lines.some(line => /["'`]/.test(line))) return undefined;
  const rows = lines.map(line => [line]);
  return withOneColumn(rows, { delimiter: '', body: 0, whole: true });
}

function isRegular(rows: Rows): boolean {
  return rows.every(row => row.length === rows[0]?.length) && rows.some(hasSeveralCells);
}

/**
 * The table, if one of its columns holds openids in at least half of the rows, and no other does in any. Rows in
 * which names stand beside their values are text.
 */
function withOneColumn(rows: Rows, table: Omit<Table, 'rules'>): Table | undefined {
  if (rows.some(namesColumns)) return undefined;
  const counts = (rows[0] ?? []).map((_, column) => usualCells(rows, column));
  const filled = counts.filter(count => count > 0);
  if (filled.length !== 1 || Math.max(...filled) * 2 < rows.length) return undefined;
  return { ...table, rules: counts.map(count => (count > 0 ? 'list' : 'text')) };
}

function namesColumns(row: readonly string[]): boolean {
  return (row.length === 1 ? headingRules(row[0] ?? '') : columnRules(row)) !== undefined;
}

function usualCells(rows: Rows, column: number): number {
  return rows.filter(row => {
    const { openid, shape } = cleanOpenid(row[column] ?? '');
    // Names of fields may be as long: `objective_completion_records`.
    return shape === 'usual' && !readsAsWords(openid);
  }).length;
}

function sample(text: string): string[] {
  const limit = Math.min(text.length, longestSample);
  const lines: string[] = [];
  for (let at = 0; at < limit && lines.length < sampledLines;) {
    const end = lineEnd(text, at, Math.min(text.length, at + longestLine));
    const line = text.slice(at, end);
    if (line.trim() !== '') lines.push(line);
    at = nextLine(text, end);
  }
  return lines;
}
