import { type PeopleQuery, type PersonFilter } from '../../../protocol/views/peopleView';
import { barOf } from '../picture/combinationBars';
import { type Membership } from '../picture/membership';
import { type ColumnSource } from './columnSources';

/** Whether the row at a position is let through. */
export type Condition = (position: number) => boolean;

/** The filters of a query; the quickest to tell come first. */
export function conditionsOf(
  query: PeopleQuery,
  sources: ReadonlyMap<string, ColumnSource>,
  membership: Membership,
): Condition[] {
  const all = barConditions(query.bars, membership);
  for (const [column, filter] of Object.entries(query.filters)) {
    const source = sources.get(column);
    if (source) all.push(columnCondition(source, filter));
  }
  if (query.text.trim() !== '') all.push(hasText([...sources.values()], query.text));
  return all;
}

/** Case does not matter. */
export function hasText(sources: readonly ColumnSource[], text: string): Condition {
  const wanted = text.trim().toLowerCase();
  const searched = sources.filter(({ column }) => column.kind === 'code' || column.kind === 'text');
  return position => searched.some(source => source.text(position).toLowerCase().includes(wanted));
}

function barConditions(ids: readonly string[], membership: Membership): Condition[] {
  const bars = ids.flatMap(id => barOf(id) ?? []);
  const setsOf = (kind: 'in' | 'follows') =>
    new Set(bars.filter(bar => bar.kind === kind).map(({ set }) => set));
  const [inSets, followSets] = [setsOf('in'), setsOf('follows')];
  return [
    ...(inSets.size > 0 ? [(unionid: number) => inSets.has(membership.in(unionid))] : []),
    ...(followSets.size > 0 ? [(unionid: number) => followSets.has(membership.follows(unionid))] : []),
  ];
}

/** `is` is exact, since ids differ by case alone; `contains` is not. */
function columnCondition(source: ColumnSource, filter: PersonFilter): Condition {
  if (filter.kind === 'period') {
    const { from, to } = filter;
    return position => {
      const time = source.number?.(position) ?? NaN;
      return time >= from && time < to;
    };
  }
  if (filter.kind === 'values') {
    const wanted = new Set(filter.values);
    return position => wanted.has(source.text(position));
  }
  const text = filter.text.trim();
  const lower = text.toLowerCase();
  switch (filter.test) {
    case 'contains':
      return position => source.text(position).toLowerCase().includes(lower);
    case 'is':
      return position => source.text(position) === text;
    case 'filled':
      return position => source.text(position) !== '';
    case 'blank':
      return position => source.text(position) === '';
  }
}
