import { columnRules, type ColumnRule, headingRules } from './columns';
import { nameKind } from '../text/names/names';
import { cellTexts, type Delimiter, delimiters, hasSeveralCells, nextLine } from './rows';
import { holdsUsualOpenid } from '../openid/shape';
import { type Table } from './table';

/** A line that can be a row of column names; what is left out occurs in code, JSON, SQL and logs. */
const headerLine = /(?![ \t]*select\s)[^:={}[\]<>\r\n]{5,2000}(?=[\r\n])/iy;
const columnName = /^["`]?[A-Za-z][\w.$#]*["`]?$/;
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
  headerLine.lastIndex = at;
  const line = headerLine.exec(text)?.[0];
  if (line === undefined || !knownName.test(line) || holdsUsualOpenid(line)) return undefined;
  const body = nextLine(text, at + line.length);
  for (const delimiter of delimiters) {
    const names = cellTexts(line, delimiter);
    if (!hasSeveralCells(names) || !names.every(isWhole)) continue;
    const rules = columnRules(names);
    if (rules === undefined) continue;
    // Sentences enumerate field names too: in the midst of text, commas alone do not make a table.
    const certain = sure.includes(delimiter) || sureAnywhere.includes(delimiter);
    return { delimiter, rules: certain ? rules : rules.map(cautious), body, whole: false };
  }
  const blankRules = blankDelimitedRules(line);
  if (blankRules) return { delimiter: ' ', rules: blankRules, body, whole: false };
  // A single name heads a table where nothing or another table precedes it; elsewhere it is a word in a text.
  const rules = sure.includes('') ? headingRules(line) : undefined;
  return rules && { delimiter: '', rules, body, whole: false };
}

/**
 * The rules of a header with blanks between its names, as sqlplus writes it. Two known names, and nothing but
 * known ones or a wide gap, tell it from a sentence; what stands below may be one, so the rules are cautious.
 */
function blankDelimitedRules(line: string): ColumnRule[] | undefined {
  const names = cellTexts(line, ' ');
  if (!names.every(name => columnName.test(name))) return undefined;
  const known = names.filter(name => nameKind(name) !== undefined);
  const isHeader = known.length > 1 && (known.length === names.length || wideGap.test(line));
  return isHeader ? columnRules(names)?.map(cautious) : undefined;
}

function cautious(rule: ColumnRule): ColumnRule {
  return rule === 'openid' ? 'list' : rule;
}

/** Whether brackets and single quotes in a name are pairs: otherwise they are of code or prose. */
function isWhole(name: string): boolean {
  return name.includes('(') === name.includes(')') && (!name.includes("'") || /^\s*'[^']*'\s*$/.test(name));
}
