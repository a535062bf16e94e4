import { type ColumnValues, type Query, type Spread } from '../../../protocol/views/batchView';
import { bounds } from '../../../protocol/bounds';
import { rowsInStep, type Steps } from '../../steps';
import { labelOf, type ValueColumn, valuesIn } from './columnText';
import { filterRows } from './filterRows';
import { type RowFacts } from './rowFacts';
import { type TagNames } from './sortRows';

const barsInSpread = 8;

/** The values of a column over these rows, the most frequent first. Rows with several tags count for each. */
function* countValues(facts: RowFacts, rows: Uint32Array, column: ValueColumn): Steps<[string, number][]> {
  const counts = new Map<string, number>();
  const values = valuesIn(facts, column);
  for (let at = 0; at < rows.length; at++) {
    for (const value of values(rows[at] ?? 0)) counts.set(value, (counts.get(value) ?? 0) + 1);
    if (at % rowsInStep === 0) yield;
  }
  return [...counts].sort(([, a], [, b]) => b - a);
}

/** What a column may be filtered by: its values under all other filters of the query. */
export function* columnValues(
  facts: RowFacts,
  query: Query,
  tagNames: TagNames,
  column: ValueColumn,
  search: string,
): Steps<ColumnValues> {
  const { rows } = yield* filterRows(facts, withoutFilterOf(query, column), tagNames);
  const counted = yield* countValues(facts, rows, column);
  const label = labelOf(facts, column, tagNames);
  const wanted = search.trim().toLowerCase();
  const values = counted
    .map(([value, count]) => ({ value, label: label(value), count }))
    .filter(one => wanted === '' || [one.label, one.value].some(text => text.toLowerCase().includes(wanted)));
  return { column, search, values: values.slice(0, bounds.filterValues), distinct: values.length };
}

/** How the values of a column are spread over these rows. */
export function* spreadOf(facts: RowFacts, rows: Uint32Array, column: ValueColumn): Steps<Spread> {
  const counted = yield* countValues(facts, rows, column);
  const filled = counted.filter(([value]) => value !== '');
  return {
    column,
    distinct: filled.length,
    missing: counted.find(([value]) => value === '')?.[1] ?? 0,
    top: filled.slice(0, barsInSpread).map(([, count]) => count),
  };
}

function withoutFilterOf(query: Query, column: ValueColumn): Query {
  if (column === 'outcome') return { ...query, outcomes: [] };
  if (column === 'scene') return { ...query, scenes: [] };
  return { ...query, filters: { ...query.filters, [column]: undefined } };
}
