import Papa from 'papaparse';

/** Excel takes UTF-8 for the system's code page without it. */
export const bom = '\uFEFF';

/**
 * What spreadsheets take for a formula, also in full width and behind blanks or invisible characters, which
 * they trim; and a leading tab or line break.
 */
const formula = /^(?:[\s\p{Z}\p{C}]*[=+\-@＝＋－＠﹢﹣﹦﹫−]|[\t\r\n])/u;

/** RFC 4180. A cell that a spreadsheet would take for a formula begins with an apostrophe. */
export function csvLines(rows: string[][]): string {
  return `${Papa.unparse(rows, { newline: '\r\n', escapeFormulae: formula })}\r\n`;
}
