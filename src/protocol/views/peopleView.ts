import * as v from 'valibot';
import { bounds } from '../bounds';
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

const text = v.pipe(v.string(), v.maxLength(bounds.fieldText));
const label = v.pipe(v.string(), v.maxLength(bounds.cellText));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const atMost = <T extends v.GenericSchema>(schema: T, most: number) =>
  v.pipe(v.array(schema), v.maxLength(most));

/** `unionid`, or what of which account or import: `openid:wx…`, `key:user_id`. */
export const personColumnId = label;

/** Columns and what stands in them: texts, ids, outcomes, or unix seconds. */
const personColumn = v.object({
  id: personColumnId,
  kind: v.picklist(['text', 'code', 'outcome', 'time']),
  label,
  /** The account that it is of. */
  group: v.optional(label),
});
export type PersonColumn = v.InferOutput<typeof personColumn>;

/**
 * What people are counted by: the accounts that they are in, or those that they follow; and how many openids of an account
 * nobody can be joined by.
 */
export const barKind = v.picklist(['in', 'follows', 'without']);
export type BarKind = v.InferOutput<typeof barKind>;

const accountPlace = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(bounds.peopleAccounts));

/** How many are in, or follow, exactly these accounts. */
const bar = v.object({
  id: label,
  kind: barKind,
  /** Places among the accounts. */
  members: atMost(accountPlace, bounds.peopleAccounts),
  label,
  count,
  /** Of openids without unionids: the account whose rows it leads to. */
  appId: v.optional(label),
});
export type CombinationBar = v.InferOutput<typeof bar>;
export const bars = atMost(bar, bounds.peopleBars);

/** Which rows the table has: the persons of the platform, or what a finding or an account without unionids leads to. */
export const peopleScope = v.variant('kind', [
  v.object({ kind: v.literal('persons') }),
  v.object({ kind: v.literal('finding'), finding: label }),
  /** Openids of an account that have no unionid. */
  v.object({ kind: v.literal('without'), appId: label }),
]);
export type PeopleScope = v.InferOutput<typeof peopleScope>;

const finding = v.object({
  id: label,
  title: text,
  /** What to do. */
  advice: text,
  /** What its rows are shown by; absent where it is of whole accounts and the advice is all. */
  show: v.optional(label),
  /** A command that helps, and what it is called. */
  help: v.optional(v.object({ command: v.picklist(['importPairs', 'retry', 'compare']), label })),
});
export type FindingView = v.InferOutput<typeof finding>;
export const findingViews = atMost(finding, bounds.peopleBars);

const account = v.object({ appId: label, name: label, persons: count });
export type PeopleAccount = v.InferOutput<typeof account>;

/** Everything but the rows. Texts are in the display language already. */
export const peopleHead = v.object({
  title: label,
  facts: atMost(label, 12),
  /** Groups of accounts by the beginning of their unionids; one is shown at a time. */
  platforms: atMost(v.object({ beginning: label, label }), bounds.peopleBars),
  beginning: label,
  accounts: atMost(account, bounds.peopleAccounts),
  bars,
  /** Combinations beyond those that are drawn, and how many persons are in one of them. */
  moreBars: v.object({ count, persons: count }),
  /** Answers to whether accounts are of one platform. */
  answers: atMost(text, bounds.peopleBars),
  /** Accounts of which nobody has a unionid, and why. */
  apart: atMost(v.object({ name: label, reason: text }), bounds.peopleBars),
  isComparison: v.boolean(),
  /** Persons of the group. */
  total: count,
});
export type PeopleHead = v.InferOutput<typeof peopleHead>;

const columnFilter = v.variant('kind', [
  textFilter,
  valuesFilter,
  v.object({ kind: v.literal('period'), ...period.entries }),
]);
export type PersonFilter = v.InferOutput<typeof columnFilter>;

export const peopleQuery = v.object({
  /** Bars; those of one kind let through whoever is in one of them. */
  bars: atMost(label, bounds.peopleBars),
  text: filterText,
  filters: v.record(personColumnId, columnFilter),
  /** The empty column stands for the order in which they were met. */
  sort: v.object({ column: personColumnId, descending: v.boolean() }),
});
export type PeopleQuery = v.InferOutput<typeof peopleQuery>;

export const everybody: PeopleQuery = {
  bars: [],
  text: '',
  filters: {},
  sort: { column: '', descending: false },
};

/** Whether a query shows every row; in which order does not matter. */
export function showsEverybody({ bars: chosen, text: typed, filters }: PeopleQuery): boolean {
  return chosen.length === 0 && typed.trim() === '' && Object.keys(filters).length === 0;
}

export const peopleLayout = layoutOf(personColumnId, bounds.peopleColumns);
export type PeopleLayout = v.InferOutput<typeof peopleLayout>;

/** The table: which rows it can have, and its columns in the order of the rows' cells. */
export const peopleTable = v.object({
  scope: peopleScope,
  /** What the rows are, where they are not simply everybody. */
  label: v.optional(text),
  /** Rows before any filter. */
  total: count,
  columns: atMost(personColumn, bounds.peopleColumns),
  layout: peopleLayout,
});
export type PeopleTableView = v.InferOutput<typeof peopleTable>;

export const peopleFound = v.object({ ...foundRows, query: peopleQuery });
export type PeopleFound = v.InferOutput<typeof peopleFound>;

/** One person, or an openid of which it is not known whose it is. */
export const personRow = v.object({
  id: rowId,
  selected: v.boolean(),
  /** In the order of the columns; null where nothing is known. */
  cells: atMost(v.nullable(v.union([label, v.number()])), bounds.peopleColumns),
});
export type PersonRow = v.InferOutput<typeof personRow>;

export const personValues = valuesOf(personColumnId);
export type PersonValues = v.InferOutput<typeof personValues>;

const fact = v.object({ label, value: text });

/** A person with all accounts, beside the table. */
export const personDetail = v.object({
  unionid: v.optional(label),
  accounts: atMost(
    v.object({
      appId: label,
      name: label,
      openid: label,
      facts: atMost(fact, 20),
      /** Whether its profile can be shown. */
      hasProfile: v.boolean(),
    }),
    bounds.fields,
  ),
  keys: atMost(fact, bounds.fields),
  notes: atMost(text, bounds.fields),
});
export type PersonDetail = v.InferOutput<typeof personDetail>;
