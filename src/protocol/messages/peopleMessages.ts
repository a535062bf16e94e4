import * as v from 'valibot';
import { bounds } from '../bounds';
import {
  findingViews,
  peopleFound,
  peopleHead,
  peopleLayout,
  peopleQuery,
  peopleScope,
  peopleTable,
  personColumnId,
  personDetail,
  personRow,
  personValues,
} from '../views/peopleView';
import { fromTable, listForms, match, position, rowForms, rowId } from './tableMessages';

const label = v.pipe(v.string(), v.maxLength(bounds.cellText));

const slice = v.object({
  offset: position,
  rows: v.pipe(v.array(personRow), v.maxLength(bounds.sliceRows)),
});

export const toPeople = v.variant('type', [
  v.object({ type: v.literal('head'), head: peopleHead }),
  /** Comes when nothing else is to be done; what does not add up takes a second look at everybody. */
  v.object({ type: v.literal('findings'), findings: findingViews }),
  v.object({ type: v.literal('table'), table: peopleTable }),
  v.object({ type: v.literal('found'), found: peopleFound, top: v.optional(slice) }),
  v.object({ type: v.literal('rows'), version: position, ...slice.entries }),
  v.object({ type: v.literal('values'), ...personValues.entries }),
  match,
  v.object({ type: v.literal('detail'), row: rowId, detail: personDetail }),
  v.object({ type: v.literal('pane'), open: v.boolean() }),
  /** A part of the page that is to be brought to the reader. */
  v.object({ type: v.literal('goTo'), place: v.picklist(['findings', 'table']) }),
]);
export type ToPeople = v.InferOutput<typeof toPeople>;

const which = v.picklist(['picked', 'filtered']);

export const fromPeople = v.variant('type', [
  ...fromTable(personColumnId),
  v.object({ type: v.literal('query'), query: peopleQuery, turn: position }),
  v.object({ type: v.literal('copy'), as: v.picklist(rowForms), of: which }),
  /** The ids in one column. */
  v.object({ type: v.literal('copyIds'), column: personColumnId, as: v.picklist(listForms), of: which }),
  v.object({ type: v.literal('columns'), layout: peopleLayout }),
  /** Shows another group of accounts. */
  v.object({ type: v.literal('platform'), beginning: label }),
  /** Which rows; `bar` is what they are filtered by at once. */
  v.object({ type: v.literal('scope'), scope: peopleScope, bar: v.optional(label) }),
  /** The profile of an openid of an account. */
  v.object({ type: v.literal('open'), appId: label, openid: label }),
  /** Text that the page shows; WeChat's ids. */
  v.object({ type: v.literal('copyText'), text: label }),
  v.object({ type: v.literal('command'), command: v.picklist(['refresh', 'export', 'compare', 'import']) }),
  v.object({ type: v.literal('help'), finding: label }),
]);
export type FromPeople = v.InferOutput<typeof fromPeople>;
