import { characterClass } from '../characters/characters';
import { isUsual, openidPrefix, usualOpenidsIn } from '../openid/shape';
import { type Cells, type ColumnRule } from './columns';
import { type Delimiter } from './rows';

/** A table found in the text; `rules` has one entry a column. */
export interface Table {
  readonly delimiter: Delimiter;
  readonly rules: readonly ColumnRule[];
  /** Where its first row begins. */
  readonly body: number;
  /** Whether it was the whole text that looked like a table, so that a line that is no row does not end it. */
  readonly whole: boolean;
}

const jsonStart = /[ \t]{0,100}(?:\{[ \t]{0,100}["'}\r\n]|\[[ \t]{0,100}["'{[\r\n])/y;

const longestLine = 2000;
const reachAbove = 100;
const sentence =
  /^[^A-Za-z\u3400-\u9fff]*(?!o[\w-]{27}(?![\w-]))[A-Za-z\u3400-\u9fff].*(?<![\w-])o[\w-]{27}(?![\w-])/;

const drawn = new Set(Array.from(' \t|+:=-', character => character.charCodeAt(0)));

/** Whether a line is the border of a table, as MySQL, psql and Markdown draw it, or blank. */
export function isBorder(text: string, start: number, end: number): boolean {
  let at = start;
  while (at < end && drawn.has(text.charCodeAt(at))) at++;
  return at === end;
}

/** Whether a line that was read as a row is none, but text after the table, such as the `\\.` of `COPY`. */
export function endsTable(table: Table, text: string, start: number, end: number, cells: Cells): boolean {
  if (text.startsWith('\\.', start)) return true;
  // Where blanks separate, an empty cell leaves no trace, and a row may be a single cell.
  const isList = table.whole || table.delimiter === '' || table.delimiter === ' ';
  if (isList) {
    const isSentence = table.delimiter === '' && !table.whole && beginsSentence(text, start, end);
    return isSentence || isBracketed(text, start, end);
  }
  return cells.length <= 2 || (table.delimiter === ',' && beginsJson(text, start));
}

/** Whether an object or a list of JSON begins here. Its commas would pass for those of a row. */
function beginsJson(text: string, start: number): boolean {
  const kind = characterClass(text.charCodeAt(start));
  if (kind !== 'open' && kind !== 'space') return false;
  jsonStart.lastIndex = start;
  return jsonStart.test(text);
}

/**
 * Whether words stand before the openid of a line, which begins otherwise than the one above it: no entry of the
 * column but a sentence about somebody, `user o…`.
 */
function beginsSentence(text: string, start: number, end: number): boolean {
  if (isUsual(text, start, end)) return false;
  const line = text.slice(start, Math.min(end, start + longestLine));
  if (!sentence.test(line)) return false;
  const [own] = usualOpenidsIn(line);
  const above = [...usualOpenidsIn(text.slice(Math.max(0, start - reachAbove), start))].at(-1);
  return own !== undefined && above !== undefined && openidPrefix(own.value) !== openidPrefix(above.value);
}

/** Whether a line begins or ends within brackets, as those of JSON do. Line breaks bound its blanks. */
function isBracketed(text: string, start: number, end: number): boolean {
  let first = start;
  let last = end - 1;
  while (characterClass(text.charCodeAt(first)) === 'space') first++;
  while (characterClass(text.charCodeAt(last)) === 'space') last--;
  return text[first] === '<' || isOpener(text, first) || isOpener(text, last);
}

function isOpener(text: string, at: number): boolean {
  return characterClass(text.charCodeAt(at)) === 'open';
}
