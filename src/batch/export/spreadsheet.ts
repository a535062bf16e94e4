/**
 * What spreadsheets take for a formula, also in full width and behind blanks or invisible characters, which
 * they trim; and a leading tab or line break.
 */
export const formula = /^(?:[\s\p{Z}\p{C}]*[=+\-@＝＋－＠﹢﹣﹦﹫−]|[\t\r\n])/u;

/** A text that no spreadsheet runs: one that would be taken for a formula begins with an apostrophe. */
export function safeForSpreadsheets(text: string): string {
  return formula.test(text) ? `'${text}` : text;
}
