import { outcomeLabel } from '../../protocol/labels';
import { outcomeKinds } from '../../protocol/profileView';
import { type IdForm } from '../../protocol/peopleMessages';
import { type PeopleLayout } from '../../protocol/peopleView';
import { type RowForm } from '../../protocol/tableMessages';
import { l10n } from 'vscode';

import { type Steps } from '../steps';
import { lineOf, sqlList, timeCellText } from '../table/cellsText';
import { type ColumnSource, imported } from './table/columnSources';
import { type PersonTable } from './table/personTable';

/** Rows written out between two breaths. */
const writtenInStep = 512;

export function outcomeName(outcome: string): string {
  if (outcome === imported) return l10n.t('Imported, never asked for');
  const kind = outcomeKinds.find(each => each === outcome);
  return kind === undefined ? '' : outcomeLabel(kind);
}

/** The whole of a cell, as it is copied. */
export function cellText(source: ColumnSource, position: number): string {
  if (source.column.kind === 'time') return timeCellText(source.number?.(position) || undefined);
  const text = source.text(position);
  return source.column.kind === 'outcome' ? outcomeName(text) : text;
}

export function* rowsAsText(
  table: PersonTable,
  of: 'picked' | 'filtered',
  as: RowForm,
  { order, hidden }: PeopleLayout,
): Steps<string> {
  const sources = order
    .filter(column => !hidden.includes(column))
    .flatMap(column => table.source(column) ?? []);
  const lines: string[] = [];
  if (as !== 'rows') lines.push(lineOf(sources.map(headerOf), as));
  for (const [at, row] of table.rowsOf(of).entries()) {
    if (at % writtenInStep === 0) yield;
    const position = table.positionAt(row);
    lines.push(
      lineOf(
        sources.map(source => cellText(source, position)),
        as,
      ),
    );
  }
  return lines.join('\n');
}

/** The ids in a column, without those who have none. */
export function* idsAsText(
  table: PersonTable,
  of: 'picked' | 'filtered',
  source: ColumnSource,
  as: IdForm,
): Steps<string> {
  const ids: string[] = [];
  for (const [at, row] of table.rowsOf(of).entries()) {
    if (at % writtenInStep === 0) yield;
    const text = source.text(table.positionAt(row));
    // Somebody may have several openids of one account.
    if (text !== '') ids.push(...text.split(', '));
  }
  switch (as) {
    case 'lines':
      return ids.join('\n');
    case 'json':
      return JSON.stringify(ids, null, 2);
    case 'sql':
      return sqlList(ids);
  }
}

function headerOf({ column }: ColumnSource): string {
  return column.group === undefined ? column.label : `${column.group} ${column.label}`;
}
