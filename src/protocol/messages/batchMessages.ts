import * as v from 'valibot';
import {
  columnId,
  columnLayout,
  columnValues,
  found,
  overview,
  query,
  row,
  spreads,
} from '../views/batchView';
import { bounds } from '../bounds';
import { profileAction } from './profileMessages';
import { profileView } from '../views/profileView';
import { fromTable, listForms, match, position, rowForms, rowId } from './tableMessages';

const slice = v.object({
  offset: position,
  rows: v.pipe(v.array(row), v.maxLength(bounds.sliceRows)),
});

export const toBatch = v.variant('type', [
  v.object({ type: v.literal('overview'), overview }),
  v.object({ type: v.literal('columns'), layout: columnLayout }),
  /** With another version of the table come the rows of the block at its top: nobody need ask for them. */
  v.object({ type: v.literal('found'), found, top: v.optional(slice) }),
  v.object({ type: v.literal('rows'), version: position, ...slice.entries }),
  v.object({ type: v.literal('values'), ...columnValues.entries }),
  /** Comes when nothing else is to be done. */
  v.object({ type: v.literal('spreads'), spreads }),
  match,
  v.object({ type: v.literal('detail'), row: rowId, profile: profileView }),
  /** Whether the profile of the current row is shown beside the table. */
  v.object({ type: v.literal('pane'), open: v.boolean() }),
  /** There is no batch to show, and why. */
  v.object({ type: v.literal('gone'), text: v.pipe(v.string(), v.maxLength(bounds.fieldText)) }),
]);
export type ToBatch = v.InferOutput<typeof toBatch>;

const batchCommands = ['cancel', 'resume', 'retryFailed', 'recheckNotFollowing', 'export'] as const;
export type BatchCommand = (typeof batchCommands)[number];

/** Rows, or their openids. */
export const copyForms = [...rowForms, ...listForms] as const;
export type CopyForm = (typeof copyForms)[number];

export const fromBatch = v.variant('type', [
  ...fromTable(columnId),
  v.object({ type: v.literal('query'), query, turn: position }),
  v.object({ type: v.literal('copy'), as: v.picklist(copyForms), of: v.picklist(['picked', 'filtered']) }),
  /** Gives a tag to the picked people, or takes one from them; the command asks which. */
  v.object({ type: v.literal('people'), act: v.picklist(['tag', 'untag']) }),
  v.object({ type: v.literal('columns'), layout: columnLayout }),
  /** The caller's address in the problem that stopped the run. */
  v.object({ type: v.literal('copyIp') }),
  /** Where it can be allowed. */
  v.object({ type: v.literal('openConsole') }),
  v.object({ type: v.literal('command'), command: v.picklist(batchCommands) }),
  v.object({ type: v.literal('action'), row: rowId, action: profileAction }),
]);
export type FromBatch = v.InferOutput<typeof fromBatch>;
