import { cellText, sliceLength, type Table, type TableRow } from './table';

/** As MySQL, PostgreSQL, SQLite and Hive begin one, and SQL Server, which goes without `INTO`. */
const verb = String.raw`\b(?:insert|replace)\s+(?:(?:ignore|low_priority|high_priority|delayed|or\s+\w{1,20})\s+){0,3}`;
const into = new RegExp(String.raw`${verb}into\b`, 'i');
const insertion = new RegExp(
  String.raw`${verb}(?:into\s+|overwrite\s+)?(?:table\s+)?([^\s(]{1,200})\s*(?:\(([^()]{1,10000})\)\s*)?values\s*(?=\()`,
  'gi',
);
const definition = /\bcreate\s+table\s+(?:if\s+not\s+exists\s+)?([^\s(]{1,200})\s*\(/gi;
/** Lines of a definition that define no column. */
const constraint = /^(?:primary|unique|key|index|constraint|foreign|fulltext|spatial|check|exclude)\b/i;
const prefix = /(?:_utf8(?:mb4)?|[ENen])?(?=')/y;
/** No row is longer; what is, is torn. */
const longestRow = 100_000;

/** Whether a text, or its beginning, is of the kind that {@link insertTable} reads. */
export function hasInserts(text: string): boolean {
  return into.test(text) || new RegExp(insertion).test(text);
}

/**
 * The rows that a dump inserts into the first of its tables whose columns are known, by the `INSERT` itself or by the
 * `CREATE TABLE` before it. Strings are read as MySQL writes them; doubled quotes are everybody's.
 */
export function insertTable(text: string): Table | undefined {
  const defined = definitionsIn(text);
  insertion.lastIndex = 0;
  for (const { 1: name = '', 2: list } of text.matchAll(insertion)) {
    const columns = list === undefined ? defined.get(plain(name)) : list.split(',').map(plain);
    if (columns) return { columns, hasNames: true, slices: () => slices(text, plain(name), columns.length) };
  }
  return undefined;
}

function definitionsIn(text: string): Map<string, string[]> {
  const tables = new Map<string, string[]>();
  for (const { 0: start, 1: name = '', index } of text.matchAll(definition)) {
    const body = text.slice(index + start.length, index + start.length + longestRow);
    const lines = body.slice(0, /\n\s*\)/.exec(body)?.index ?? body.length).split(/,\s*\n/);
    const columns = lines.map(line => line.trim()).filter(line => line !== '' && !constraint.test(line));
    tables.set(
      plain(name),
      columns.map(column => plain(/^\S+/.exec(column)?.[0] ?? '')),
    );
  }
  return tables;
}

function* slices(text: string, table: string, width: number): Generator<TableRow[]> {
  let rows: TableRow[] = [];
  let since = 0;
  const statements = new RegExp(insertion);
  for (let found = statements.exec(text); found; found = statements.exec(text)) {
    if (plain(found[1] ?? '') !== table) continue;
    for (let at = statements.lastIndex; text[at] === '(';) {
      const { cells, end } = readRow(text, at + 1);
      rows.push(
        cells.length === width && end >= 0
          ? { kind: 'cells', cells }
          : { kind: 'torn', text: text.slice(at, at + 500) },
      );
      if (end - since > sliceLength) {
        yield rows;
        rows = [];
        since = end;
      }
      if (end < 0) break;
      statements.lastIndex = end;
      at = nextRow(text, end);
    }
  }
  yield rows;
}

/** Behind the comma and blanks between two rows; the place of the end of the statement else. */
function nextRow(text: string, from: number): number {
  let at = from;
  while (at < text.length && /[\s,]/.test(text.charAt(at))) at++;
  return at;
}

/** The items of a row from behind its bracket, and where it ends behind the other one; -1 where it does not. */
function readRow(text: string, from: number): { cells: string[]; end: number } {
  const cells: string[] = [];
  for (let at = from; at < text.length && at - from < longestRow;) {
    while (/\s/.test(text.charAt(at))) at++;
    prefix.lastIndex = at;
    if (prefix.test(text)) at = prefix.lastIndex;
    const item = text[at] === "'" ? stringAt(text, at) : bareAt(text, at);
    cells.push(cellText(item.value));
    at = item.end;
    while (/\s/.test(text.charAt(at))) at++;
    if (text[at] === ')') return { cells, end: at + 1 };
    if (text[at] !== ',') break;
    at++;
  }
  return { cells, end: -1 };
}

const escapes: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  '0': '\0',
  b: '\b',
  Z: '\x1a',
};

function stringAt(text: string, opening: number): { value: string; end: number } {
  let value = '';
  for (let at = opening + 1; at < text.length && at - opening < longestRow; at++) {
    const character = text.charAt(at);
    if (character === '\\') {
      const next = text.charAt(++at);
      value += escapes[next] ?? next;
    } else if (character === "'") {
      if (text[at + 1] !== "'") return { value, end: at + 1 };
      value += "'";
      at++;
    } else value += character;
  }
  return { value, end: text.length };
}

/** A number, NULL, or a call, whose brackets may hold commas. */
function bareAt(text: string, start: number): { value: string; end: number } {
  let depth = 0;
  let at = start;
  for (; at < text.length && at - start < longestRow; at++) {
    const character = text[at];
    if (depth === 0 && (character === ',' || character === ')')) break;
    if (character === '(') depth++;
    else if (character === ')') depth--;
  }
  return { value: text.slice(start, at), end: at };
}

/** The last part of a name, without quotes. */
function plain(name: string): string {
  return (/[^.\s]+$/.exec(name.trim())?.[0] ?? name).replace(/[`"[\]]/g, '');
}
