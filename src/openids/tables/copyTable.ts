import { columnRules } from './columns';
import { type Delimiter, delimiters, nextLine } from './rows';
import { type Table } from './table';

/** How pg_dump begins the rows of a table, which are tab-separated unless it says otherwise, and end with `\.`. */
const copy =
  /copy\s[^()\r\n]{1,200}\(([^()\r\n]{1,5000})\)\s+from\s+stdin([^\r\n]{0,100});?[ \t]*(?=\r?\n)/iy;
const delimiterOption = /\bdelimiter\s(?:as\s)?'([^'])'/i;

export function copyTableAt(text: string, at: number): Table | undefined {
  if ((text.charCodeAt(at) | 0x20) !== 0x63) return undefined;
  copy.lastIndex = at;
  const [, names, options = ''] = copy.exec(text) ?? [];
  const columns = names?.split(',');
  const rules = columns && columnRules(columns);
  if (!rules) return undefined;
  return {
    delimiter: columns.length > 1 ? delimiterOf(options) : '',
    rules,
    body: nextLine(text, copy.lastIndex),
    whole: false,
  };
}

function delimiterOf(options: string): Delimiter {
  const [, named = /\bcsv\b/i.test(options) ? ',' : '\t'] = delimiterOption.exec(options) ?? [];
  return delimiters.find(each => each === named) ?? '\t';
}
