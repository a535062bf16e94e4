import { type RowForm, type TableLayout } from '../../protocol/messages/tableMessages';

/** What the keyboard asks for that is not the table's own business. */
export interface TableHost<C extends string, Q> {
  /** Counts the moves of the reader; see `query` in the protocol. */
  readonly turn: number;
  nextTurn(): number;
  setQuery(query: Q): void;
  setLayout(layout: TableLayout<C>, final: boolean): void;
  copyPicked(as: RowForm): void;
  /** Someone began to type: the text filter is wanted. */
  type(text: string): void;
  openDetail(): void;
  closeDetail(): void;
  clearFilters(): void;
}
