import { type ColumnId, type Query } from '../../../protocol/batchView';
import { rowsInStep, type Steps } from '../../steps';
import { rankTexts, textsOf } from './rankTexts';
import { type RowFacts } from './rowFacts';
import { sortNumbers, sortTexts } from './sortSteps';

export type TagNames = ReadonlyMap<number, string>;

type Compare = (a: string, b: string) => number;

/** More than any list has rows. */
const rowsAtMost = 2 ** 20;
/** The place of rows without a value, above all ranks: the highest that is exact beside a row. */
const noRank = 2 ** 33 - 1;

interface Ranking {
  readonly column: ColumnId;
  /** What it was made of. */
  readonly revision: number;
  readonly tagNames: TagNames;
  readonly ranks: Float64Array;
}

/**
 * Sorts rows by a column. Rows without a value come last in either direction, and equal ones stay in the order
 * of the list. Values are ranked first, and the ranks kept: who types a filter sorts the same column again and
 * again, and openids never change. Rank and row make one number, since numbers by themselves sort many times
 * faster than with a comparison.
 */
export class RowSorter {
  private readonly collator: Intl.Collator;
  private ranking: Ranking | undefined;
  private openidRanks: Float64Array | undefined;

  constructor(
    private readonly facts: RowFacts,
    locale: string,
  ) {
    this.collator = new Intl.Collator(locale, { numeric: true });
  }

  *sort(rows: Uint32Array, { column, descending }: Query['sort'], tagNames: TagNames): Steps<Uint32Array> {
    if (column === 'place') return descending ? rows.reverse() : rows;
    const ranks = yield* this.ranks(column, tagNames);
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

  /** By row: a whole number below `noRank` that sorts as its value does, NaN where there is none. */
  private *ranks(column: Exclude<ColumnId, 'place'>, tagNames: TagNames): Steps<Float64Array> {
    const { facts } = this;
    if (column === 'openid')
      return (this.openidRanks ??= yield* rankTexts(facts.openids.length, row => facts.openids[row]));
    const { revision } = facts;
    const known = this.ranking;
    if (known?.column === column && known.revision === revision && known.tagNames === tagNames)
      return known.ranks;
    const ranks = yield* this.rank(column, tagNames);
    this.ranking = { column, revision, tagNames, ranks };
    return ranks;
  }

  private *rank(column: Exclude<ColumnId, 'place' | 'openid'>, names: TagNames): Steps<Float64Array> {
    const { facts } = this;
    const { length } = facts.openids;
    const byLabel: Compare = (a, b) => this.collator.compare(a, b);
    const nameOf = (id: number) => names.get(id) ?? String(id);
    switch (column) {
      case 'outcome':
        return Float64Array.from(facts.outcomes);
      case 'followedAt':
        return yield* ranksOfNumbers(facts.followedAt);
      case 'fetchedAt':
        return yield* ranksOfNumbers(facts.fetchedAt);
      case 'unionid':
        return yield* rankTexts(length, row => facts.unionids[row]);
      case 'scene':
        return yield* ranksOfTexts(length, row => facts.scene(row).label, byLabel);
      case 'remark':
        return yield* ranksOfTexts(length, row => facts.remarks[row], byLabel);
      case 'qrScene':
        return yield* ranksOfTexts(length, row => facts.qrScenes[row], byLabel);
      case 'tags':
        return yield* ranksOfTexts(length, row => facts.tagIds[row]?.map(nameOf).join('\n'), byLabel);
    }
  }
}

function* ranksOfNumbers(values: Float64Array): Steps<Float64Array> {
  let [least, most] = [Infinity, -Infinity];
  for (const value of values) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  yield;
  // Whole seconds of three lifetimes are ranks already.
  if (most - least < noRank) return values.map(value => value - least);
  const rankOf = new Map<number, number>();
  for (const value of yield* sortNumbers(values.filter(value => !Number.isNaN(value))))
    if (!rankOf.has(value)) rankOf.set(value, rankOf.size);
  return values.map(value => rankOf.get(value) ?? NaN);
}

function* ranksOfTexts(
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
