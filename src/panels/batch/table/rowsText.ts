import { type ColumnId, type Row } from '../../../protocol/views/batchView';
import { type OutcomeKind } from '../../../protocol/views/profileView';
import { type RowForm } from '../../../protocol/messages/tableMessages';
import { type Steps } from '../../steps';
import { lineOf, timeCellText } from '../../table/cellsText';

/** How a table is written out: its columns in their order, and what things are called. */
export interface Writing {
  readonly columns: readonly ColumnId[];
  readonly columnLabel: (column: ColumnId) => string;
  readonly outcomeLabel: (outcome: OutcomeKind) => string;
}

/** Rows written out between two breaths. */
const writtenInStep = 256;

/** @param rows are decoded as they are written: there may be a million */
export function* rowsAsText(rows: Iterable<Row>, as: RowForm, writing: Writing): Steps<string> {
  const { columns, columnLabel } = writing;
  const lines = as === 'rows' ? [] : [lineOf(columns.map(columnLabel), as)];
  for (const row of rows) {
    const cells = columns.map(column => cellText(row, column, writing));
    if (lines.push(lineOf(cells, as)) % writtenInStep === 0) yield;
  }
  return lines.join('\n');
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
      return timeCellText(row[column]);
    case 'tags':
      return row.tags.join(', ');
    case 'openid':
    case 'remark':
    case 'unionid':
    case 'qrScene':
      return row[column] ?? '';
  }
}
