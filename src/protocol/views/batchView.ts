import * as v from 'valibot';
import { bounds } from '../bounds';
import { idText, outcomeKind, problemView, sceneView } from './profileView';
import {
  filterText,
  foundRows,
  layoutOf,
  period,
  rowId,
  textFilter,
  valuesFilter,
  valuesOf,
} from '../messages/tableMessages';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
export const cell = v.pipe(v.string(), v.maxLength(bounds.cellText));

export const columnIds = [
  'place',
  'outcome',
  'openid',
  'scene',
  'followedAt',
  'tags',
  'remark',
  'unionid',
  'qrScene',
  'fetchedAt',
] as const;
export const columnId = v.picklist(columnIds);
export type ColumnId = v.InferOutput<typeof columnId>;

const columnFilter = v.variant('kind', [textFilter, valuesFilter]);
export type ColumnFilter = v.InferOutput<typeof columnFilter>;

/** Filters by what stands in one column. Outcomes, scenes and follow times have filters of their own. */
const columnFilters = v.object({
  openid: v.optional(columnFilter),
  tags: v.optional(columnFilter),
  remark: v.optional(columnFilter),
  unionid: v.optional(columnFilter),
  qrScene: v.optional(columnFilter),
});
export type ColumnFilters = v.InferOutput<typeof columnFilters>;
export const filterColumns = [
  'openid',
  'tags',
  'remark',
  'unionid',
  'qrScene',
] as const satisfies readonly (keyof ColumnFilters)[];

/** Which rows are shown and in which order. */
export const query = v.object({
  /** Empty means every outcome; so for scenes. */
  outcomes: v.array(outcomeKind),
  /** Scene codes; the empty code stands for rows without a scene. */
  scenes: v.pipe(v.array(cell), v.maxLength(bounds.scenes)),
  /** When they followed. */
  period: v.optional(period),
  text: filterText,
  filters: v.optional(columnFilters, {}),
  sort: v.object({ column: columnId, descending: v.boolean() }),
});
export type Query = v.InferOutput<typeof query>;

export const wholeList: Query = {
  outcomes: [],
  scenes: [],
  text: '',
  filters: {},
  sort: { column: 'place', descending: false },
};

/** Whether a query shows every row; in which order does not matter. */
export function showsAll({ outcomes, scenes, period, text, filters }: Query): boolean {
  const isFiltered = filterColumns.some(column => filters[column] !== undefined);
  return outcomes.length + scenes.length === 0 && !period && text.trim() === '' && !isFiltered;
}

/** Whether a query shows the list as it was asked for. */
export function isWholeList(query: Query): boolean {
  return showsAll(query) && query.sort.column === 'place' && !query.sort.descending;
}

export const columnLayout = layoutOf(columnId, columnIds.length);
export type ColumnLayout = v.InferOutput<typeof columnLayout>;

const batchStates = ['running', 'done', 'cancelled', 'stopped', 'interrupted'] as const;

const counts = v.object({
  following: count,
  notFollowing: count,
  invalid: count,
  notReturned: count,
  failed: count,
  pending: count,
});

/** The head of the panel. */
export const overview = v.object({
  appId: idText,
  accountName: idText,
  source: cell,
  state: v.picklist(batchStates),
  startedAt: v.number(),
  durationMs: v.number(),
  apiCalls: count,
  total: count,
  counts,
  /** How many of each are to be asked for again. */
  toAskAgain: counts,
  /** Rows asked for once more to make sure of them, and those whose answer was shifted. */
  verified: count,
  shifted: count,
  /** The journal could not be written: the batch ends with the window. */
  unsaved: v.boolean(),
  /** Why the run stopped. */
  problem: v.optional(problemView),
  /** It was stopped since none of its openids was the account's. */
  isOfWrongAccount: v.boolean(),
  /** Milliseconds since 1970 until which WeChat's limit a minute holds the run up. */
  pausedUntil: v.optional(v.number()),
});
export type Overview = v.InferOutput<typeof overview>;

export const timelineUnits = ['day', 'week', 'month', 'quarter', 'year'] as const;

/** Follows over time. Days, weeks and months begin at midnight in Beijing, as in WeChat's own statistics. */
const timeline = v.object({
  unit: v.picklist(timelineUnits),
  /** Adjoining bins; unix seconds, `to` excluded. */
  bins: v.pipe(v.array(v.object({ from: v.number(), to: v.number(), count })), v.maxLength(bounds.bins)),
});
export type Timeline = v.InferOutput<typeof timeline>;

const sceneBar = v.object({ ...sceneView.entries, count });
export type SceneBar = v.InferOutput<typeof sceneBar>;

/** The rows that are picked, among those that the filters let through. */
const picked = v.object({
  counts,
  withUnionid: count,
  /** Unix seconds of the first and the last follow. */
  first: v.optional(v.number()),
  last: v.optional(v.number()),
});
export type Picked = v.InferOutput<typeof picked>;

/** What stands in a column, over the rows that were found. */
const spread = v.object({
  column: columnId,
  /** Different values. */
  distinct: count,
  /** Rows without one. */
  missing: count,
  /** How often the most frequent values occur, the most frequent first. */
  top: v.pipe(v.array(count), v.maxLength(8)),
});
export type Spread = v.InferOutput<typeof spread>;
export const spreads = v.pipe(v.array(spread), v.maxLength(columnIds.length));

export const columnValues = valuesOf(columnId);
export type ColumnValues = v.InferOutput<typeof columnValues>;

/** What a query found. */
export const found = v.object({
  ...foundRows,
  query,
  /** Each chart counts the rows that pass all filters but its own. */
  scenes: v.pipe(v.array(sceneBar), v.maxLength(bounds.scenes)),
  timeline: v.optional(timeline),
  picked: v.optional(picked),
  /** Names of the tags that the query filters by. */
  tagNames: v.optional(v.record(v.string(), cell), {}),
});
export type Found = v.InferOutput<typeof found>;

/** One line of the table. */
export const row = v.object({
  /** Place in the list that was asked for, from 0. */
  id: rowId,
  openid: cell,
  outcome: outcomeKind,
  scene: v.optional(sceneView),
  followedAt: v.optional(v.number()),
  tags: v.pipe(v.array(cell), v.maxLength(bounds.tags)),
  remark: v.optional(cell),
  unionid: v.optional(cell),
  qrScene: v.optional(cell),
  /** When WeChat gave the answer, in unix seconds; absent where nobody noted it. */
  fetchedAt: v.optional(v.number()),
  /** Its outcome stands until WeChat, which is still to be asked again, has given another one. */
  toAskAgain: v.boolean(),
  selected: v.boolean(),
});
export type Row = v.InferOutput<typeof row>;
