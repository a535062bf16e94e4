import { rowsInStep, type Steps } from '../steps';
import { textsOf } from './rankTexts';
import { sortNumbers, sortTexts } from './sortSteps';

export type Compare = (a: string, b: string) => number;

/** More than any table has rows. */
export const rowsAtMost = 2 ** 24;
/** The place of rows without a value, above all ranks: the highest that is exact beside a row. */
const noRank = 2 ** 29 - 1;

/**
 * Sorts rows by ranks: whole numbers that sort as values do, NaN for none. Rows without a value come last in either
 * direction, and equal ones stay in the order in which they are. Rank and row make one number, since numbers by
 * themselves sort many times faster than with a comparison.
 */
export function* sortByRanks(
  rows: Uint32Array,
  ranks: Float64Array,
  descending: boolean,
): Steps<Uint32Array> {
  const places = new Float64Array(rows.length);
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] ?? 0;
    const rank = ranks[row] ?? NaN;
    const place = Number.isNaN(rank) ? noRank : descending ? noRank - 1 - rank : rank;
    places[at] = place * rowsAtMost + row;
    if (at % rowsInStep === 0) yield;
  }
  const order = yield* sortNumbers(places);
  for (let at = 0; at < rows.length; at++) {
    rows[at] = (order[at] ?? 0) % rowsAtMost;
    if (at % rowsInStep === 0) yield;
  }
  return rows;
}

export function* ranksOfNumbers(values: Float64Array): Steps<Float64Array> {
  let [least, most] = [Infinity, -Infinity];
  for (const value of values) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  yield;
  // Whole seconds of half a lifetime are ranks already.
  if (most - least < noRank) return values.map(value => value - least);
  const rankOf = new Map<number, number>();
  for (const value of yield* sortNumbers(values.filter(value => !Number.isNaN(value))))
    if (!rankOf.has(value)) rankOf.set(value, rankOf.size);
  return values.map(value => rankOf.get(value) ?? NaN);
}

export function* ranksOfTexts(
  length: number,
  textOf: (row: number) => string | undefined,
  compare: Compare,
): Steps<Float64Array> {
  const texts = yield* textsOf(length, textOf);
  const rankOf = new Map<string, number>();
  for (const text of yield* sortTexts([...new Set(texts)], compare))
    if (text !== '') rankOf.set(text, rankOf.size);
  yield;
  return Float64Array.from(texts, text => rankOf.get(text) ?? NaN);
}
