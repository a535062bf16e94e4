import * as l10n from '@vscode/l10n';
import { type FromBatch } from '../../protocol/batchMessages';
import { type ColumnId, type ColumnLayout, type Found, type Row } from '../../protocol/batchView';
import { isComposing } from '../controls/composing';
import { Menu } from '../controls/menu';
import { type Formats } from '../text/formats';
import { shownColumns } from './columns/columns';
import { type HeaderCells } from './columns/headerCells';
import { changePickedMenu, copyPickedMenu, rowMenu } from './rows/rowMenu';
import { type TableAction, tableAction } from './tableKeys';

/** The table as keyboard and pointer see it. */
export interface InputHost {
  readonly renderRoot: DocumentFragment | HTMLElement;
  readonly found?: Found | undefined;
  readonly layout: ColumnLayout;
  readonly formats: Formats;
  readonly header: HeaderCells;
  readonly post: (message: FromBatch) => void;
  readonly page: {
    /** Whether the account's notes of its followers can be changed. */
    readonly mayChange: boolean;
    type(text: string): void;
    openDetail(): void;
    closeDetail(): void;
  };
  readonly active: number;
  activeHeader: ColumnId | undefined;
  readonly count: number;
  /** Rows that are seen at once. */
  readonly screenful: number;
  rowAt(position: number): Row | undefined;
  select(kind: 'only' | 'toggle' | 'extend', position: number): void;
  activate(position: number): void;
  openFind(): void;
}

/** What keys and clicks do in the table. */
export class TableInput {
  constructor(private readonly table: InputHost) {}

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
        table.post({ type: 'copy', as: action.as, of: 'picked' });
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

  private headerKey(event: KeyboardEvent, column: ColumnId): void {
    const { table } = this;
    if ((event.key === 'ArrowDown' && !event.altKey) || event.key === 'Escape')
      table.activeHeader = undefined;
    else {
      const next = table.header.key(event, column);
      if (next === undefined) return;
      table.activeHeader = next;
      const cell = table.renderRoot.querySelector(`#head-${next}`);
      cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    }
    event.preventDefault();
  }

  private openMenuAtRow(): void {
    const row = this.table.renderRoot.querySelector('.row.active')?.getBoundingClientRect();
    if (row) this.openMenu(Math.max(row.left, 0) + 24, row.bottom);
  }

  private openMenu(x: number, y: number, column?: ColumnId): void {
    const { renderRoot, found, formats, post, active, page } = this.table;
    if (!found || !(renderRoot instanceof ShadowRoot)) return;
    // The selection of just now may not have come back yet.
    const all = { selected: Math.max(found.selected, 1) };
    const changes = page.mayChange ? changePickedMenu(all, formats, post) : [];
    const picked = [...changes, ...copyPickedMenu(all, formats, post)];
    const items = rowMenu(this.table.rowAt(active), column, picked, post, page.mayChange);
    Menu.open(renderRoot, items, x, y, l10n.t('Actions for the selected rows'));
  }
}
