import { env } from 'vscode';

import { type CopyForm, type FromBatch } from '../../protocol/messages/batchMessages';
import { type ColumnLayout } from '../../protocol/views/batchView';
import { bounds } from '../../protocol/bounds';
import { columnLabel, outcomeLabel } from '../../protocol/labels';
import { type ListForm, listForms } from '../../protocol/messages/tableMessages';
import { inSlices } from '../steps';
import { listText } from '../table/cellsText';
import { type BatchTable } from './table/batchTable';
import { cellText, rowsAsText, type Writing } from './table/rowsText';

type Copy = FromBatch & { type: 'copy' };
type CopyCell = FromBatch & { type: 'copyCell' };

/** What is picked, or what the filters let through, as and in the order that it is shown, a slice of work at a time. */
export async function copyRows(
  table: BatchTable,
  { as, of }: Copy,
  layout: ColumnLayout,
  closed: AbortSignal,
): Promise<void> {
  const text = isList(as)
    ? listText(table.openids(of), as)
    : (await inSlices(rowsAsText(table.rows(of), as, writingOf(layout)), () => !closed.aborted))?.value;
  if (text) await env.clipboard.writeText(text);
}

/** The whole of a cell, of which the page may have the beginning only. */
export async function copyCell(table: BatchTable, { row, column }: CopyCell): Promise<void> {
  if (row < table.length)
    await env.clipboard.writeText(cellText(table.row(row, bounds.clipboardText), column, writing([])));
}

function isList(as: CopyForm): as is ListForm {
  return listForms.some(form => form === as);
}

function writingOf({ order, hidden }: ColumnLayout): Writing {
  return writing(order.filter(column => !hidden.includes(column)));
}

function writing(columns: Writing['columns']): Writing {
  return { columns, columnLabel, outcomeLabel };
}
