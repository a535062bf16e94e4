import { type ColumnId, type Query } from '../protocol/batchView';
import { type RowFacts } from './rowFacts';

export type TagNames = ReadonlyMap<number, string>;

type Compare = (a: string, b: string) => number;

const byCodeUnits: Compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Sorts rows by a column. Rows without a value come last in either direction, and equal ones stay in the order
 * of the list. Texts are ranked first, so that each is compared as a text only once and not at every step.
 */
export class RowSorter {
  private readonly collator: Intl.Collator;

  constructor(
    private readonly facts: RowFacts,
    locale: string,
  ) {
    this.collator = new Intl.Collator(locale, { numeric: true });
  }

  sort(rows: Uint32Array, { column, descending }: Query['sort'], tagNames: TagNames): Uint32Array {
    if (column === 'place') return descending ? rows.reverse() : rows;
    const keys = this.keys(rows, column, tagNames);
    const direction = descending ? -1 : 1;
    return rows.sort((a, b) => {
      const [x = NaN, y = NaN] = [keys[a], keys[b]];
      if (x === y) return a - b;
      if (Number.isNaN(x) || Number.isNaN(y))
        return Number(Number.isNaN(x)) - Number(Number.isNaN(y)) || a - b;
      return (x - y) * direction;
    });
  }

  /** By row: numbers that sort as the column does, NaN where there is no value. */
  private keys(rows: Uint32Array, column: Exclude<ColumnId, 'place'>, names: TagNames): ArrayLike<number> {
    const { facts } = this;
    const byLabel: Compare = (a, b) => this.collator.compare(a, b);
    const ranks = (text: (row: number) => string | undefined, compare: Compare) =>
      ranksOf(rows, text, compare, new Float64Array(facts.openids.length));
    switch (column) {
      case 'outcome':
        return facts.outcomes;
      case 'followedAt':
        return facts.followedAt;
      case 'openid':
        return ranks(row => facts.openids[row], byCodeUnits);
      case 'unionid':
        return ranks(row => facts.unionids[row], byCodeUnits);
      case 'scene':
        return ranks(row => facts.scene(row).label, byLabel);
      case 'remark':
        return ranks(row => facts.remarks[row], byLabel);
      case 'qrScene':
        return ranks(row => facts.qrScenes[row], byLabel);
      case 'tags':
        return ranks(row => facts.tagIds[row]?.map(id => names.get(id) ?? String(id)).join('\n'), byLabel);
    }
  }
}

/** Fills in the rank of each row's text among the different ones. */
function ranksOf(
  rows: Uint32Array,
  text: (row: number) => string | undefined,
  compare: Compare,
  keys: Float64Array,
): Float64Array {
  const rankOf = new Map<string, number>();
  for (const row of rows) rankOf.set(text(row) ?? '', NaN);
  const texts = [...rankOf.keys()].filter(value => value !== '').sort(compare);
  texts.forEach((value, rank) => rankOf.set(value, rank));
  for (const row of rows) keys[row] = rankOf.get(text(row) ?? '') ?? NaN;
  return keys;
}
