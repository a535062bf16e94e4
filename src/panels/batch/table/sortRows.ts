import { type ColumnId, type Query } from '../../../protocol/views/batchView';
import { type Steps } from '../../steps';
import { rankTexts } from '../../table/rankTexts';
import { type Compare, ranksOfNumbers, ranksOfTexts, sortByRanks } from '../../table/ranks';
import { type RowFacts } from './rowFacts';

export type TagNames = ReadonlyMap<number, string>;

interface Ranking {
  readonly column: ColumnId;
  /** What it was made of. */
  readonly revision: number;
  readonly tagNames: TagNames;
  readonly ranks: Float64Array;
}

/**
 * Sorts rows by a column. Values are ranked first, and the ranks kept: who types a filter sorts the same column again and
 * again, and openids never change.
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
    return yield* sortByRanks(rows, yield* this.ranks(column, tagNames), descending);
  }

  /** By row: a whole number that sorts as its value does, NaN where there is none. */
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
