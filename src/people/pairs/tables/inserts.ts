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
const prefix = /(?:_utf8(?:mb4)?|[ENen])(?=')/y;
/** UTF-16 units. No row is longer; what is, is torn. */
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
  const definitions = new RegExp(definition);
  for (let found = definitions.exec(text); found; found = definitions.exec(text)) {
    const { cells, end, isWhole } = readRow(text, definitions.lastIndex);
    definitions.lastIndex = end;
    const columns = cells.filter(cell => cell !== '' && !constraint.test(cell));
    if (isWhole) tables.set(plain(found[1] ?? ''), columns.map(firstWord));
  }
  return tables;
}

function firstWord(column: string): string {
  return plain(/^\S+/.exec(column)?.[0] ?? '');
}

function* slices(text: string, table: string, width: number): Generator<TableRow[]> {
  let rows: TableRow[] = [];
  let since = 0;
  let again = text.length;
  const statements = new RegExp(insertion);
  for (let found = statements.exec(text); found; found = statements.exec(text)) {
    if (plain(found[1] ?? '') !== table) continue;
    for (let at = statements.lastIndex; text[at] === '(';) {
      const { cells, end, isWhole } = readRow(text, at + 1);
      rows.push(
        cells.length === width && isWhole
          ? { kind: 'cells', cells }
          : { kind: 'torn', text: text.slice(at, at + 500) },
      );
      if (end - since > sliceLength) {
        yield rows;
        rows = [];
        since = end;
      }
      if (!isWhole) {
        // A statement may begin within what was read of a torn row, but looking through that for ever would not be linear.
        again -= end - at;
        if (again < 0) statements.lastIndex = end;
        break;
      }
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

/** The items of a row, or of a definition, from behind its bracket, how far it was read, and whether it is closed there. */
function readRow(text: string, from: number): { cells: string[]; end: number; isWhole: boolean } {
  const cells: string[] = [];
  let at = from;
  while (at < text.length && at - from < longestRow) {
    const item = itemAt(text, pastBlanks(text, at));
    cells.push(cellText(item.value));
    at = item.end;
    if (text[at] === ')') return { cells, end: at + 1, isWhole: true };
    if (text[at] !== ',') break;
    at++;
  }
  return { cells, end: at, isWhole: false };
}

/** One item, and the place of what ends it. */
function itemAt(text: string, start: number): { value: string; end: number } {
  prefix.lastIndex = start;
  const opening = prefix.test(text) ? prefix.lastIndex : start;
  if (isQuote(text[opening])) {
    const string = stringAt(text, opening);
    const end = pastBlanks(text, string.end);
    if (text[end] === ',' || text[end] === ')') return { value: string.value, end };
  }
  const end = bareEnd(text, start);
  return { value: text.slice(start, end), end };
}

function pastBlanks(text: string, from: number): number {
  let at = from;
  while (at < text.length && /\s/.test(text.charAt(at))) at++;
  return at;
}

function isQuote(character: string | undefined): boolean {
  return character === "'" || character === '"';
}

const escapes: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  '0': '\0',
  b: '\b',
  Z: '\x1a',
};

/** The string that opens here, and where it ends behind its other quote, or is given up. */
function stringAt(text: string, opening: number): { value: string; end: number } {
  const quote = text[opening];
  let value = '';
  let at = opening + 1;
  for (; at < text.length && at - opening < longestRow; at++) {
    const character = text.charAt(at);
    if (character === '\\') {
      const next = text.charAt(++at);
      value += escapes[next] ?? next;
    } else if (character === quote) {
      if (text[at + 1] !== quote) return { value, end: at + 1 };
      value += quote;
      at++;
    } else value += character;
  }
  return { value, end: Math.min(at, text.length) };
}

/** Where a number, NULL, or a call ends, whose brackets and strings may hold commas: with its statement at the latest. */
function bareEnd(text: string, start: number): number {
  let depth = 0;
  let at = start;
  for (; at < text.length && at - start < longestRow; at++) {
    const character = text[at];
    if (depth === 0 && (character === ',' || character === ')' || character === ';')) break;
    if (character === '(') depth++;
    else if (character === ')') depth--;
    else if (isQuote(character)) at = stringAt(text, at).end - 1;
  }
  return Math.min(at, text.length);
}

/** The last part of a name, without quotes. */
function plain(name: string): string {
  return (/[^.\s]+$/.exec(name.trim())?.[0] ?? name).replace(/[`"[\]]/g, '');
}
