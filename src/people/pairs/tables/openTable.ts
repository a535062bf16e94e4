import { delimitedTable, sheetTable } from './delimited';
import { hasInserts, insertTable } from './inserts';
import { objectTable } from './objects';
import { type Table } from './table';

/** Looked at for what the text is. */
const beginning = 1_000_000;

/**
 * The table that a text holds: JSON (a list, a list within an object, or an object a line), SQL `INSERT`s, or cells
 * between commas, tabs, semicolons or bars. Undefined where it has no row.
 */
export async function openTable(text: string): Promise<Table | undefined> {
  const start = text.slice(0, beginning);
  if (/^[\s\uFEFF]*[[{]/.test(start)) return objectTable(text);
  if (hasInserts(start)) return insertTable(text);
  return delimitedTable(text);
}

/** Of a text whose cells stand between tabs and have no quotes, as a sheet of a workbook is given. */
export function openSheet(text: string): Table | undefined {
  return sheetTable(text);
}
