import {
  type ColumnFilter,
  type ColumnFilters,
  type ColumnId,
  filterColumns,
  type Query,
} from '../../../protocol/views/batchView';
import { outcomeLabel } from '../../../protocol/labels';
import { type OutcomeKind, outcomeKinds } from '../../../protocol/views/profileView';
import { type ColumnFiltering, type FilterWay } from '../../table/tableKind';

/** How the columns of a batch are filtered. Outcomes, scenes and follow times stand apart in its query. */
export const batchFiltering: ColumnFiltering<ColumnId, Query> = {
  ways(column) {
    const ways: FilterWay[] = [];
    if (column === 'followedAt') ways.push('dates');
    if (hasOwnFilter(column)) ways.push('text');
    if (hasValues(column)) ways.push('values');
    return ways;
  },

  isFiltered(query, column) {
    if (column === 'outcome') return query.outcomes.length > 0;
    if (column === 'scene') return query.scenes.length > 0;
    if (column === 'followedAt') return query.period !== undefined;
    return hasOwnFilter(column) && query.filters[column] !== undefined;
  },

  unfiltered(query, column) {
    if (column === 'followedAt') return { ...query, period: undefined };
    return batchFiltering.withValues(query, column, []);
  },

  textOf(query, column) {
    const filter = hasOwnFilter(column) ? query.filters[column] : undefined;
    return filter?.kind === 'text' ? filter : undefined;
  },

  withText(query, column, filter) {
    return withFilter(query, column, filter && { kind: 'text', ...filter });
  },

  valuesOf(query, column) {
    if (column === 'outcome') return query.outcomes;
    if (column === 'scene') return query.scenes;
    const filter = hasOwnFilter(column) ? query.filters[column] : undefined;
    return filter?.kind === 'values' ? filter.values : [];
  },

  withValues(query, column, values) {
    if (column === 'outcome') return { ...query, outcomes: values.filter(isOutcome) };
    if (column === 'scene') return { ...query, scenes: [...values] };
    return withFilter(query, column, values.length > 0 ? { kind: 'values', values: [...values] } : undefined);
  },

  periodOf(query, column) {
    return column === 'followedAt' ? query.period : undefined;
  },

  withPeriod(query, _column, period) {
    return { ...query, period };
  },

  fixedValues(column) {
    return column === 'outcome'
      ? outcomeKinds.map(value => ({ value, label: outcomeLabel(value) }))
      : undefined;
  },
};

export function withFilter(query: Query, column: ColumnId, filter: ColumnFilter | undefined): Query {
  return hasOwnFilter(column) ? { ...query, filters: { ...query.filters, [column]: filter } } : query;
}

/** Columns with a filter of their own in the query. */
function hasOwnFilter(column: ColumnId): column is keyof ColumnFilters {
  return filterColumns.some(one => one === column);
}

/** Columns whose values repeat, so that they can be chosen from a list. */
function hasValues(column: ColumnId): boolean {
  return ['outcome', 'scene', 'tags', 'remark', 'qrScene'].includes(column);
}

function isOutcome(value: string): value is OutcomeKind {
  return outcomeKinds.some(kind => kind === value);
}
