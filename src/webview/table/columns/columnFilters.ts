import {
  type ColumnFilter,
  type ColumnFilters,
  type ColumnId,
  filterColumns,
  type Query,
} from '../../../protocol/batchView';
import { type OutcomeKind, outcomeKinds } from '../../../protocol/profileView';

/** Columns with a filter of their own in the query. */
export function hasOwnFilter(column: ColumnId): column is keyof ColumnFilters {
  return filterColumns.some(one => one === column);
}

/** Columns whose values repeat, so that they can be chosen from a list. */
export function hasValues(column: ColumnId): boolean {
  return ['outcome', 'scene', 'tags', 'remark', 'qrScene'].includes(column);
}

export function isFiltered(query: Query, column: ColumnId): boolean {
  if (column === 'outcome') return query.outcomes.length > 0;
  if (column === 'scene') return query.scenes.length > 0;
  if (column === 'followedAt') return query.period !== undefined;
  return hasOwnFilter(column) && query.filters[column] !== undefined;
}

/** The values that a column is filtered by. */
export function chosenValues(query: Query, column: ColumnId): readonly string[] {
  if (column === 'outcome') return query.outcomes;
  if (column === 'scene') return query.scenes;
  const filter = hasOwnFilter(column) ? query.filters[column] : undefined;
  return filter?.kind === 'values' ? filter.values : [];
}

export function withValues(query: Query, column: ColumnId, values: readonly string[]): Query {
  if (column === 'outcome') return { ...query, outcomes: values.filter(isOutcome) };
  if (column === 'scene') return { ...query, scenes: [...values] };
  return withFilter(query, column, values.length > 0 ? { kind: 'values', values: [...values] } : undefined);
}

export function withFilter(query: Query, column: ColumnId, filter: ColumnFilter | undefined): Query {
  return hasOwnFilter(column) ? { ...query, filters: { ...query.filters, [column]: filter } } : query;
}

/** Without any filter of the column. */
export function unfiltered(query: Query, column: ColumnId): Query {
  if (column === 'followedAt') return { ...query, period: undefined };
  return withValues(query, column, []);
}

function isOutcome(value: string): value is OutcomeKind {
  return outcomeKinds.some(kind => kind === value);
}
