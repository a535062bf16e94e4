import { personOutcomeLabel } from '../../protocol/personOutcome';
import { type PeopleLayout } from '../../protocol/views/peopleView';
import { type ListForm, type RowForm } from '../../protocol/messages/tableMessages';
import { type Steps } from '../steps';
import { lineOf, listText, timeCellText } from '../table/cellsText';
import { type ColumnSource } from './table/columnSources';
import { type PersonTable } from './table/personTable';

/** Rows written out between two breaths. */
const writtenInStep = 512;

/** The whole of a cell, as it is copied. */
export function cellText(source: ColumnSource, position: number): string {
  if (source.column.kind === 'time') return timeCellText(source.number?.(position) || undefined);
  const text = source.text(position);
  return source.column.kind === 'outcome' ? personOutcomeLabel(text) : text;
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
  as: ListForm,
): Steps<string> {
  const ids: string[] = [];
  for (const [at, row] of table.rowsOf(of).entries()) {
    if (at % writtenInStep === 0) yield;
    const text = source.text(table.positionAt(row));
    // Somebody may have several openids of one account.
    if (text !== '') ids.push(...text.split(', '));
  }
  return listText(ids, as);
}

function headerOf({ column }: ColumnSource): string {
  return column.group === undefined ? column.label : `${column.group} ${column.label}`;
}
