import * as l10n from '@vscode/l10n';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { type FromBatch, type Place, type Slice } from '../../protocol/batchMessages';
import {
  type ColumnId,
  type ColumnLayout,
  type Found,
  type Query,
  type Row,
  wholeList,
} from '../../protocol/batchView';
import { iconStyles } from '../controls/icon';
import { Menu } from '../controls/menu';
import { scrollbars } from '../controls/scrollbars';
import { type Formats } from '../text/formats';
import { cellTemplate } from './cells';
import { shownColumns, widthOf } from './columns';
import { HeaderCells, type HeaderHost } from './headerCells';
import { RowCache } from './rowCache';
import { rowMenu } from './rowMenu';
import { RowWindow } from './rowWindow';
import { tableAction } from './tableKeys';
import { tableStyles } from './tableStyles';

/** What the keyboard asks for that is not the table's own business. */
export interface TableHost {
  /** Counts the moves of the reader; see `query` in the protocol. */
  readonly turn: number;
  nextTurn(): number;
  setSort(sort: Query['sort']): void;
  setLayout(layout: ColumnLayout, final: boolean): void;
  /** Someone began to type: the text filter is wanted. */
  type(text: string): void;
  openDetail(): void;
  closeDetail(): void;
  clearFilters(): void;
}

/** While someone scrolls, the host is told where they are this often. */
const placeMs = 150;

/** The rows that a query found. The host keeps them; the table asks for those on its screen. */
@customElement('lens-table')
export class DataTable extends LitElement implements HeaderHost {
  static override styles = [iconStyles, scrollbars, tableStyles];

  @property({ attribute: false }) found?: Found;
  /** Rows that came with what was found. */
  @property({ attribute: false }) top?: Slice | undefined;
  @property({ attribute: false }) layout!: ColumnLayout;
  @property({ attribute: false }) formats!: Formats;
  @property({ attribute: false }) post!: (message: FromBatch) => void;
  @property({ attribute: false }) page!: TableHost;

  /** The row, or else the header cell, that the keyboard is on. */
  @state() private active = -1;
  @state() private activeHeader: ColumnId | undefined;
  @query('.scroller') private readonly scroller!: HTMLElement | null;
  private readonly window = new RowWindow(this, () => this.scroller);
  private readonly cache = new RowCache(slice => this.post({ type: 'slice', ...slice }));
  private readonly header = new HeaderCells(this);
  private sentTop = 0;
  private placeTimer?: ReturnType<typeof setTimeout>;

  takeRows(message: { version: number; offset: number; rows: readonly Row[] }): void {
    if (this.cache.take(message)) this.requestUpdate();
  }

  override focus(): void {
    this.scroller?.focus();
  }

  get sort(): Query['sort'] {
    return this.found?.query.sort ?? wholeList.sort;
  }

  setSort(sort: Query['sort']): void {
    this.page.setSort(sort);
  }

  setLayout(layout: ColumnLayout, final: boolean): void {
    this.page.setLayout(layout, final);
  }

  cells(): { readonly column: ColumnId; readonly right: number }[] {
    const cells = [...this.renderRoot.querySelectorAll('[role=columnheader]')];
    return shownColumns(this.layout).flatMap((column, index) => {
      const right = cells[index]?.getBoundingClientRect().right;
      return right === undefined ? [] : [{ column, right }];
    });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { found } = this;
    if (!found || !changed.has('found')) return;
    this.window.count = found.count;
    this.cache.expect(found, this.top);
    if (found.turn === this.page.turn) this.active = found.activeAt;
  }

  protected override updated(changed: PropertyValues<this>): void {
    const { found } = this;
    const columns = shownColumns(this.layout).map(column => `${widthOf(column, this.layout)}px`);
    this.scroller?.style.setProperty('--lens-columns', `${columns.join(' ')} minmax(0, 1fr)`);
    if (!found) return;
    const before = changed.get('found');
    if (changed.has('found')) this.followPlace(found, before);
    const { first, last } = this.window.inSight;
    if (found.count > 0) this.cache.want(first, last);
    if (first !== this.sentTop) this.placeTimer ??= setTimeout(() => this.sendPlace(), placeMs);
  }

  override render(): unknown {
    const { found } = this;
    const columns = shownColumns(this.layout);
    const { rows } = this.window;
    return html`<div
        class="scroller scrolls"
        role="grid"
        tabindex="0"
        aria-label=${l10n.t('Profiles')}
        aria-multiselectable="true"
        aria-rowcount=${(found?.count ?? 0) + 1}
        aria-colcount=${columns.length}
        aria-activedescendant=${this.activeId(rows) ?? nothing}
        @keydown=${(event: KeyboardEvent) => this.onKey(event)}
        @focus=${() => this.onFocus()}
      >
        <div class="header" role="row" aria-rowindex="1">${this.header.template(this.activeHeader)}</div>
        <div class="body" role="rowgroup" .style=${`height:${this.window.height}px`}>
          ${rows.map(({ position, offset }) => this.rowTemplate(position, offset, columns))}
        </div>
      </div>
      ${
        found?.count === 0
          ? html`<p class="empty">
              ${l10n.t('No row passes the filters.')}
              <button @click=${() => this.page.clearFilters()}>${l10n.t('Clear Filters')}</button>
            </p>`
          : nothing
      }`;
  }

  /** What has the keyboard; a row that was scrolled out of the page has no element to point at. */
  private activeId(rows: readonly { readonly position: number }[]): string | undefined {
    if (this.activeHeader !== undefined) return `head-${this.activeHeader}`;
    return rows.some(({ position }) => position === this.active) ? `row-${this.active}` : undefined;
  }

  /** Rows have no keys: while scrolling, the same elements take other rows in, which costs least. */
  private rowTemplate(position: number, offset: number, columns: readonly ColumnId[]): TemplateResult {
    const row = this.cache.row(position);
    return html`<div
      role="row"
      id=${`row-${position}`}
      class=${position === this.active && this.activeHeader === undefined ? 'row active' : 'row'}
      aria-rowindex=${position + 2}
      aria-selected=${row?.selected ?? false}
      .style=${`transform:translateY(${offset}px)`}
      @click=${(event: MouseEvent) => this.onClick(event, position)}
      @contextmenu=${(event: MouseEvent) => this.onContextMenu(event, position)}
    >
      ${columns.map(
        (column, index) =>
          html`<div role="gridcell" aria-colindex=${index + 1}>
            ${row ? cellTemplate(row, column, this.formats) : nothing}
          </div>`,
      )}
    </div>`;
  }

  /** Keeps the reader's place when rows before it come or go, and goes to the top for another query. */
  private followPlace(found: Found, before: Found | undefined): void {
    if (found.turn !== this.page.turn || this.placeTimer !== undefined) return;
    const { first } = this.window.inSight;
    if (found.topAt >= 0 && found.topAt !== first) this.goTo(found.topAt);
    else if (before && JSON.stringify(before.query) !== JSON.stringify(found.query)) this.goTo(0);
  }

  private sendPlace(): void {
    this.placeTimer = undefined;
    this.sentTop = this.window.inSight.first;
    this.post({ type: 'place', ...this.place(this.sentTop), turn: this.page.nextTurn() });
  }

  private goTo(top: number): void {
    this.sentTop = top;
    this.window.scrollToTop(top);
  }

  private onFocus(): void {
    if (this.active < 0 && this.activeHeader === undefined && this.window.count > 0)
      this.activate(this.window.inSight.first);
  }

  private onClick(event: MouseEvent, position: number): void {
    this.select(event.shiftKey ? 'extend' : event.ctrlKey || event.metaKey ? 'toggle' : 'only', position);
    this.activate(position);
    this.page.openDetail();
  }

  private onContextMenu(event: MouseEvent, position: number): void {
    event.preventDefault();
    if (!this.cache.row(position)?.selected) this.select('only', position);
    this.activate(position);
    this.openMenu(event.clientX, event.clientY);
  }

  private onKey(event: KeyboardEvent): void {
    if (this.activeHeader !== undefined) {
      this.onHeaderKey(event, this.activeHeader);
      return;
    }
    const { count, page } = this.window;
    const action = tableAction(event, { active: this.active, count, page });
    if (!action) return;
    event.preventDefault();
    switch (action.kind) {
      case 'move':
        if (count === 0) break;
        this.select(action.extend ? 'extend' : 'only', action.to);
        this.activate(action.to);
        break;
      case 'toHeader':
        this.activeHeader = shownColumns(this.layout)[0];
        break;
      case 'toggle':
        this.select('toggle', this.active);
        break;
      case 'all':
        this.post({ type: 'select', change: { kind: 'all' } });
        break;
      case 'copy':
        this.post({ type: 'copySelection', as: 'rows' });
        break;
      case 'open':
        this.page.openDetail();
        break;
      case 'close':
        this.page.closeDetail();
        break;
      case 'type':
        this.page.type(action.text);
        break;
      case 'menu':
        this.openMenuAtRow();
    }
  }

  private onHeaderKey(event: KeyboardEvent, column: ColumnId): void {
    if (event.key === 'ArrowDown' || event.key === 'Escape') this.activeHeader = undefined;
    else {
      const next = this.header.key(event, column);
      if (next === undefined) return;
      this.activeHeader = next;
      this.renderRoot.querySelector(`#head-${next}`)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    }
    event.preventDefault();
  }

  private openMenuAtRow(): void {
    const row = this.renderRoot.querySelector('.row.active')?.getBoundingClientRect();
    if (row) this.openMenu(Math.max(row.left, 0) + 24, row.bottom);
  }

  private openMenu(x: number, y: number): void {
    if (!(this.renderRoot instanceof ShadowRoot)) return;
    const items = rowMenu(this.cache.row(this.active), this.post);
    Menu.open(this.renderRoot, items, x, y, l10n.t('Actions for the selected rows'));
  }

  private activate(position: number): void {
    this.activeHeader = undefined;
    this.active = position;
    this.window.reveal(position);
    this.post({ type: 'activate', ...this.place(position), turn: this.page.nextTurn() });
  }

  /** Before the keyboard goes there: `extend` may reach from where it was. */
  private select(kind: 'only' | 'toggle' | 'extend', position: number): void {
    if (position >= 0) this.post({ type: 'select', change: { kind, ...this.place(position) } });
  }

  private place(position: number): Place {
    const row = this.cache.row(position);
    return { position, ...(row && { row: row.id }) };
  }
}
