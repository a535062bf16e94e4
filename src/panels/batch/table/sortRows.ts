import { type ColumnId, type Query } from '../../../protocol/batchView';
import { rankTexts } from './rankTexts';
import { type RowFacts } from './rowFacts';

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
 * again. Rank and row make one number, since numbers by themselves sort many times faster than with a comparison.
 */
export class RowSorter {
  private readonly collator: Intl.Collator;
  private ranking: Ranking | undefined;

  constructor(
    private readonly facts: RowFacts,
    locale: string,
  ) {
    this.collator = new Intl.Collator(locale, { numeric: true });
  }

  sort(rows: Uint32Array, { column, descending }: Query['sort'], tagNames: TagNames): Uint32Array {
    if (column === 'place') return descending ? rows.reverse() : rows;
    const ranks = this.ranks(column, tagNames);
    const order = new Float64Array(rows.length);
    rows.forEach((row, at) => {
      const rank = ranks[row] ?? NaN;
      const place = Number.isNaN(rank) ? noRank : descending ? noRank - 1 - rank : rank;
      order[at] = place * rowsAtMost + row;
    });
    order.sort();
    order.forEach((place, at) => (rows[at] = place % rowsAtMost));
    return rows;
  }

  /** By row: a whole number below `noRank` that sorts as its value does, NaN where there is none. */
  private ranks(column: Exclude<ColumnId, 'place'>, tagNames: TagNames): Float64Array {
    const { revision } = this.facts;
    const known = this.ranking;
    if (known?.column === column && known.revision === revision && known.tagNames === tagNames)
      return known.ranks;
    const ranks = this.rank(column, tagNames);
    this.ranking = { column, revision, tagNames, ranks };
    return ranks;
  }

  private rank(column: Exclude<ColumnId, 'place'>, names: TagNames): Float64Array {
    const { facts } = this;
    const { length } = facts.openids;
    const byLabel: Compare = (a, b) => this.collator.compare(a, b);
    const nameOf = (id: number) => names.get(id) ?? String(id);
    switch (column) {
      case 'outcome':
        return ranksOfNumbers(facts.outcomes);
      case 'followedAt':
        return ranksOfNumbers(facts.followedAt);
      case 'openid':
        return rankTexts(length, row => facts.openids[row]);
      case 'unionid':
        return rankTexts(length, row => facts.unionids[row]);
      case 'scene':
        return ranksOfTexts(length, row => facts.scene(row).label, byLabel);
      case 'remark':
        return ranksOfTexts(length, row => facts.remarks[row], byLabel);
      case 'qrScene':
        return ranksOfTexts(length, row => facts.qrScenes[row], byLabel);
      case 'tags':
        return ranksOfTexts(length, row => facts.tagIds[row]?.map(nameOf).join('\n'), byLabel);
    }
  }
}

function ranksOfNumbers(values: Uint8Array | Float64Array): Float64Array {
  const sorted = Float64Array.from(values)
    .sort()
    .filter(value => !Number.isNaN(value));
  const [least = 0, most = 0] = [sorted[0], sorted.at(-1)];
  // Whole seconds of three lifetimes are ranks already.
  if (most - least < noRank) return Float64Array.from(values, value => value - least);
  const rankOf = new Map<number, number>();
  for (const value of sorted) if (!rankOf.has(value)) rankOf.set(value, rankOf.size);
  return Float64Array.from(values, value => rankOf.get(value) ?? NaN);
}

function ranksOfTexts(
  length: number,
  textOf: (row: number) => string | undefined,
  compare: Compare,
): Float64Array {
  const texts = Array.from({ length }, (_, row) => textOf(row) ?? '');
  const rankOf = new Map<string, number>();
  for (const text of [...new Set(texts)].sort(compare)) if (text !== '') rankOf.set(text, rankOf.size);
  return Float64Array.from(texts, text => rankOf.get(text) ?? NaN);
}
