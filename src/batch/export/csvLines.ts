import Papa from 'papaparse';
import { formula } from './spreadsheet';

/** Excel takes UTF-8 for the system's code page without it. */
export const bom = '\uFEFF';

/** RFC 4180. A cell that a spreadsheet would take for a formula begins with an apostrophe. */
export function csvLines(rows: string[][]): string {
  return `${Papa.unparse(rows, { newline: '\r\n', escapeFormulae: formula })}\r\n`;
}
