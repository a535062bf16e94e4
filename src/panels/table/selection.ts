import { type SelectionChange } from '../../protocol/messages/tableMessages';

/**
 * The picked rows. They are kept by their place in the list, not on the screen: sorting, filtering and arriving
 * answers do not change what is selected.
 */
export class Selection {
  /** A mark for each row: a million of them are set in no time. */
  private readonly marks: Uint8Array;
  private count = 0;
  /** Where `extend` reaches from. */
  private anchor: number | undefined;

  constructor(length: number) {
    this.marks = new Uint8Array(length);
  }

  get size(): number {
    return this.count;
  }

  all(): number[] {
    const rows: number[] = [];
    for (let row = this.marks.indexOf(1); row !== -1; row = this.marks.indexOf(1, row + 1)) rows.push(row);
    return rows;
  }

  restore(rows: Iterable<number>): void {
    this.marks.fill(0);
    this.count = 0;
    for (const row of rows) this.mark(row, true);
  }

  has(row: number): boolean {
    return this.marks[row] === 1;
  }

  /** Those of some rows that are picked, in their order. */
  among(shown: Uint32Array): Uint32Array {
    return this.count === 0 ? new Uint32Array() : shown.filter(row => this.has(row));
  }

  /**
   * @param row undefined where what was meant is there no more
   * @param shown the rows top to bottom
   * @param current the row with the keyboard
   * @returns false where there was nothing to do it with
   */
  change(
    kind: SelectionChange['kind'],
    row: number | undefined,
    shown: Uint32Array,
    current: number | undefined,
  ): boolean {
    if (kind === 'all') this.restore(shown);
    else if (kind === 'none') this.restore([]);
    else if (row === undefined) return false;
    else if (kind === 'extend') this.extend(row, shown, current);
    else if (kind === 'toggle') this.toggle(row);
    else this.pick(row);
    return true;
  }

  pick(row: number): void {
    this.restore([row]);
    this.anchor = row;
  }

  toggle(row: number): void {
    this.mark(row, !this.has(row));
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
    this.restore(shown.subarray(Math.min(from, to), Math.max(from, to) + 1));
  }

  private mark(row: number, isPicked: boolean): void {
    if (row >= this.marks.length || this.has(row) === isPicked) return;
    this.marks[row] = isPicked ? 1 : 0;
    this.count += isPicked ? 1 : -1;
  }
}
