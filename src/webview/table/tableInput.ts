import * as l10n from '@vscode/l10n';
import {
  type FromTable,
  type RowForm,
  type TableFound,
  type TableLayout,
  type TableQuery,
  type TableRow,
} from '../../protocol/messages/tableMessages';
import { isComposing } from '../controls/composing';
import { Menu } from '../controls/menu';
import { shownColumns } from './columns/columns';
import { type HeaderCells } from './columns/headerCells';
import { type TableKind } from './tableKind';
import { type TableAction, tableAction } from './tableKeys';

/** The table as keyboard and pointer see it. */
export interface InputHost<C extends string, R extends TableRow, Q extends TableQuery<C>> {
  readonly kind: TableKind<C, R, Q>;
  readonly renderRoot: DocumentFragment | HTMLElement;
  readonly found?: TableFound<Q> | undefined;
  readonly layout: TableLayout<C>;
  readonly header: HeaderCells<C, R, Q>;
  readonly post: (message: FromTable<C>) => void;
  readonly page: {
    /** Writes the picked rows to the clipboard. */
    copyPicked(as: RowForm): void;
    type(text: string): void;
    openDetail(): void;
    closeDetail(): void;
  };
  readonly active: number;
  activeHeader: C | undefined;
  readonly count: number;
  /** Rows that are seen at once. */
  readonly screenful: number;
  rowAt(position: number): R | undefined;
  select(kind: 'only' | 'toggle' | 'extend', position: number): void;
  activate(position: number): void;
  openFind(): void;
}

/** What keys and clicks do in the table. */
export class TableInput<C extends string, R extends TableRow, Q extends TableQuery<C>> {
  constructor(private readonly table: InputHost<C, R, Q>) {}

  click(event: MouseEvent, position: number): void {
    const { table } = this;
    const isApart = event.ctrlKey || event.metaKey;
    table.select(event.shiftKey ? 'extend' : isApart ? 'toggle' : 'only', position);
    table.activate(position);
    // Who picks several rows is not after one person.
    if (!event.shiftKey && !isApart) table.page.openDetail();
  }

  contextMenu(event: MouseEvent, position: number): void {
    const { table } = this;
    event.preventDefault();
    if (!table.rowAt(position)?.selected) table.select('only', position);
    table.activate(position);
    const cell = event.composedPath().find(one => one instanceof Element && one.role === 'gridcell');
    const index = cell instanceof Element ? Number(cell.ariaColIndex) - 1 : -1;
    this.openMenu(event.clientX, event.clientY, shownColumns(table.layout)[index]);
  }

  key(event: KeyboardEvent): void {
    const { table } = this;
    if (isComposing(event)) return;
    if (table.activeHeader !== undefined && !event.ctrlKey && !event.metaKey) {
      this.headerKey(event, table.activeHeader);
      return;
    }
    const { active, count, screenful: page } = table;
    const action = tableAction(event, { active, count, page });
    if (!action) return;
    event.preventDefault();
    this.act(action);
  }

  /** From here on, behind the row with the keyboard, or before it. */
  find(text: string, step: -1 | 0 | 1): void {
    const from = Math.max(this.table.active, 0) + (step > 0 ? 1 : 0);
    if (text.trim() !== '') this.table.post({ type: 'find', text, from, backwards: step < 0 });
  }

  private act(action: TableAction): void {
    const { table } = this;
    switch (action.kind) {
      case 'move':
        if (table.count === 0) break;
        if (action.pick !== 'none') table.select(action.pick, action.to);
        table.activate(action.to);
        break;
      case 'toHeader':
        table.activeHeader = shownColumns(table.layout)[0];
        break;
      case 'toggle':
        table.select('toggle', table.active);
        break;
      case 'all':
        table.post({ type: 'select', change: { kind: 'all' } });
        break;
      case 'copy':
        table.page.copyPicked(action.as);
        break;
      case 'open':
        table.page.openDetail();
        break;
      case 'close':
        table.page.closeDetail();
        break;
      case 'find':
        table.openFind();
        break;
      case 'type':
        table.page.type(action.text);
        break;
      case 'menu':
        this.openMenuAtRow();
    }
  }

  private headerKey(event: KeyboardEvent, column: C): void {
    const { table } = this;
    if ((event.key === 'ArrowDown' && !event.altKey) || event.key === 'Escape')
      table.activeHeader = undefined;
    else {
      const next = table.header.key(event, column);
      if (next === undefined) return;
      table.activeHeader = next;
      const cell = table.renderRoot.querySelector(`#${CSS.escape(`head-${next}`)}`);
      cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    }
    event.preventDefault();
  }

  private openMenuAtRow(): void {
    const row = this.table.renderRoot.querySelector('.row.active')?.getBoundingClientRect();
    if (row) this.openMenu(Math.max(row.left, 0) + 24, row.bottom);
  }

  private openMenu(x: number, y: number, column?: C): void {
    const { renderRoot, found, kind, active } = this.table;
    if (!found || !(renderRoot instanceof ShadowRoot)) return;
    // The selection of just now may not have come back yet.
    const items = kind.menu(this.table.rowAt(active), column, Math.max(found.selected, 1));
    Menu.open(renderRoot, items, x, y, l10n.t('Actions for the selected rows'));
  }
}
