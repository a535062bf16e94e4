import { type SelectionChange } from '../protocol/batchMessages';

/**
 * The picked rows. They are kept by their place in the list, not on the screen: sorting, filtering and arriving
 * answers do not change what is selected.
 */
export class Selection {
  private rows = new Set<number>();
  private anchor: number | undefined;

  get size(): number {
    return this.rows.size;
  }

  all(): number[] {
    return [...this.rows];
  }

  restore(rows: readonly number[]): void {
    this.rows = new Set(rows);
  }

  has(row: number): boolean {
    return this.rows.has(row);
  }

  /** `shown` are the rows on the screen, top to bottom; a change counts positions in it. */
  apply(change: SelectionChange, shown: Uint32Array): void {
    if (change.kind === 'all') this.rows = new Set(shown);
    else if (change.kind === 'none') this.rows = new Set();
    else {
      const row = shown[change.position];
      if (row === undefined) return;
      if (change.kind === 'extend') this.rows = new Set(this.reach(change.position, shown));
      else {
        if (change.kind === 'only') this.rows = new Set([row]);
        else if (!this.rows.delete(row)) this.rows.add(row);
        this.anchor = row;
      }
    }
  }

  private reach(position: number, shown: Uint32Array): Uint32Array {
    const anchor = this.anchor === undefined ? -1 : shown.indexOf(this.anchor);
    const start = anchor === -1 ? position : anchor;
    return shown.slice(Math.min(start, position), Math.max(start, position) + 1);
  }
}
