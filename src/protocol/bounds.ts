/** Limits on what one message may carry. Both sides hold themselves and each other to them. */
export const bounds = {
  /** Rows in one slice. A screen shows about 40. */
  sliceRows: 500,
  /** Rows in one block, which is what the page asks for and keeps: it begins at a multiple of this. */
  blockRows: 200,
  /** Picked rows that are kept over a reload. */
  keptSelection: 1000,
  /** Characters of a text filter. */
  filterText: 200,
  /** Values that a column is filtered by, and distinct values that are listed to choose from. */
  filterValues: 500,
  /** Characters of one table cell; a person's remark is about 30 bytes, hostile ones may be anything. */
  cellText: 500,
  /** Characters of one field of a profile. */
  fieldText: 10_000,
  /** Unknown or legacy fields of one profile. */
  fields: 200,
  /** Tags of one person. WeChat allows 20. */
  tags: 100,
  /** Bars of the scene chart: the 13 scenes, and unknown ones up to here. */
  scenes: 100,
  /** Bars of the timeline. */
  bins: 100,
  /** Accounts beside each other on the People page, and the columns of its table. */
  peopleAccounts: 50,
  peopleColumns: 300,
  /** Combinations of accounts that are drawn; platforms, findings. */
  peopleBars: 200,
  /** Rows of a report's table; a file has the rest. */
  reportRows: 1000,
  /** Characters of a text for the clipboard that a webview composes itself. */
  clipboardText: 100_000,
} as const;

/** The block that holds the row at a position; the first where that is -1, for none. */
export function blockAt(position: number): number {
  return Math.floor(Math.max(position, 0) / bounds.blockRows);
}
