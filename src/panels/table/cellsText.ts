import { type ListForm, type RowForm } from '../../protocol/messages/tableMessages';

/** A line of cells as spreadsheets take it: from the clipboard, or from a file. */
export function lineOf(cells: readonly string[], as: RowForm): string {
  return as === 'csv' ? cells.map(csvCell).join(',') : cells.map(tsvCell).join('\t');
}

/** Ids for whoever works with them elsewhere. */
export function listText(ids: readonly string[], as: ListForm): string {
  switch (as) {
    case 'lines':
      return ids.join('\n');
    case 'json':
      return JSON.stringify(ids, null, 2);
    case 'sql':
      return sqlList(ids);
  }
}

/** The values of an SQL `IN`, in the standard's way to write a quote; a backslash means nothing in it, but does in MySQL. */
function sqlList(texts: readonly string[]): string {
  return `(${texts.map(text => `'${text.replace(/['\\]/g, mark => mark + mark)}'`).join(', ')})`;
}

/** `2024-05-01 08:30:00` in local time: spreadsheets read it as a date in every language. */
export function timeCellText(seconds: number | undefined): string {
  if (seconds === undefined) return '';
  const date = new Date(seconds * 1000);
  const shifted = new Date(date.getTime() - date.getTimezoneOffset() * 60_000);
  return shifted.toISOString().slice(0, 19).replace('T', ' ');
}

function tsvCell(text: string): string {
  return harmless(text.replace(/[\t\r\n]+/g, ' '));
}

function csvCell(text: string): string {
  const value = harmless(text);
  return /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

/** A cell that begins like a formula would be run by the spreadsheet it is pasted into. */
function harmless(text: string): string {
  return /^\s*[=+\-@＝＋－＠]/.test(text) ? `'${text}` : text;
}
