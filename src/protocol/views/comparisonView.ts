import * as v from 'valibot';
import { bounds } from '../bounds';

const text = v.pipe(v.string(), v.maxLength(bounds.fieldText));
const label = v.pipe(v.string(), v.maxLength(bounds.cellText));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** Rows that are shown at a time. */
export const rowsOnPage = 100;

/**
 * Who came, left, stayed as they were, or stayed and changed. `onlyBefore`, `onlyAfter`: they are in one of two batches,
 * and the other knows nothing of them.
 */
export const comparedPart = v.picklist(['came', 'left', 'changed', 'stayed', 'onlyBefore', 'onlyAfter']);
export type ComparedPart = v.InferOutput<typeof comparedPart>;

const part = v.object({
  part: comparedPart,
  label,
  count,
  /** How many of them can be shown; who stayed is a count and an export. */
  shown: count,
  explanation: text,
});
export type ComparedPartView = v.InferOutput<typeof part>;

const side = v.object({ name: label, facts: v.array(label) });
export type ComparedSide = v.InferOutput<typeof side>;

/** Two lists or batches side by side: texts are in the display language already. */
export const comparisonView = v.object({
  title: label,
  origin: v.array(label),
  earlier: side,
  later: side,
  /** Those that somebody is in, and who came and who left in any case. */
  parts: v.pipe(v.array(part), v.maxLength(6)),
  /** How many people each field changed of. */
  fields: v.pipe(v.array(v.object({ label, count })), v.maxLength(bounds.fields)),
  notes: v.pipe(v.array(text), v.maxLength(bounds.fields)),
});
export type ComparisonView = v.InferOutput<typeof comparisonView>;

const change = v.object({ field: label, before: text, after: text });
const row = v.object({ openid: label, changes: v.pipe(v.array(change), v.maxLength(bounds.fields)) });
export type ComparedRowView = v.InferOutput<typeof row>;

export const comparedRows = v.pipe(v.array(row), v.maxLength(rowsOnPage));
