import * as v from 'valibot';
import { bounds } from '../bounds';

/** What every table of rows and its host say to each other, whatever stands in the rows. */
export const rowId = v.pipe(v.number(), v.integer(), v.minValue(0));
export const position = v.pipe(v.number(), v.integer(), v.minValue(0));
const maybePosition = v.pipe(v.number(), v.integer(), v.minValue(-1));
export const filterText = v.pipe(v.string(), v.maxLength(bounds.filterText));
const cell = v.pipe(v.string(), v.maxLength(bounds.cellText));

/**
 * A place in the table: the position among the rows that the query found, from 0, and the row that the reader sees
 * there, if it is loaded. While a batch runs another one may have come to stand there by the time the host hears.
 */
export const place = { position, row: v.optional(rowId) };
export interface Place {
  readonly position: number;
  readonly row?: number | undefined;
}

export const selectionChange = v.variant('kind', [
  v.object({ kind: v.literal('only'), ...place }),
  v.object({ kind: v.literal('toggle'), ...place }),
  /** Everything from the row last picked, or else the one with the keyboard, to here, and nothing else. */
  v.object({ kind: v.literal('extend'), ...place }),
  v.object({ kind: v.literal('all') }),
  v.object({ kind: v.literal('none') }),
]);
export type SelectionChange = v.InferOutput<typeof selectionChange>;

export const textTests = ['contains', 'is', 'filled', 'blank'] as const;
export type TextTest = (typeof textTests)[number];

export const textFilter = v.object({
  kind: v.literal('text'),
  test: v.picklist(textTests),
  text: filterText,
});
export type TextFilter = v.InferOutput<typeof textFilter>;

/** The empty value stands for rows that have none. */
export const valuesFilter = v.object({
  kind: v.literal('values'),
  values: v.pipe(v.array(cell), v.maxLength(bounds.filterValues)),
});

/** Unix seconds: at or after `from` and before `to`. */
export const period = v.object({ from: v.number(), to: v.number() });
export type Period = v.InferOutput<typeof period>;

/** What the page asks of the host about its rows and columns. Answers come as `found`, `rows`, `values` and `match`. */
export function fromTable<C extends string>(columnId: v.GenericSchema<string, C>) {
  return [
    v.object({
      type: v.literal('slice'),
      version: position,
      offset: position,
      length: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(bounds.sliceRows)),
    }),
    /**
     * Where the reader is, so that a panel that was hidden comes back at the same place. `turn` grows with each move of
     * the reader: an answer that crosses a move on its way must not take the reader back.
     */
    v.object({ type: v.literal('place'), ...place, turn: position }),
    /** The row that the keyboard is on. */
    v.object({ type: v.literal('activate'), ...place, turn: position }),
    v.object({ type: v.literal('select'), change: selectionChange }),
    v.object({ type: v.literal('copyCell'), row: rowId, column: columnId }),
    /** The values of a column that hold a text; come as `values`. */
    v.object({ type: v.literal('values'), column: columnId, search: filterText }),
    /** The next row, from a position on, that holds a text; comes as `match`. */
    v.object({ type: v.literal('find'), text: filterText, from: position, backwards: v.boolean() }),
    v.object({ type: v.literal('pane'), open: v.boolean() }),
  ] as const;
}
export type FromTable<C extends string> = v.InferOutput<ReturnType<typeof fromTable<C>>[number]>;

/** What every table can write to the clipboard. */
export const rowForms = ['rows', 'rowsWithHeader', 'csv'] as const;
export type RowForm = (typeof rowForms)[number];

/** What the ids of a table can be written as: one a line, or the values of a SQL `IN`. */
export const listForms = ['lines', 'json', 'sql'] as const;
export type ListForm = (typeof listForms)[number];

/** Where a text stands: at the `index`th of `count` places; -1 for nowhere. */
export const match = v.object({
  type: v.literal('match'),
  text: filterText,
  count: position,
  index: maybePosition,
  at: maybePosition,
});

/** The values of a column with how often they occur under all other filters; the most frequent first. */
export function valuesOf<C extends string>(columnId: v.GenericSchema<string, C>) {
  return v.object({
    column: columnId,
    search: filterText,
    values: v.pipe(
      v.array(v.object({ value: cell, label: cell, count: position })),
      v.maxLength(bounds.filterValues),
    ),
    /** How many there are, listed or not. */
    distinct: position,
  });
}
export type ValuesOf<C extends string> = v.InferOutput<ReturnType<typeof valuesOf<C>>>;

/** What a query found, as far as it is the same for every table. A new `version` makes earlier slices stale. */
export const foundRows = {
  version: position,
  /** Grows with each change of the selection: rows of before are right but for `selected`. */
  marks: position,
  /** Rows that match. */
  count: position,
  selected: position,
  /**
   * Where the row with the keyboard and the one at the top of the screen are now; −1 when there is none, or it
   * is filtered away. They hold as long as `turn` is the last one that the page gave.
   */
  activeAt: maybePosition,
  topAt: maybePosition,
  turn: position,
};

/** Order, visibility and widths (px) of the columns, and what else about a table is a matter of taste. */
export function layoutOf<C extends string>(columnId: v.GenericSchema<string, C>, most: number) {
  return v.object({
    order: v.pipe(v.array(columnId), v.maxLength(most)),
    hidden: v.pipe(v.array(columnId), v.maxLength(most)),
    widths: v.record(v.string(), v.pipe(v.number(), v.minValue(24), v.maxValue(2000))),
    /** The last one of those that stay in sight when the others are scrolled away. */
    frozen: v.optional(columnId),
    chartsFolded: v.optional(v.boolean()),
  });
}
export type TableLayout<C extends string> = v.InferOutput<ReturnType<typeof layoutOf<C>>>;

export interface TableRow {
  readonly id: number;
  readonly selected: boolean;
}

export interface TableQuery<C extends string> {
  /** What rows are to hold. */
  readonly text: string;
  readonly sort: { readonly column: C; readonly descending: boolean };
}

export interface TableFound<Q> {
  readonly version: number;
  readonly marks: number;
  readonly count: number;
  readonly selected: number;
  readonly activeAt: number;
  readonly topAt: number;
  readonly turn: number;
  readonly query: Q;
}

/** Some rows from a position on. */
export interface SliceOf<R> {
  readonly offset: number;
  readonly rows: readonly R[];
}

/** What stands in a column, over the rows that were found. */
export interface SpreadOf<C extends string> {
  readonly column: C;
  readonly distinct: number;
  readonly missing: number;
  readonly top: readonly number[];
}

/** What every page with a table tells its host besides. */
export type FromTablePage<C extends string, Q> =
  | { readonly type: 'query'; query: Q; turn: number }
  | { readonly type: 'columns'; layout: TableLayout<C> }
  | { readonly type: 'copy'; as: RowForm; of: 'picked' }
  | { readonly type: 'pane'; open: boolean };

/** What it hears of its rows. With another version of them come those at the top: nobody need ask for these. */
export type ToTablePage<C extends string, R, F> =
  | { readonly type: 'found'; readonly found: F; readonly top?: SliceOf<R> | undefined }
  | ({ readonly type: 'rows'; readonly version: number } & SliceOf<R>)
  | ({ readonly type: 'values' } & ValuesOf<C>)
  | v.InferOutput<typeof match>
  | { readonly type: 'pane'; readonly open: boolean };
