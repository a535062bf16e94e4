import {
  type ColumnValues,
  type Found,
  isWholeList,
  type Query,
  type Row,
  type Spread,
  wholeList,
} from '../../../protocol/views/batchView';
import { bounds } from '../../../protocol/bounds';
import { outcomeKinds } from '../../../protocol/views/profileView';
import { type Place, type SelectionChange } from '../../../protocol/messages/tableMessages';
import { type Overlay } from '../../../changes';
import { type DisplayLanguage } from '../../../wechat';
import { bounded, sceneView } from '../../profile/profileView';
import { finish, type Steps } from '../../steps';
import { type ValueColumn } from './columnText';
import { columnValues, spreadOf } from './columnValues';
import { type Filtered, filterRows } from './filterRows';
import { placesOf } from './matches';
import { pickedView } from './pickedRows';
import { noScene, RowFacts, type Rows } from './rowFacts';
import { type Match, nextOf } from '../../table/match';
import { Selection } from '../../table/selection';
import { RowSorter, type TagNames } from './sortRows';

/** Rows decoded between two breaths: about a millisecond. */
const decodedInStep = 128;

/**
 * A batch as its table shows it: rows filtered, sorted and picked. The page holds nothing but the slice on its
 * screen, so that a panel that was hidden or moved comes back as it was left.
 */
export class BatchTable {
  private readonly selection: Selection;
  /** The rows with the keyboard and at the top of the screen, by their place in the list. */
  activeRow: number | undefined;
  topRow: number | undefined;
  /** Whether the profile of the active row is shown beside the table. */
  paneOpen = false;
  /** The page's last move that these take account of. */
  turn = 0;
  query: Query = wholeList;
  tagNames: TagNames = new Map();
  private revision = 0;
  private marks = 0;
  private readonly facts: RowFacts;
  private readonly sorter: RowSorter;
  /** Rows before this one have been read, and of those, these are to be read again. */
  private readTo = 0;
  private stale: number[] = [];
  private shown: Uint32Array;
  private charts: Pick<Filtered, 'scenes' | 'timeline'> = { scenes: [], timeline: undefined };
  private places?: { readonly version: number; readonly text: string; readonly all: readonly number[] };

  constructor(rows: Rows, language: DisplayLanguage) {
    this.facts = new RowFacts(rows, language);
    this.sorter = new RowSorter(this.facts, language);
    this.selection = new Selection(rows.openids.length);
    this.shown = Uint32Array.from(rows.openids.keys());
  }

  /** The selection as it is kept over a reload: not at all where it is large. */
  get picks(): readonly number[] {
    return this.selection.size > bounds.keptSelection ? [] : this.selection.all();
  }

  set picks(rows: readonly number[]) {
    this.selection.restore(rows);
  }

  get length(): number {
    return this.facts.openids.length;
  }

  /** Slices of another version show something else. */
  get version(): number {
    return this.revision;
  }

  /** Whether its rows are those that the query asks for: before anything was read the list as it is can be shown. */
  get isReady(): boolean {
    return this.revision > 0 || isWholeList(this.query);
  }

  /** The outcomes of these openids are others, or may be those of all. They are read at the next drawing. */
  changed(openids?: readonly string[]): void {
    if (!openids) {
      this.readTo = 0;
      this.stale = [];
      return;
    }
    for (const openid of openids) {
      const row = this.facts.indexOf(openid);
      if (row !== undefined && row < this.readTo) this.stale.push(row);
    }
  }

  /** What was changed from here since the answers came. */
  get changes(): Overlay | undefined {
    return this.facts.changes;
  }

  /** Lays changes over the answers; those whom they are about are read at the next drawing. Whether they are others. */
  lay(changes: Overlay | undefined): boolean {
    const before = this.facts.changes;
    if (changes === before) return false;
    const openids = changes?.differing(before) ?? before?.differing(undefined) ?? [];
    this.facts.lay(changes, openids);
    this.changed(openids);
    return openids.length > 0;
  }

  /** Reads what has changed, filters and sorts anew; earlier slices are stale then. */
  *draw(): Steps<void> {
    while (this.readTo < this.length) {
      const to = Math.min(this.readTo + decodedInStep, this.length);
      this.facts.read(this.readTo, to);
      this.readTo = to;
      yield;
    }
    for (let row = this.stale.pop(); row !== undefined; row = this.stale.pop()) {
      this.facts.read(row, row + 1);
      if (this.stale.length % decodedInStep === 0) yield;
    }
    const { rows, ...charts } = yield* filterRows(this.facts, this.query, this.tagNames);
    this.shown = yield* this.sorter.sort(rows, this.query.sort, this.tagNames);
    this.charts = charts;
    this.revision++;
  }

  find(): void {
    finish(this.draw());
  }

  found(): Found {
    const { scenes, timeline } = this.charts;
    const picked = this.picked();
    return {
      version: this.revision,
      marks: this.marks,
      query: this.query,
      count: this.shown.length,
      scenes,
      ...(timeline && { timeline }),
      selected: picked.length,
      ...(picked.length > 1 && { picked: pickedView(this.facts, picked) }),
      activeAt: this.positionOf(this.activeRow),
      topAt: this.positionOf(this.topRow),
      turn: this.turn,
      tagNames: this.chosenTags(),
    };
  }

  /** The rows from `offset` on, as far as there are any. They are read first, whatever was read before. */
  slice(offset: number, length: number): Row[] {
    return [...this.shown.subarray(offset, offset + length)].map(row => this.row(row));
  }

  /** The row that the reader means, whatever has come to stand there since. */
  rowAt({ position, row }: Place): number | undefined {
    return row !== undefined && row < this.length ? row : this.shown[position];
  }

  select(change: SelectionChange): void {
    const row = 'position' in change ? this.rowAt(change) : undefined;
    if (this.selection.change(change.kind, row, this.shown, this.activeRow)) this.marks++;
  }

  /** As they are shown: what the filters let through, or of that what is picked. */
  *rows(of: 'picked' | 'filtered'): Generator<Row> {
    for (const row of this.rowsOf(of)) yield this.row(row);
  }

  openids(of: 'picked' | 'filtered'): string[] {
    return [...this.rowsOf(of)].flatMap(row => this.facts.openids[row] ?? []);
  }

  *values(column: ValueColumn, search: string): Steps<ColumnValues> {
    return yield* columnValues(this.facts, this.query, this.tagNames, column, search);
  }

  *spreads(columns: readonly ValueColumn[]): Steps<Spread[]> {
    const spreads: Spread[] = [];
    for (const column of columns) spreads.push(yield* spreadOf(this.facts, this.shown, column));
    return spreads;
  }

  *match(text: string, from: number, backwards: boolean): Steps<Match> {
    const { places, revision: version } = this;
    const isKnown = places?.version === version && places.text === text;
    const all = isKnown ? places.all : yield* placesOf(this.facts, this.shown, text, this.tagNames);
    this.places = { version, text, all };
    return nextOf(all, from, backwards);
  }

  /** A cell's whole text is longer than what is shown of it. */
  row(id: number, longest: number = bounds.cellText): Row {
    this.facts.read(id, id + 1);
    const { openids, outcomes, followedAt, fetchedAt, remarks, unionids, qrScenes, tagIds } = this.facts;
    const cell = (value: string) => bounded(value, longest);
    const optional = (value: string | undefined) => (value === undefined ? undefined : cell(value));
    const scene = this.facts.scene(id);
    const [followed, fetched] = [followedAt[id] ?? NaN, fetchedAt[id] ?? NaN];
    return {
      id,
      openid: cell(openids[id] ?? ''),
      outcome: outcomeKinds[outcomes[id] ?? 0] ?? 'pending',
      selected: this.selection.has(id),
      tags: (tagIds[id] ?? []).slice(0, bounds.tags).map(tag => cell(this.tagNames.get(tag) ?? String(tag))),
      ...(scene !== noScene && { scene: sceneView(scene) }),
      ...(!Number.isNaN(followed) && { followedAt: followed }),
      ...(!Number.isNaN(fetched) && { fetchedAt: fetched }),
      toAskAgain: this.facts.toAskAgain[id] === 1,
      remark: optional(remarks[id]),
      unionid: optional(unionids[id]),
      qrScene: optional(qrScenes[id]),
    };
  }

  private chosenTags(): Record<string, string> {
    const filter = this.query.filters.tags;
    const ids = filter?.kind === 'values' ? filter.values : [];
    const names = ids.map(id => [id, this.tagNames.get(Number(id))] as const);
    return Object.fromEntries(
      names.flatMap(([id, name]) => (name === undefined ? [] : [[id, bounded(name, bounds.cellText)]])),
    );
  }

  private rowsOf(of: 'picked' | 'filtered'): Uint32Array {
    return of === 'picked' ? this.picked() : this.shown;
  }

  private picked(): Uint32Array {
    return this.selection.among(this.shown);
  }

  private positionOf(row: number | undefined): number {
    return row === undefined ? -1 : this.shown.indexOf(row);
  }
}
