import { columnRules } from './columns';
import { nextLine } from './rows';
import { type Table } from './table';

/** How pg_dump begins the rows of a table, which are tab-separated and end with `\.`. */
const copy = /copy\s[^()\r\n]{1,200}\(([^()\r\n]{1,5000})\)\s+from\s+stdin[^\r\n]{0,100};?[ \t]*(?=\r?\n)/iy;

export function copyTableAt(text: string, at: number): Table | undefined {
  if ((text.charCodeAt(at) | 0x20) !== 0x63) return undefined;
  copy.lastIndex = at;
  const columns = copy.exec(text)?.[1]?.split(',');
  const rules = columns && columnRules(columns);
  if (!rules) return undefined;
  return {
    delimiter: columns.length > 1 ? '\t' : '',
    rules,
    body: nextLine(text, copy.lastIndex),
    whole: false,
  };
}
