import { type Place, type SelectionChange } from '../../../protocol/batchMessages';
import { type Found, type Query, type Row, wholeList } from '../../../protocol/batchView';
import { bounds } from '../../../protocol/bounds';
import { outcomeKinds } from '../../../protocol/profileView';
import { type DisplayLanguage } from '../../../wechat';
import { type Filtered, filterRows } from './filterRows';
import { bounded, sceneView } from '../../profile/profileView';
import { noScene, RowFacts, type Rows } from './rowFacts';
import { Selection } from './selection';
import { RowSorter, type TagNames } from './sortRows';

/**
 * A batch as its table shows it: rows filtered, sorted and picked. The page holds nothing but the slice on its
 * screen, so that a panel that was hidden or moved comes back as it was left.
 */
export class BatchTable {
  private readonly selection = new Selection();
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
  private shown: Uint32Array;
  private charts: Pick<Filtered, 'scenes' | 'timeline'> = { scenes: [], timeline: undefined };

  constructor(rows: Rows, language: DisplayLanguage) {
    this.facts = new RowFacts(rows, language);
    this.sorter = new RowSorter(this.facts, language);
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

  /** Reads the outcomes of these rows. `find` and the charts know of what was read. */
  read(from: number, to: number): void {
    this.facts.read(from, to);
  }

  /** Filters and sorts anew; earlier slices are stale then. */
  find(): void {
    const { rows, ...charts } = filterRows(this.facts, this.query, this.tagNames);
    this.charts = charts;
    this.shown = this.sorter.sort(rows, this.query.sort, this.tagNames);
    this.revision++;
  }

  found(): Found {
    const { scenes, timeline } = this.charts;
    return {
      version: this.revision,
      marks: this.marks,
      query: this.query,
      count: this.shown.length,
      scenes,
      ...(timeline && { timeline }),
      selected: this.picked().length,
      activeAt: this.positionOf(this.activeRow),
      topAt: this.positionOf(this.topRow),
      turn: this.turn,
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
    if (change.kind === 'all') this.selection.restore(this.shown);
    else if (change.kind === 'none') this.selection.restore([]);
    else if (row === undefined) return;
    else if (change.kind === 'extend') this.selection.extend(row, this.shown, this.activeRow);
    else if (change.kind === 'toggle') this.selection.toggle(row);
    else this.selection.pick(row);
    this.marks++;
  }

  /** Those that the filters let through, as they are shown. */
  selectedRows(): Row[] {
    return [...this.picked()].map(row => this.row(row));
  }

  selectedOpenids(): string[] {
    return [...this.picked()].flatMap(row => this.facts.openids[row] ?? []);
  }

  private picked(): Uint32Array {
    return this.selection.size === 0 ? new Uint32Array() : this.shown.filter(row => this.selection.has(row));
  }

  private row(id: number): Row {
    this.facts.read(id, id + 1);
    const { openids, outcomes, followedAt, remarks, unionids, qrScenes, tagIds } = this.facts;
    const scene = this.facts.scene(id);
    const time = followedAt[id] ?? NaN;
    return {
      id,
      openid: cell(openids[id] ?? ''),
      outcome: outcomeKinds[outcomes[id] ?? 0] ?? 'pending',
      selected: this.selection.has(id),
      tags: (tagIds[id] ?? []).slice(0, bounds.tags).map(tag => cell(this.tagNames.get(tag) ?? String(tag))),
      ...(scene !== noScene && { scene: sceneView(scene) }),
      ...(!Number.isNaN(time) && { followedAt: time }),
      remark: optionalCell(remarks[id]),
      unionid: optionalCell(unionids[id]),
      qrScene: optionalCell(qrScenes[id]),
    };
  }

  private positionOf(row: number | undefined): number {
    return row === undefined ? -1 : this.shown.indexOf(row);
  }
}

function cell(value: string): string {
  return bounded(value, bounds.cellText);
}

function optionalCell(value: string | undefined): string | undefined {
  return value === undefined ? undefined : cell(value);
}
