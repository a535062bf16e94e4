import { type ColumnId, type Row } from '../../../protocol/batchView';
import { type OutcomeKind } from '../../../protocol/profileView';

/** Tab-separated lines under a header, as spreadsheets take them from the clipboard. */
export function rowsAsTsv(
  rows: readonly Row[],
  columns: readonly ColumnId[],
  label: (column: ColumnId) => string,
  outcomeLabel: (outcome: OutcomeKind) => string,
): string {
  const textOf = (row: Row, column: ColumnId) =>
    column === 'outcome' ? outcomeLabel(row.outcome) : valueOf(row, column);
  const lines = rows.map(row => columns.map(column => tsvCell(textOf(row, column))).join('\t'));
  return [columns.map(label).join('\t'), ...lines].join('\n');
}

/** A cell that begins like a formula would be run by the spreadsheet it is pasted into. */
function tsvCell(text: string): string {
  const flat = text.replace(/[\t\r\n]+/g, ' ');
  return /^\s*[=+\-@＝＋－＠]/.test(flat) ? `'${flat}` : flat;
}

function valueOf(row: Row, column: Exclude<ColumnId, 'outcome'>): string {
  switch (column) {
    case 'place':
      return String(row.id + 1);
    case 'scene':
      return row.scene?.label ?? '';
    case 'followedAt':
      return row.followedAt === undefined ? '' : localTime(row.followedAt);
    case 'tags':
      return row.tags.join(', ');
    case 'openid':
    case 'remark':
    case 'unionid':
    case 'qrScene':
      return row[column] ?? '';
  }
}

/** `2024-05-01 08:30:00` in local time: spreadsheets read it as a date in every language. */
function localTime(seconds: number): string {
  const date = new Date(seconds * 1000);
  const shifted = new Date(date.getTime() - date.getTimezoneOffset() * 60_000);
  return shifted.toISOString().slice(0, 19).replace('T', ' ');
}
