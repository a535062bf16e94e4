import { bounds } from '../../../protocol/bounds';
import {
  everybody,
  type PeopleFound,
  type PeopleQuery,
  type PersonRow,
  type PersonValues,
} from '../../../protocol/views/peopleView';
import { type Place, type SelectionChange } from '../../../protocol/messages/tableMessages';
import { bounded } from '../../profile/profileView';
import { type Steps } from '../../steps';
import { type Match, nextOf } from '../../table/match';
import { Selection } from '../../table/selection';
import { type Membership } from '../picture/membership';
import { type ColumnSource } from './columnSources';
import { type Condition, conditionsOf, hasText } from './personConditions';
import { PersonSorter } from './personSorter';
import { type PeopleRows } from './peopleRows';

/** Rows looked at between two breaths, whatever is asked of them: a millisecond or two. */
const lookedAtInStep = 1024;

/**
 * People as the table shows them: rows filtered, sorted and picked. A row is known by its place among those of its
 * scope. The page holds nothing but the slice on its screen.
 */
export class PersonTable {
  private readonly selection: Selection;
  private readonly sorter: PersonSorter;
  private readonly byColumn: ReadonlyMap<string, ColumnSource>;
  activeRow: number | undefined;
  topRow: number | undefined;
  /** The page's last move that these take account of. */
  turn = 0;
  query: PeopleQuery = everybody;
  private revision = 0;
  private marks = 0;
  private shown: Uint32Array;
  private places?: { readonly version: number; readonly text: string; readonly all: readonly number[] };

  constructor(
    readonly rows: PeopleRows,
    readonly sources: readonly ColumnSource[],
    private readonly membership: Membership,
  ) {
    const { positions } = rows;
    this.selection = new Selection(positions.length);
    this.sorter = new PersonSorter(positions);
    this.byColumn = new Map(sources.map(source => [source.column.id, source]));
    this.shown = everyRow(positions.length);
  }

  get length(): number {
    return this.rows.positions.length;
  }

  get holdsEverybody(): boolean {
    return this.rows.isEverybody === true;
  }

  get version(): number {
    return this.revision;
  }

  /** What some columns hold has come since. */
  changed(): void {
    this.sorter.forget();
  }

  /** Filters and sorts anew; earlier slices are stale then. */
  *draw(): Steps<void> {
    const { sort } = this.query;
    const rows = yield* this.filtered(conditionsOf(this.query, this.byColumn, this.membership));
    this.shown = yield* this.sorter.sort(rows, this.byColumn.get(sort.column), sort.descending);
    this.revision++;
  }

  found(): PeopleFound {
    return {
      version: this.revision,
      marks: this.marks,
      query: this.query,
      count: this.shown.length,
      selected: this.selection.size === 0 ? 0 : this.picked().length,
      activeAt: this.positionOf(this.activeRow),
      topAt: this.positionOf(this.topRow),
      turn: this.turn,
    };
  }

  slice(offset: number, length: number): PersonRow[] {
    return [...this.shown.subarray(offset, offset + length)].map(id => this.row(id));
  }

  /** The row that the reader means, whatever has come to stand there since. */
  rowAt({ position, row }: Place): number | undefined {
    return row !== undefined && row < this.length ? row : this.shown[position];
  }

  /** Of the person, or of the openid, that a row is. */
  positionAt(row: number): number {
    return this.rows.positions[row] ?? 0;
  }

  select(change: SelectionChange): void {
    const row = 'position' in change ? this.rowAt(change) : undefined;
    if (this.selection.change(change.kind, row, this.shown, this.activeRow)) this.marks++;
  }

  /** As they are shown: what the filters let through, or of that what is picked. */
  rowsOf(of: 'picked' | 'filtered'): Uint32Array {
    return of === 'picked' ? this.picked() : this.shown;
  }

  source(column: string): ColumnSource | undefined {
    return this.byColumn.get(column);
  }

  /** The values of a column under all other filters, the most frequent first. */
  *values(column: string, search: string, labelOf: (value: string) => string): Steps<PersonValues> {
    const source = this.byColumn.get(column);
    const counts = new Map<string, number>();
    const others = Object.entries(this.query.filters).filter(([name]) => name !== column);
    const filters = Object.fromEntries(others);
    const rows = yield* this.filtered(
      conditionsOf({ ...this.query, filters }, this.byColumn, this.membership),
    );
    for (let at = 0; source && at < rows.length; at++) {
      if (at % lookedAtInStep === 0) yield;
      const value = bounded(source.text(this.positionAt(rows[at] ?? 0)), bounds.cellText);
      counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    const wanted = search.trim().toLowerCase();
    const values = [...counts]
      .sort(([, a], [, b]) => b - a)
      .map(([value, count]) => ({ value, label: labelOf(value), count }))
      .filter(({ label }) => wanted === '' || label.toLowerCase().includes(wanted));
    return { column, search, values: values.slice(0, bounds.filterValues), distinct: values.length };
  }

  *match(text: string, from: number, backwards: boolean): Steps<Match> {
    const { places, revision: version } = this;
    const isKnown = places?.version === version && places.text === text;
    const all = isKnown ? places.all : yield* this.placesOf(text);
    this.places = { version, text, all };
    return nextOf(all, from, backwards);
  }

  private row(id: number): PersonRow {
    const position = this.positionAt(id);
    const cells = this.sources.map(source => {
      if (source.column.kind === 'time') {
        const time = source.number?.(position) ?? NaN;
        return Number.isNaN(time) ? null : time;
      }
      const value = source.text(position);
      return value === '' ? null : bounded(value, bounds.cellText);
    });
    return { id, selected: this.selection.has(id), cells };
  }

  private *filtered(conditions: readonly Condition[]): Steps<Uint32Array> {
    const { positions } = this.rows;
    if (conditions.length === 0) return everyRow(positions.length);
    const rows = new Uint32Array(positions.length);
    let count = 0;
    for (let row = 0; row < positions.length; row++) {
      if (row % lookedAtInStep === 0) yield;
      const position = positions[row] ?? 0;
      if (conditions.every(holds => holds(position))) rows[count++] = row;
    }
    return rows.slice(0, count);
  }

  private *placesOf(text: string): Steps<number[]> {
    const holds = hasText(this.sources, text);
    const places: number[] = [];
    if (text.trim() === '') return places;
    for (let at = 0; at < this.shown.length; at++) {
      if (at % lookedAtInStep === 0) yield;
      if (holds(this.positionAt(this.shown[at] ?? 0))) places.push(at);
    }
    return places;
  }

  private picked(): Uint32Array {
    return this.selection.among(this.shown);
  }

  private positionOf(row: number | undefined): number {
    return row === undefined ? -1 : this.shown.indexOf(row);
  }
}

/** By a loop: an iterator takes a tenth of a second for a million. */
function everyRow(length: number): Uint32Array {
  const rows = new Uint32Array(length);
  for (let row = 0; row < length; row++) rows[row] = row;
  return rows;
}
