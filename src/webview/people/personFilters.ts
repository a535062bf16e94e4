import * as l10n from '@vscode/l10n';
import { imported, personOutcomeLabel } from '../../protocol/personOutcome';
import { type PeopleQuery, type PersonColumn, type PersonFilter } from '../../protocol/views/peopleView';
import { outcomeKinds } from '../../protocol/views/profileView';
import { type ColumnFiltering, type FilterWay } from '../table/tableKind';

/** How columns of people are filtered: by what kind of thing stands in them. */
export function personFiltering(
  columnOf: (id: string) => PersonColumn | undefined,
): ColumnFiltering<string, PeopleQuery> {
  const filterOf = (query: PeopleQuery, column: string): PersonFilter | undefined => query.filters[column];
  return {
    ways(column) {
      const waysOf = {
        text: ['text', 'values'],
        code: ['text'],
        outcome: ['values'],
        time: ['dates'],
      } as const;
      const kind = columnOf(column)?.kind;
      const ways: readonly FilterWay[] = kind === undefined ? [] : waysOf[kind];
      return ways;
    },
    isFiltered: (query, column) => filterOf(query, column) !== undefined,
    unfiltered: (query, column) => withPersonFilter(query, column, undefined),
    textOf(query, column) {
      const filter = filterOf(query, column);
      return filter?.kind === 'text' ? filter : undefined;
    },
    withText: (query, column, filter) =>
      withPersonFilter(query, column, filter && { kind: 'text', ...filter }),
    valuesOf(query, column) {
      const filter = filterOf(query, column);
      return filter?.kind === 'values' ? filter.values : [];
    },
    withValues: (query, column, values) =>
      withPersonFilter(
        query,
        column,
        values.length > 0 ? { kind: 'values', values: [...values] } : undefined,
      ),
    periodOf(query, column) {
      const filter = filterOf(query, column);
      return filter?.kind === 'period' ? filter : undefined;
    },
    withPeriod: (query, column, period) =>
      withPersonFilter(query, column, period && { kind: 'period', ...period }),
    fixedValues: column =>
      columnOf(column)?.kind === 'outcome'
        ? [...outcomeKinds, imported, ''].map(value => ({
            value,
            label: value === '' ? l10n.t('Not in this account') : personOutcomeLabel(value),
          }))
        : undefined,
  };
}

export function withPersonFilter(
  query: PeopleQuery,
  column: string,
  filter: PersonFilter | undefined,
): PeopleQuery {
  const others = Object.entries(query.filters).filter(([id]) => id !== column);
  const filters = Object.fromEntries(filter ? [...others, [column, filter] as const] : others);
  return { ...query, filters };
}
