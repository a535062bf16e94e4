import { type ColumnId } from '../../../protocol/views/batchView';
import { bounds } from '../../../protocol/bounds';
import { outcomeKinds } from '../../../protocol/views/profileView';
import { bounded } from '../../profile/profileView';
import { type RowFacts } from './rowFacts';
import { type TagNames } from './sortRows';

/** Columns in which values can be counted and chosen. */
export type ValueColumn = Exclude<ColumnId, 'place' | 'followedAt' | 'fetchedAt'>;

export function isValueColumn(column: ColumnId): column is ValueColumn {
  return column !== 'place' && column !== 'followedAt' && column !== 'fetchedAt';
}

const none: readonly string[] = [''];

/** What a row holds in a column, as filters compare it: one value, the empty one for nothing, or several tags. */
export function valuesIn(facts: RowFacts, column: ValueColumn): (row: number) => readonly string[] {
  const one = (text: string | undefined) =>
    text ? [text.length > bounds.cellText ? cut(text) : text] : none;
  switch (column) {
    case 'outcome':
      return row => [outcomeKinds[facts.outcomes[row] ?? 0] ?? ''];
    case 'openid':
      return row => one(facts.openids[row]);
    case 'scene':
      return row => [facts.scene(row).code];
    case 'remark':
      return row => one(facts.remarks[row]);
    case 'unionid':
      return row => one(facts.unionids[row]);
    case 'qrScene':
      return row => one(facts.qrScenes[row]);
    case 'tags':
      return row => {
        const ids = facts.tagIds[row];
        return ids && ids.length > 0 ? ids.map(String) : none;
      };
  }
}

/** What a value is called where it is listed; an outcome has its name from the page. */
export function labelOf(facts: RowFacts, column: ValueColumn, tagNames: TagNames): (value: string) => string {
  if (column === 'tags') return value => cut(tagNames.get(Number(value)) ?? value);
  if (column !== 'scene') return value => value;
  const labels = new Map(facts.scenes.map(({ code, label }) => [code, label]));
  return value => labels.get(value) ?? value;
}

function cut(text: string): string {
  return bounded(text, bounds.cellText);
}
