import { type CopyForm } from '../../../protocol/batchMessages';
import { type ColumnId, type Row } from '../../../protocol/batchView';
import { type OutcomeKind } from '../../../protocol/profileView';

/** How a table is written out: its columns in their order, and what things are called. */
export interface Writing {
  readonly columns: readonly ColumnId[];
  readonly columnLabel: (column: ColumnId) => string;
  readonly outcomeLabel: (outcome: OutcomeKind) => string;
}

export function rowsAsText(
  rows: readonly Row[],
  as: Extract<CopyForm, 'rows' | 'rowsWithHeader' | 'csv'>,
  writing: Writing,
): string {
  const { columns, columnLabel } = writing;
  const [separator, cell] = as === 'csv' ? ([',', csvCell] as const) : (['\t', tsvCell] as const);
  const lines = rows.map(row => columns.map(column => cell(cellText(row, column, writing))).join(separator));
  const header = columns.map(column => cell(columnLabel(column))).join(separator);
  return (as === 'rows' ? lines : [header, ...lines]).join('\n');
}

export function openidsAsText(openids: readonly string[], as: 'openids' | 'json' | 'sql'): string {
  switch (as) {
    case 'openids':
      return openids.join('\n');
    case 'json':
      return JSON.stringify(openids, null, 2);
    case 'sql':
      // The standard's way to write a quote; a backslash means nothing in it, but does in MySQL.
      return `(${openids.map(openid => `'${openid.replace(/['\\]/g, mark => mark + mark)}'`).join(', ')})`;
  }
}

export function cellText(row: Row, column: ColumnId, { outcomeLabel }: Writing): string {
  switch (column) {
    case 'place':
      return String(row.id + 1);
    case 'outcome':
      return outcomeLabel(row.outcome);
    case 'scene':
      return row.scene?.label ?? '';
    case 'followedAt':
    case 'fetchedAt':
      return timeText(row[column]);
    case 'tags':
      return row.tags.join(', ');
    case 'openid':
    case 'remark':
    case 'unionid':
    case 'qrScene':
      return row[column] ?? '';
  }
}

/** Tab-separated, as spreadsheets take lines from the clipboard. */
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

/** `2024-05-01 08:30:00` in local time: spreadsheets read it as a date in every language. */
function timeText(seconds: number | undefined): string {
  if (seconds === undefined) return '';
  const date = new Date(seconds * 1000);
  const shifted = new Date(date.getTime() - date.getTimezoneOffset() * 60_000);
  return shifted.toISOString().slice(0, 19).replace('T', ' ');
}
