import { setImmediate as breathe } from 'node:timers/promises';
import { cleanOpenid } from '../../openids';
import { type ImportCounts } from '../imports/importRecord';
import { type PlannedColumn } from './plan/columnPlan';
import { type LeftOutReason, type LeftOutRow, type PairRow } from './pairRow';
import { type Table, type TableRow } from './tables/table';

/** Rows that are kept of those left out, to be shown. */
const shownRows = 20;
const longestShown = 200;
/** UTF-16 units of a business key. */
const longestKey = 200;

/** Shorter or longer ones are none of WeChat's, though it promises no length. */
const id = /^[\w-]{10,64}$/;
const appId = /^[A-Za-z0-9_-]{1,64}$/;

/** Reads a table's rows as pairs, by a plan in which {@link planProblem} finds no fault. */
export class PairReader {
  readonly #leftOut = new Map<LeftOutReason, number>();
  readonly #shown: LeftOutRow[] = [];
  #rows = 0;
  #pairs = 0;
  #withoutUnionid = 0;

  constructor(
    private readonly table: Table,
    private readonly plan: readonly PlannedColumn[],
    /** Told how many rows were read so far. */
    private readonly onProgress: (rows: number) => void = () => undefined,
  ) {}

  /** The first of the rows that were left out. */
  get leftOut(): readonly LeftOutRow[] {
    return this.#shown;
  }

  /** Of the rows read so far. */
  counts(): ImportCounts {
    return {
      rows: this.#rows,
      pairs: this.#pairs,
      withoutUnionid: this.#withoutUnionid,
      leftOut: Object.fromEntries(this.#leftOut),
    };
  }

  /** All pairs, with turns of the event loop between slices. @throws the signal's reason */
  async *slices(signal?: AbortSignal): AsyncGenerator<readonly PairRow[], void, undefined> {
    this.#leftOut.clear();
    this.#shown.length = 0;
    this.#rows = this.#pairs = this.#withoutUnionid = 0;
    for (const slice of this.table.slices()) {
      signal?.throwIfAborted();
      yield slice.flatMap(row => this.#read(row) ?? []);
      this.onProgress(this.#rows);
      await breathe();
    }
  }

  #read(row: TableRow): PairRow | undefined {
    this.#rows++;
    const read = row.kind === 'torn' ? 'tornRow' : pairIn(row.cells, this.plan);
    if (typeof read !== 'string') {
      if (read.unionid === undefined) this.#withoutUnionid++;
      else this.#pairs++;
      return read;
    }
    this.#leftOut.set(read, (this.#leftOut.get(read) ?? 0) + 1);
    if (this.#shown.length < shownRows) {
      const text = row.kind === 'torn' ? row.text : this.#textOf(row.cells);
      this.#shown.push({ row: this.#rows, reason: read, text: text.slice(0, longestShown) });
    }
    return undefined;
  }

  /** Nothing of the columns that are to be left out. */
  #textOf(cells: readonly string[]): string {
    return cells.filter((_, column) => this.plan[column]?.meaning.kind !== 'leaveOut').join(' · ');
  }
}

function pairIn(cells: readonly string[], plan: readonly PlannedColumn[]): PairRow | LeftOutReason {
  let unionid: string | undefined;
  let rowAppId: string | undefined;
  const openids: { appId: string | undefined; openid: string }[] = [];
  const keys: { name: string; value: string }[] = [];
  for (const [column, { name, meaning }] of plan.entries()) {
    const cell = cells[column] ?? '';
    if (cell === '' || meaning.kind === 'leaveOut') continue;
    if (meaning.kind === 'appId') {
      if (appId.test(cell)) rowAppId = cell;
    } else if (meaning.kind === 'key') {
      if (cell.length > longestKey || cell.includes('\0')) return 'unusableKey';
      keys.push({ name, value: cell });
    } else {
      const cleaned = id.test(cell) ? cell : cleanOpenid(cell).openid;
      if (!id.test(cleaned)) return 'notAnId';
      if (meaning.kind === 'unionid') unionid = cleaned;
      else
        openids.push({
          appId: meaning.of.kind === 'account' ? meaning.of.appId : undefined,
          openid: cleaned,
        });
    }
  }
  const [first] = openids;
  if (!first) return unionid === undefined ? 'empty' : 'withoutOpenid';
  if (openids.some(({ openid }) => openid === unionid)) return 'sameId';
  const owned = openids.map(({ appId: own = rowAppId, openid }) => ({ appId: own, openid }));
  if (!owned.every(isOwned)) return 'withoutAppId';
  return { ...(unionid !== undefined && { unionid }), openids: owned, keys };
}

function isOwned(each: {
  appId: string | undefined;
  openid: string;
}): each is { appId: string; openid: string } {
  return each.appId !== undefined;
}
