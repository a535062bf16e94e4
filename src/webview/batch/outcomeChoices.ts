import { type Overview, type Query } from '../../protocol/views/batchView';
import { outcomeLabel } from '../../protocol/labels';
import { type OutcomeKind, outcomeKinds } from '../../protocol/views/profileView';
import { type FilterChoice } from '../table/filters/filterBar';
import { outcomeIcons } from '../text/outcomes';

/** The outcomes that there are, each with how many have it. */
export function outcomeChoices(
  { state, counts }: Overview,
  query: Query,
  setQuery: (query: Query) => void,
): FilterChoice[] {
  const isShown = (kind: OutcomeKind) =>
    counts[kind] > 0 || query.outcomes.includes(kind) || (state === 'running' && kind === 'following');
  return outcomeKinds.filter(isShown).map(kind => {
    const isChosen = query.outcomes.includes(kind);
    const outcomes = isChosen ? query.outcomes.filter(one => one !== kind) : [...query.outcomes, kind];
    return {
      ...{ label: outcomeLabel(kind), icon: outcomeIcons[kind], count: counts[kind], isChosen },
      toggle: () => setQuery({ ...query, outcomes }),
    };
  });
}
