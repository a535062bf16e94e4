/** One row: its cells in the order of the table's columns, or `torn` where it does not fit them. */
export type TableRow =
  | { readonly kind: 'cells'; readonly cells: readonly string[] }
  | { readonly kind: 'torn'; readonly text: string };

/** A table in a text, whose rows can be gone through again and again. */
export interface Table {
  /** The columns' names; numbers from 1 where the table names none. */
  readonly columns: readonly string[];
  readonly hasNames: boolean;
  /** Slices of some milliseconds of work; whoever reads them lets others have their turn in between. */
  slices(): Iterable<readonly TableRow[]>;
}

/** UTF-16 units of text in one slice. */
export const sliceLength = 64 * 1024;

/** What databases and languages write for nothing. */
const nothing = /^(?:null|nil|none|undefined|nan|\\N|\(null\)|<null>|-)$/i;

/** A cell as text; empty where it holds nothing. */
export function cellText(value: unknown): string {
  switch (typeof value) {
    case 'string': {
      const text = value.trim();
      return nothing.test(text) ? '' : text;
    }
    case 'number':
    case 'boolean':
    case 'bigint':
      return String(value);
    default:
      return '';
  }
}
