import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import { type FromPeople } from '../../protocol/messages/peopleMessages';
import {
  everybody,
  type PeopleFound,
  type PeopleQuery,
  type PeopleTableView,
  type PersonColumn,
  type PersonRow,
  showsEverybody,
} from '../../protocol/views/peopleView';
import { personOutcomeLabel } from '../../protocol/personOutcome';
import { outcomeKinds } from '../../protocol/views/profileView';
import { type ListForm } from '../../protocol/messages/tableMessages';
import { type MenuEntry, type MenuItem } from '../controls/menu';
import { outcomeCell, textCell, timeCell } from '../table/rows/cells';
import { type ColumnFiltering, type TableKind } from '../table/tableKind';
import { type Formats } from '../text/formats';
import { visibleText } from '../text/visibleText';
import { personFiltering } from './personFilters';

/** The page of people, as its table sees it. */
interface PeopleRows {
  readonly formats: Formats;
  readonly post: (message: FromPeople) => void;
  readonly shown: PeopleFound | undefined;
}

const widths = { text: 168, code: 264, outcome: 208, time: 196 } as const;

/** The table of people. */
export class PersonKind implements TableKind<string, PersonRow, PeopleQuery> {
  readonly label = l10n.t('People');
  readonly everything = everybody;
  readonly filtering: ColumnFiltering<string, PeopleQuery>;
  private readonly columns: ReadonlyMap<string, { readonly column: PersonColumn; readonly at: number }>;

  constructor(
    private readonly page: PeopleRows,
    table: PeopleTableView,
  ) {
    this.columns = new Map(table.columns.map((column, at) => [column.id, { column, at }]));
    this.filtering = personFiltering(id => this.columns.get(id)?.column);
  }

  labelOf(id: string): string {
    return this.columns.get(id)?.column.label ?? id;
  }

  groupOf(id: string): string | undefined {
    return this.columns.get(id)?.column.group;
  }

  nameOf(id: string): string {
    const group = this.groupOf(id);
    return group === undefined ? this.labelOf(id) : l10n.t('{0}: {1}', group, this.labelOf(id));
  }

  widthOf(id: string): number {
    return widths[this.columns.get(id)?.column.kind ?? 'text'];
  }

  isTime(id: string): boolean {
    return this.columns.get(id)?.column.kind === 'time';
  }

  cell(row: PersonRow, id: string): TemplateResult {
    const known = this.columns.get(id);
    const value = known ? row.cells[known.at] : undefined;
    if (!known || value === undefined || value === null) return textCell('');
    switch (known.column.kind) {
      case 'time':
        return timeCell(typeof value === 'number' ? value : undefined, this.page.formats);
      case 'code':
        return textCell(String(value), 'code');
      case 'text':
        return textCell(String(value));
      case 'outcome': {
        const kind = outcomeKinds.find(each => each === value);
        return kind === undefined ? textCell(personOutcomeLabel(String(value))) : outcomeCell(kind);
      }
    }
  }

  menu(row: PersonRow | undefined, column: string | undefined, selected: number): MenuEntry[] {
    const { post } = this.page;
    const ids = row ? this.idsIn(row) : [];
    return [
      ...ids.map(({ label, text }) => ({ label, run: () => post({ type: 'copyText', text }) })),
      ...(row && column !== undefined
        ? [{ label: l10n.t('Copy Cell'), run: () => post({ type: 'copyCell', row: row.id, column }) }]
        : []),
      ...this.copyMenu('picked', selected),
    ];
  }

  /** What is picked, or what the filters let through, written out as whatever is wanted. */
  copyMenu(of: 'picked' | 'filtered', count: number): MenuEntry[] {
    const { formats, post, shown } = this.page;
    if (count === 0) return [];
    const isAll = shown === undefined || showsEverybody(shown.query);
    const number = formats.number(count);
    const section =
      of === 'picked'
        ? count === 1
          ? l10n.t('Copy the Row as')
          : l10n.t('Copy {0} Picked Rows as', number)
        : isAll
          ? l10n.t('Copy All {0} Rows as', number)
          : l10n.t('Copy {0} Filtered Rows as', number);
    const row = (as: 'rowsWithHeader' | 'csv', label: string): MenuItem => ({
      label,
      run: () => post({ type: 'copy', as, of }),
    });
    const list = (column: string, as: ListForm, label: string): MenuItem => ({
      label: visibleText(l10n.t('{0}: {1}', this.nameOf(column), label)),
      run: () => post({ type: 'copyIds', column, as, of }),
    });
    const codes = [...this.columns.values()].filter(({ column }) => column.kind === 'code').slice(0, 6);
    return [
      { section },
      row('rowsWithHeader', l10n.t('Rows with Headers')),
      row('csv', l10n.t('CSV')),
      ...codes.flatMap(({ column: { id } }) => [
        list(id, 'lines', l10n.t('one per line')),
        list(id, 'sql', l10n.t('SQL IN list')),
      ]),
    ];
  }

  foot(): unknown {
    const { shown, formats } = this.page;
    if (!shown || shown.selected < 2) return nothing;
    return html`<div class="foot">
      <span>${l10n.t('{0} selected', formats.number(shown.selected))}</span>
    </div>`;
  }

  private idsIn(row: PersonRow): { readonly label: string; readonly text: string }[] {
    return [...this.columns.values()].flatMap(({ column, at }) => {
      const text = row.cells[at];
      if (column.kind !== 'code' || typeof text !== 'string') return [];
      return [{ label: visibleText(l10n.t('Copy {0}', this.nameOf(column.id))), text }];
    });
  }
}
