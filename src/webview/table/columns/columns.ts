import { type ColumnId, type ColumnLayout, columnIds } from '../../../protocol/batchView';

const widths: Readonly<Record<ColumnId, number>> = {
  place: 72,
  outcome: 144,
  openid: 264,
  scene: 216,
  followedAt: 196,
  tags: 168,
  remark: 176,
  unionid: 264,
  qrScene: 152,
  fetchedAt: 196,
};
const narrowest = 56;
const widest = 800;

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

/** How many columns stay in sight when the others are scrolled away. */
export function frozenCount(layout: ColumnLayout): number {
  const columns = shownColumns(layout);
  return layout.frozen === undefined ? 0 : columns.indexOf(layout.frozen) + 1;
}

/** Freezes up to a column; again, and none is. */
export function frozen(layout: ColumnLayout, column: ColumnId): ColumnLayout {
  return { ...layout, frozen: layout.frozen === column ? undefined : column };
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

/** Tells a table how wide its columns are, and where those that are frozen stand: beside those before them. */
export function placeColumns(table: HTMLElement, layout: ColumnLayout): void {
  const widths = shownColumns(layout).map(column => widthOf(column, layout));
  table.style.setProperty('--lens-columns', `${widths.map(width => `${width}px`).join(' ')} minmax(0, 1fr)`);
  let left = 0;
  for (const [index, width] of widths.slice(0, frozenCount(layout)).entries()) {
    table.style.setProperty(`--lens-left-${index}`, `${left}px`);
    left += width;
  }
}
