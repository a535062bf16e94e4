import * as l10n from '@vscode/l10n';
import { type ColumnFilter, filterColumns, type Found, type Query } from '../../protocol/batchView';
import { columnLabel } from '../../protocol/labels';
import { withFilter } from './rows/columnFilters';
import { type Formats } from '../text/formats';

export interface ActiveFilter {
  readonly id: string;
  readonly label: string;
  /** The query without it. */
  readonly without: Query;
}

/** The filters that are on, apart from outcomes and text, which show it themselves. */
export function activeFilters({ query, scenes, tagNames }: Found, formats: Formats): ActiveFilter[] {
  const { period } = query;
  const filters: ActiveFilter[] = query.scenes.map(code => ({
    id: `scene ${code}`,
    label: scenes.find(scene => scene.code === code)?.label ?? (code === '' ? l10n.t('No scene') : code),
    without: { ...query, scenes: query.scenes.filter(one => one !== code) },
  }));
  if (period)
    filters.push({
      id: 'period',
      label: periodName(period, formats),
      without: { ...query, period: undefined },
    });
  for (const column of filterColumns) {
    const filter = query.filters[column];
    if (filter)
      filters.push({
        id: column,
        label: l10n.t('{0}: {1}', columnLabel(column), filterName(filter, column === 'tags' ? tagNames : {})),
        without: withFilter(query, column, undefined),
      });
  }
  return filters;
}

function filterName(filter: ColumnFilter, names: Readonly<Record<string, string>>): string {
  if (filter.kind === 'values') {
    const [first = '', ...others] = filter.values.map(value =>
      value === '' ? l10n.t('(none)') : (names[value] ?? value),
    );
    return others.length === 0 ? first : l10n.t('{0} and {1} more', first, others.length);
  }
  switch (filter.test) {
    case 'contains':
      return l10n.t('contains “{0}”', filter.text);
    case 'is':
      return filter.text;
    case 'filled':
      return l10n.t('is not empty');
    case 'blank':
      return l10n.t('is empty');
  }
}

function periodName({ from, to }: NonNullable<Query['period']>, formats: Formats): string {
  const first = formats.beijingDay(from * 1000);
  const last = formats.beijingDay((to - 1) * 1000);
  return first === last ? first : `${first} – ${last}`;
}
