import { type TableLayout } from '../../../protocol/messages/tableMessages';

const narrowest = 56;
const widest = 800;
/** Of which the styles know where they stand. */
const mostFrozen = 9;

type DefaultWidth<C> = (column: C) => number;

/** With every column that there is, also those that a layout of an older version did not know, and no other. */
export function completed<C extends string>(layout: TableLayout<C>, columns: readonly C[]): TableLayout<C> {
  const known = layout.order.filter(column => columns.includes(column));
  return { ...layout, order: [...new Set([...known, ...columns])] };
}

export function shownColumns<C extends string>({ order, hidden }: TableLayout<C>): C[] {
  return order.filter(column => !hidden.includes(column));
}

export function widthOf<C extends string>(
  column: C,
  { widths }: TableLayout<C>,
  standard: DefaultWidth<C>,
): number {
  return widths[column] ?? standard(column);
}

export function resized<C extends string>(layout: TableLayout<C>, column: C, width: number): TableLayout<C> {
  const bounded = Math.round(Math.min(Math.max(width, narrowest), widest));
  return { ...layout, widths: { ...layout.widths, [column]: bounded } };
}

/** How many columns stay in sight when the others are scrolled away. */
export function frozenCount<C extends string>(layout: TableLayout<C>): number {
  const columns = shownColumns(layout);
  return layout.frozen === undefined ? 0 : Math.min(columns.indexOf(layout.frozen) + 1, mostFrozen);
}

/** Freezes up to a column; again, and none is. */
export function frozen<C extends string>(layout: TableLayout<C>, column: C): TableLayout<C> {
  return { ...layout, frozen: layout.frozen === column ? undefined : column };
}

/** At least one column stays. */
export function toggled<C extends string>(layout: TableLayout<C>, column: C): TableLayout<C> {
  if (layout.hidden.includes(column))
    return { ...layout, hidden: layout.hidden.filter(one => one !== column) };
  return shownColumns(layout).length > 1 ? { ...layout, hidden: [...layout.hidden, column] } : layout;
}

/** Puts a column where another one is; the ones between move up. */
export function moved<C extends string>(layout: TableLayout<C>, column: C, to: C): TableLayout<C> {
  const order = [...layout.order];
  const [from, target] = [order.indexOf(column), order.indexOf(to)];
  order.splice(from, 1);
  order.splice(target, 0, column);
  return { ...layout, order };
}

/** Tells a table how wide its columns are, and where those that are frozen stand: beside those before them. */
export function placeColumns<C extends string>(
  table: HTMLElement,
  layout: TableLayout<C>,
  standard: DefaultWidth<C>,
): void {
  const widths = shownColumns(layout).map(column => widthOf(column, layout, standard));
  table.style.setProperty('--lens-columns', `${widths.map(width => `${width}px`).join(' ')} minmax(0, 1fr)`);
  let left = 0;
  for (const [index, width] of widths.slice(0, frozenCount(layout)).entries()) {
    table.style.setProperty(`--lens-left-${index}`, `${left}px`);
    left += width;
  }
}
