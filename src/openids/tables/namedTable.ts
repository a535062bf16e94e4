import { columnRules, type ColumnRule, headingRules } from './columns';
import { nameKind } from '../text/names/names';
import { cellTexts, type Delimiter, delimiters, hasSeveralCells, lineEnd, nextLine } from './rows';
import { holdsUsualOpenid } from '../openid/shape';
import { type Table } from './table';

/** A line that can be a row of column names; what is left out occurs in code, JSON, SQL and logs. */
const headerLine = /(?![ \t]*select\s)[^:={}[\]<>\r\n]{5,2000}(?=[\r\n])/iy;
const headerLines =
  /[^":={}[\]<>\r\n]{0,200}(?:"[^":={}[\]<>]{0,200}"[^":={}[\]<>\r\n]{0,200}){1,40}(?=[\r\n])/y;
const columnName = /^["`]?[A-Za-z][\w.$#]*["`]?$/;
/** UTF-16 units of the first row that are looked at. */
const longestRow = 2000;
const wideGap = /\S(?: {2}|\t)[ \t]*\S/;
const knownName = /open|union|touser|fromuser/i;

/** Delimiters that make a header of a line wherever it stands. */
const sureAnywhere: readonly Delimiter[] = ['\t', '|'];
/** Where nothing precedes the line. */
export const sureAtStart: readonly Delimiter[] = [...delimiters, ''];

/**
 * The table whose column names stand in the line at `at`, if that is one and names a column that matters. `sure`
 * lists the delimiters that leave no doubt of a header there, besides those that never do.
 */
export function namedTableAt(text: string, at: number, sure: readonly Delimiter[] = []): Table | undefined {
  const line = headerAt(text, at, sure.length > 0);
  if (line === undefined || !knownName.test(line) || holdsUsualOpenid(line)) return undefined;
  const body = nextLine(text, at + line.length);
  // Jira doubles the bars of a header.
  const header = line.startsWith('||') ? line.replaceAll('||', '|') : line;
  for (const delimiter of delimiters) {
    const names = cellTexts(header, delimiter);
    const isHeader =
      hasSeveralCells(names) || isIndexed(names, sure.includes(delimiter)) || isFramed(names, delimiter);
    if (!isHeader || !names.every(isWhole)) continue;
    const rules = columnRules(names);
    if (rules === undefined) continue;
    // Sentences enumerate field names too: in the midst of text, commas alone do not make a table.
    const certain = sure.includes(delimiter) || sureAnywhere.includes(delimiter);
    return { delimiter, rules: certain ? rules : rules.map(cautious), body, whole: false };
  }
  const blankRules = blankDelimitedRules(line, firstRow(text, body));
  if (blankRules) return { delimiter: ' ', rules: blankRules, body, whole: false };
  // A single name heads a table where nothing or another table precedes it; elsewhere it is a word in a text.
  const rules = sure.includes('') ? headingRules(line) : undefined;
  return rules && { delimiter: '', rules, body, whole: false };
}

/** The line that may be a header; a cell of a spreadsheet in quotes may hold line breaks. */
function headerAt(text: string, at: number, mayGoOn: boolean): string | undefined {
  headerLine.lastIndex = at;
  const line = headerLine.exec(text)?.[0];
  const isComplete = line === undefined ? text[at] !== '"' : line.split('"').length % 2 === 1;
  if (isComplete || !mayGoOn) return line;
  headerLines.lastIndex = at;
  return headerLines.exec(text)?.[0];
}

/**
 * The rules of a header with blanks between its names, as sqlplus writes it. Two known names, and nothing but
 * known ones or a wide gap, tell it from a sentence, or one above a numbered row; what stands below may be a sentence,
 * so the rules are cautious.
 */
function blankDelimitedRules(line: string, row: readonly string[]): ColumnRule[] | undefined {
  const names = cellTexts(line, ' ');
  if (!names.every(name => columnName.test(name))) return undefined;
  const known = names.filter(name => nameKind(name) !== undefined);
  // Rows may begin with a number of which the header says nothing, as pandas prints them.
  const isIndexed = row.length === names.length + 1 && /^\d+$/.test(row[0] ?? '');
  const isHeader = known.length > 1 && (known.length === names.length || wideGap.test(line));
  if (!isHeader && !(isIndexed && known.length === 1 && row.some(holdsUsualOpenid))) return undefined;
  const rules = columnRules(names)?.map(cautious);
  return rules && isIndexed ? ['text', ...rules] : rules;
}

function firstRow(text: string, start: number): string[] {
  return cellTexts(text.slice(start, lineEnd(text, start, start + longestRow)), ' ');
}

/** Whether only the column of row numbers, which has no name, stands before the names. */
function isIndexed(names: readonly string[], sure: boolean): boolean {
  return sure && names.length > 1 && names[0] === '';
}

/** Whether bars frame a single name that is all of its cell: `| unionid |`. */
function isFramed(names: readonly string[], delimiter: Delimiter): boolean {
  const [before, name = '', after] = names;
  return (
    delimiter === '|' &&
    names.length === 3 &&
    before?.trim() === '' &&
    after?.trim() === '' &&
    headingRules(name) !== undefined
  );
}

function cautious(rule: ColumnRule): ColumnRule {
  return rule === 'openid' ? 'list' : rule;
}

/** Whether brackets and single quotes in a name are pairs: otherwise they are of code or prose. */
function isWhole(name: string): boolean {
  return name.includes('(') === name.includes(')') && (!name.includes("'") || /^\s*'[^']*'\s*$/.test(name));
}
