import { env, l10n } from 'vscode';

import { type ColumnId, type ColumnLayout } from '../../protocol/batchView';
import { outcomeLabel } from '../../ui/outcomes';
import { type BatchTable } from './table/batchTable';
import { rowsAsTsv } from './table/rowsText';

/** The picked rows as and in the order that they are shown, or their openids as a JSON list. */
export async function copySelection(
  table: BatchTable,
  as: 'rows' | 'openids',
  columns: ColumnLayout,
): Promise<void> {
  const rows = table.selectedRows();
  if (rows.length === 0) return;
  const shown = columns.order.filter(column => !columns.hidden.includes(column));
  const text =
    as === 'rows'
      ? rowsAsTsv(rows, shown, columnLabel, outcomeLabel)
      : JSON.stringify(table.selectedOpenids(), null, 2);
  await env.clipboard.writeText(text);
}

function columnLabel(column: ColumnId): string {
  switch (column) {
    case 'place':
      return '#';
    case 'outcome':
      return l10n.t('Outcome');
    case 'openid':
      return l10n.t('OpenID');
    case 'scene':
      return l10n.t('Scene');
    case 'followedAt':
      return l10n.t('Followed');
    case 'tags':
      return l10n.t('Tags');
    case 'remark':
      return l10n.t('Remark');
    case 'unionid':
      return l10n.t('UnionID');
    case 'qrScene':
      return l10n.t('QR Scene');
  }
}
