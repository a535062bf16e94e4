import * as l10n from '@vscode/l10n';
import { type ColumnId, type ColumnLayout, columnIds } from '../../protocol/batchView';

const widths: Readonly<Record<ColumnId, number>> = {
  place: 72,
  outcome: 152,
  openid: 264,
  scene: 216,
  followedAt: 196,
  tags: 168,
  remark: 176,
  unionid: 264,
  qrScene: 152,
};
const narrowest = 56;
const widest = 800;

export function columnName(column: ColumnId): string {
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

/** Every column, also those that a layout of an older version did not know, in the layout's order. */
export function allColumns({ order }: ColumnLayout): ColumnId[] {
  return [...new Set([...order, ...columnIds])];
}

export function shownColumns(layout: ColumnLayout): ColumnId[] {
  return allColumns(layout).filter(column => !layout.hidden.includes(column));
}

export function widthOf(column: ColumnId, { widths: chosen }: ColumnLayout): number {
  return chosen[column] ?? widths[column];
}

export function resized(layout: ColumnLayout, column: ColumnId, width: number): ColumnLayout {
  const bounded = Math.round(Math.min(Math.max(width, narrowest), widest));
  return { ...layout, widths: { ...layout.widths, [column]: bounded } };
}

/** At least one column stays. */
export function toggled(layout: ColumnLayout, column: ColumnId): ColumnLayout {
  if (layout.hidden.includes(column))
    return { ...layout, hidden: layout.hidden.filter(one => one !== column) };
  return shownColumns(layout).length > 1 ? { ...layout, hidden: [...layout.hidden, column] } : layout;
}

/** Puts a column where another one is; the ones between move up. */
export function moved(layout: ColumnLayout, column: ColumnId, to: ColumnId): ColumnLayout {
  const order = allColumns(layout);
  const [from, target] = [order.indexOf(column), order.indexOf(to)];
  order.splice(from, 1);
  order.splice(target, 0, column);
  return { ...layout, order };
}
