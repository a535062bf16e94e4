/**
 * The picked rows. They are kept by their place in the list, not on the screen: sorting, filtering and arriving
 * answers do not change what is selected.
 */
export class Selection {
  private rows = new Set<number>();
  /** Where `extend` reaches from. */
  private anchor: number | undefined;

  get size(): number {
    return this.rows.size;
  }

  all(): number[] {
    return [...this.rows];
  }

  restore(rows: Iterable<number>): void {
    this.rows = new Set(rows);
  }

  has(row: number): boolean {
    return this.rows.has(row);
  }

  pick(row: number): void {
    this.rows = new Set([row]);
    this.anchor = row;
  }

  toggle(row: number): void {
    if (!this.rows.delete(row)) this.rows.add(row);
    this.anchor = row;
  }

  /**
   * Everything from the row last picked to this one, as they are `shown` top to bottom; from `current`, the row
   * with the keyboard, where none was picked or it is not among them.
   */
  extend(row: number, shown: Uint32Array, current: number | undefined): void {
    const anchor = [this.anchor, current, row].find(one => one !== undefined && shown.includes(one));
    const to = shown.indexOf(row);
    if (anchor === undefined || to === -1) return;
    const from = shown.indexOf(anchor);
    this.anchor = anchor;
    this.rows = new Set(shown.subarray(Math.min(from, to), Math.max(from, to) + 1));
  }
}
