import * as l10n from '@vscode/l10n';
import { filterColumns, type Found, type Query } from '../../protocol/views/batchView';
import { columnLabel } from '../../protocol/labels';
import { type ActiveFilter } from '../table/filters/filterBar';
import { periodName, textFilterName, valuesName } from '../table/filters/filterNames';
import { type Formats } from '../text/formats';
import { withFilter } from './rows/columnFilters';

/** The filters that are on, apart from outcomes and text, which show it themselves. */
export function activeFilters(
  { query, scenes, tagNames }: Found,
  formats: Formats,
  setQuery: (query: Query) => void,
): ActiveFilter[] {
  const { period } = query;
  const filters = query.scenes.map((code): ActiveFilter => ({
    id: `scene ${code}`,
    label: scenes.find(scene => scene.code === code)?.label ?? (code === '' ? l10n.t('No scene') : code),
    takeAway: () => setQuery({ ...query, scenes: query.scenes.filter(one => one !== code) }),
  }));
  if (period)
    filters.push({
      id: 'period',
      label: periodName(period, formats),
      takeAway: () => setQuery({ ...query, period: undefined }),
    });
  for (const column of filterColumns) {
    const filter = query.filters[column];
    if (!filter) continue;
    const names: Readonly<Record<string, string>> = column === 'tags' ? tagNames : {};
    const name =
      filter.kind === 'values'
        ? valuesName(filter.values, value => names[value] ?? value)
        : textFilterName(filter);
    filters.push({
      id: column,
      label: l10n.t('{0}: {1}', columnLabel(column), name),
      takeAway: () => setQuery(withFilter(query, column, undefined)),
    });
  }
  return filters;
}
