import * as l10n from '@vscode/l10n';
import { personOutcomeLabel } from '../../protocol/personOutcome';
import { type PeopleHead, type PeopleQuery, type PersonFilter } from '../../protocol/views/peopleView';
import { type ActiveFilter } from '../table/filters/filterBar';
import { periodName, textFilterName, valuesName } from '../table/filters/filterNames';
import { type Formats } from '../text/formats';
import { withPersonFilter } from './personFilters';
import { type PersonKind } from './personKind';

/** The bars and columns that people are filtered by. */
export function activePersonFilters(
  query: PeopleQuery,
  { bars }: Pick<PeopleHead, 'bars'>,
  kind: PersonKind,
  formats: Formats,
  setQuery: (query: PeopleQuery) => void,
): ActiveFilter[] {
  return [
    ...bars
      .filter(({ id }) => query.bars.includes(id))
      .map(({ id, label }): ActiveFilter => ({
        id: `bar ${id}`,
        label,
        takeAway: () => setQuery({ ...query, bars: query.bars.filter(one => one !== id) }),
      })),
    ...Object.entries(query.filters).map(([column, filter]): ActiveFilter => ({
      id: `column ${column}`,
      label: l10n.t('{0}: {1}', kind.nameOf(column), filterName(filter, formats)),
      takeAway: () => setQuery(withPersonFilter(query, column, undefined)),
    })),
  ];
}

function filterName(filter: PersonFilter, formats: Formats): string {
  switch (filter.kind) {
    case 'period':
      return periodName(filter, formats);
    case 'values':
      return valuesName(filter.values, personOutcomeLabel);
    case 'text':
      return textFilterName(filter);
  }
}
