import { type TemplateResult } from 'lit';
import {
  type Period,
  type TableQuery,
  type TableRow,
  type TextFilter,
  type TextTest,
} from '../../protocol/messages/tableMessages';
import { type MenuEntry } from '../controls/menu';

/** How a column can be narrowed down. */
export type FilterWay = 'dates' | 'text' | 'values';

/** The filters of a table's columns, which stand in its query. */
export interface ColumnFiltering<C extends string, Q extends TableQuery<C>> {
  ways(column: C): readonly FilterWay[];
  isFiltered(query: Q, column: C): boolean;
  /** Without any filter of the column. */
  unfiltered(query: Q, column: C): Q;
  textOf(query: Q, column: C): TextFilter | undefined;
  withText(query: Q, column: C, filter: { readonly test: TextTest; readonly text: string } | undefined): Q;
  /** The values that a column is filtered by. */
  valuesOf(query: Q, column: C): readonly string[];
  withValues(query: Q, column: C, values: readonly string[]): Q;
  periodOf(query: Q, column: C): Period | undefined;
  withPeriod(query: Q, column: C, period: Period | undefined): Q;
  /** The values of a column that has the same ones in every table, in their order. */
  fixedValues?(column: C): readonly { readonly value: string; readonly label: string }[] | undefined;
}

/** All that differs from one table to another: its rows and columns, and what can be done with them. */
export interface TableKind<C extends string, R extends TableRow, Q extends TableQuery<C>> {
  /** What the table is called. */
  readonly label: string;
  /** Every row, in the order in which they are by themselves. */
  readonly everything: Q;
  /** Where columns belong together, what the ones of a group have in common. */
  groupOf?(column: C): string | undefined;
  labelOf(column: C): string;
  /** Where nothing above it says what it belongs to. */
  nameOf(column: C): string;
  /** As long as nobody has chosen another one. */
  widthOf(column: C): number;
  /** Of times the latest is what one wants to see first. */
  isTime(column: C): boolean;
  cell(row: R, column: C): TemplateResult;
  readonly filtering: ColumnFiltering<C, Q>;
  /** What can be done with the row under the pointer or the keyboard, and with all that are picked. */
  menu(row: R | undefined, column: C | undefined, selected: number): readonly MenuEntry[];
  /** What is picked, in a line. */
  foot(): unknown;
}
