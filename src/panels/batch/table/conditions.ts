import {
  type ColumnFilter,
  type ColumnFilters,
  filterColumns,
  type Query,
} from '../../../protocol/views/batchView';
import { labelOf, valuesIn } from './columnText';
import { type RowFacts } from './rowFacts';
import { type TagNames } from './sortRows';

export type Condition = (row: number) => boolean;

/** The filters of a query that no chart counts. */
export function conditions(facts: RowFacts, { text, filters }: Query, tagNames: TagNames): Condition[] {
  const all: Condition[] = [];
  if (text.trim() !== '') all.push(hasText(facts, text, tagNames));
  for (const column of filterColumns) {
    const filter = filters[column];
    if (filter) all.push(columnCondition(facts, column, filter, tagNames));
  }
  return all;
}

/** Case does not matter; scenes and tags are found by name and by code. */
export function hasText(facts: RowFacts, text: string, tagNames: TagNames): Condition {
  const wanted = text.trim().toLowerCase();
  const has = (value: string | undefined) => value !== undefined && value.toLowerCase().includes(wanted);
  const scenes = facts.scenes.map(({ code, label }) => has(code) || has(label));
  const tags = new Set([...tagNames].filter(([, name]) => has(name)).map(([id]) => id));
  const hasTag = (id: number) => tags.has(id) || (!tagNames.has(id) && has(String(id)));
  return row =>
    has(facts.openids[row]) ||
    has(facts.unionids[row]) ||
    has(facts.remarks[row]) ||
    has(facts.qrScenes[row]) ||
    (scenes[facts.sceneOf[row] ?? 0] ?? false) ||
    (facts.tagIds[row]?.some(hasTag) ?? false);
}

/** `is` is exact, since openids differ by case alone; `contains` is not. */
function columnCondition(
  facts: RowFacts,
  column: keyof ColumnFilters,
  filter: ColumnFilter,
  tagNames: TagNames,
): Condition {
  const values = valuesIn(facts, column);
  if (filter.kind === 'values') {
    const wanted = new Set(filter.values);
    return row => values(row).some(value => wanted.has(value));
  }
  const label = labelOf(facts, column, tagNames);
  const text = filter.text.trim();
  const lower = text.toLowerCase();
  switch (filter.test) {
    case 'contains':
      return row => values(row).some(value => label(value).toLowerCase().includes(lower));
    case 'is':
      return row => values(row).some(value => label(value) === text);
    case 'filled':
      return row => values(row)[0] !== '';
    case 'blank':
      return row => values(row)[0] === '';
  }
}
