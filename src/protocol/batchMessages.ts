import * as v from 'valibot';
import {
  columnId,
  columnLayout,
  columnValues,
  found,
  overview,
  query,
  row,
  rowId,
  spreads,
} from './batchView';
import { bounds } from './bounds';
import { profileAction } from './profileMessages';
import { profileView } from './profileView';

const position = v.pipe(v.number(), v.integer(), v.minValue(0));

/**
 * A place in the table: the position among the rows that the query found, from 0, and the row that the reader sees
 * there, if it is loaded. While a batch runs another one may have come to stand there by the time the host hears.
 */
const place = { position, row: v.optional(rowId) };
export interface Place {
  readonly position: number;
  readonly row?: number | undefined;
}

const maybePosition = v.pipe(v.number(), v.integer(), v.minValue(-1));
const filterText = v.pipe(v.string(), v.maxLength(bounds.filterText));

const selectionChange = v.variant('kind', [
  v.object({ kind: v.literal('only'), ...place }),
  v.object({ kind: v.literal('toggle'), ...place }),
  /** Everything from the row last picked, or else the one with the keyboard, to here, and nothing else. */
  v.object({ kind: v.literal('extend'), ...place }),
  v.object({ kind: v.literal('all') }),
  v.object({ kind: v.literal('none') }),
]);
export type SelectionChange = v.InferOutput<typeof selectionChange>;

const slice = v.object({
  offset: position,
  rows: v.pipe(v.array(row), v.maxLength(bounds.sliceRows)),
});
export type Slice = v.InferOutput<typeof slice>;

export const toBatch = v.variant('type', [
  v.object({ type: v.literal('overview'), overview }),
  v.object({ type: v.literal('columns'), layout: columnLayout }),
  /** With another version of the table come the rows of the block at its top: nobody need ask for them. */
  v.object({ type: v.literal('found'), found, top: v.optional(slice) }),
  v.object({ type: v.literal('rows'), version: position, ...slice.entries }),
  v.object({ type: v.literal('values'), ...columnValues.entries }),
  /** Comes when nothing else is to be done. */
  v.object({ type: v.literal('spreads'), spreads }),
  /** Where a text stands: at the `index`th of `count` places; -1 for nowhere. */
  v.object({
    type: v.literal('match'),
    text: filterText,
    count: position,
    index: maybePosition,
    at: maybePosition,
  }),
  v.object({ type: v.literal('detail'), row: rowId, profile: profileView }),
  /** Whether the profile of the current row is shown beside the table. */
  v.object({ type: v.literal('pane'), open: v.boolean() }),
  /** There is no batch to show, and why. */
  v.object({ type: v.literal('gone'), text: v.pipe(v.string(), v.maxLength(bounds.fieldText)) }),
]);
export type ToBatch = v.InferOutput<typeof toBatch>;

const batchCommands = ['cancel', 'resume', 'retryFailed', 'recheckNotFollowing', 'export'] as const;
export type BatchCommand = (typeof batchCommands)[number];

export const copyForms = ['rows', 'rowsWithHeader', 'csv', 'openids', 'json', 'sql'] as const;
export type CopyForm = (typeof copyForms)[number];

export const fromBatch = v.variant('type', [
  /**
   * `turn` grows with each move of the reader, here and below: an answer that crosses a move on its way must not
   * take the reader back.
   */
  v.object({ type: v.literal('query'), query, turn: position }),
  v.object({
    type: v.literal('slice'),
    version: position,
    offset: position,
    length: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(bounds.sliceRows)),
  }),
  /** Where the reader is, so that a panel that was hidden comes back at the same place. */
  v.object({ type: v.literal('place'), ...place, turn: position }),
  /** The row that the keyboard is on; its profile comes as `detail`. */
  v.object({ type: v.literal('activate'), ...place, turn: position }),
  v.object({ type: v.literal('select'), change: selectionChange }),
  v.object({ type: v.literal('copy'), as: v.picklist(copyForms), of: v.picklist(['picked', 'filtered']) }),
  /** Gives a tag to the picked people, or takes one from them; the command asks which. */
  v.object({ type: v.literal('people'), act: v.picklist(['tag', 'untag']) }),
  v.object({ type: v.literal('copyCell'), row: rowId, column: columnId }),
  /** The values of a column that hold a text; come as `values`. */
  v.object({ type: v.literal('values'), column: columnId, search: filterText }),
  /** The next row, from a position on, that holds a text; comes as `match`. */
  v.object({ type: v.literal('find'), text: filterText, from: position, backwards: v.boolean() }),
  v.object({ type: v.literal('columns'), layout: columnLayout }),
  v.object({ type: v.literal('pane'), open: v.boolean() }),
  /** The caller's address in the problem that stopped the run. */
  v.object({ type: v.literal('copyIp') }),
  /** Where it can be allowed. */
  v.object({ type: v.literal('openConsole') }),
  v.object({ type: v.literal('command'), command: v.picklist(batchCommands) }),
  v.object({ type: v.literal('action'), row: rowId, action: profileAction }),
]);
export type FromBatch = v.InferOutput<typeof fromBatch>;
