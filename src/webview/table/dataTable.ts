import * as l10n from '@vscode/l10n';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { type FromBatch, type Place, type Slice } from '../../protocol/batchMessages';
import {
  type ColumnId,
  type ColumnLayout,
  type ColumnValues,
  type Found,
  type Query,
  type Row,
  type Spread,
  wholeList,
} from '../../protocol/batchView';
import { iconStyles } from '../controls/icon';
import { scrollbars } from '../controls/scrollbars';
import { unseenStyles } from '../controls/unseenStyles';
import { type Formats } from '../text/formats';
import { cellTemplate } from './rows/cells';
import { ColumnMenu, type ColumnMenuHost } from './columns/columnMenu';
import { frozenCount, placeColumns, resized, shownColumns } from './columns/columns';
import { type FindBar } from './findBar';
import './findBar';
import { fittingWidth } from './columns/fit';
import { HeaderCells, type HeaderHost } from './columns/headerCells';
import { type ChangeHost, pickedFoot } from './pickedFoot';
import { RowCache } from './rows/rowCache';
import { RowWindow } from './rows/rowWindow';
import { type InputHost, TableInput } from './tableInput';
import { tableStyles } from './tableStyles';

/** What the keyboard asks for that is not the table's own business. */
export interface TableHost extends ChangeHost {
  /** Counts the moves of the reader; see `query` in the protocol. */
  readonly turn: number;
  nextTurn(): number;
  setQuery(query: Query): void;
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
export class DataTable extends LitElement implements HeaderHost, ColumnMenuHost, InputHost {
  static override styles = [iconStyles, unseenStyles, scrollbars, tableStyles];

  @property({ attribute: false }) found?: Found;
  /** Rows that came with what was found. */
  @property({ attribute: false }) top?: Slice | undefined;
  @property({ attribute: false }) layout!: ColumnLayout;
  @property({ attribute: false }) formats!: Formats;
  @property({ attribute: false }) spreads: readonly Spread[] = [];
  @property({ attribute: false }) post!: (message: FromBatch) => void;
  @property({ attribute: false }) page!: TableHost;

  /** The row, or else the header cell, that the keyboard is on. */
  @state() active = -1;
  @state() activeHeader: ColumnId | undefined;
  @state() private isFinding = false;
  @query('.scroller') private readonly scroller!: HTMLElement | null;
  @query('lens-find') private readonly findBar?: FindBar;
  private readonly window = new RowWindow(this, () => this.scroller);
  private readonly cache = new RowCache(slice => this.post({ type: 'slice', ...slice }));
  readonly header = new HeaderCells(this);
  private readonly input = new TableInput(this);
  private columnMenu?: ColumnMenu;
  private sentTop = 0;
  private placeTimer?: ReturnType<typeof setTimeout>;

  takeRows(message: { version: number; offset: number; rows: readonly Row[] }): void {
    if (this.cache.take(message)) this.requestUpdate();
  }

  takeValues(values: ColumnValues): void {
    this.columnMenu?.take(values);
  }

  takeMatch(match: { text: string; count: number; index: number; at: number }): void {
    this.findBar?.take(match);
    if (match.at < 0 || !this.isFinding) return;
    this.select('only', match.at);
    this.activate(match.at);
  }

  override focus(): void {
    this.scroller?.focus();
  }

  get count(): number {
    return this.window.count;
  }

  get screenful(): number {
    return this.window.page;
  }

  rowAt(position: number): Row | undefined {
    return this.cache.row(position);
  }

  openFind(): void {
    this.isFinding = true;
    void this.updateComplete.then(() => this.findBar?.focus());
  }

  get query(): Query {
    return this.found?.query ?? wholeList;
  }

  setQuery(query: Query): void {
    this.page.setQuery(query);
  }

  setSort(sort: Query['sort']): void {
    this.page.setQuery({ ...this.query, sort });
  }

  setLayout(layout: ColumnLayout, final: boolean): void {
    this.page.setLayout(layout, final);
  }

  askValues(column: ColumnId, search: string): void {
    this.post({ type: 'values', column, search });
  }

  openColumnMenu(column: ColumnId): void {
    const cell = this.renderRoot.querySelector(`#head-${column}`)?.getBoundingClientRect();
    if (!cell || !(this.renderRoot instanceof ShadowRoot)) return;
    // Here the keyboard comes back to.
    this.focus();
    this.columnMenu = ColumnMenu.open(this.renderRoot, this, column, Math.max(cell.left, 0), cell.bottom);
  }

  fit(columns: readonly ColumnId[] = shownColumns(this.layout)): void {
    const shown = shownColumns(this.layout);
    const layout = columns.reduce((changed, column) => {
      const width = fittingWidth(this.renderRoot, shown.indexOf(column));
      return width === undefined ? changed : resized(changed, column, width);
    }, this.layout);
    this.setLayout(layout, true);
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
    if (this.scroller) placeColumns(this.scroller, this.layout);
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
    const frozen = frozenCount(this.layout);
    const frozenClass = (index: number) => (index < frozen ? `frozen f${index}` : '');
    return html`<div
        class="scroller scrolls"
        role="grid"
        tabindex="0"
        aria-label=${l10n.t('Profiles')}
        aria-multiselectable="true"
        aria-rowcount=${(found?.count ?? 0) + 1}
        aria-colcount=${columns.length}
        aria-activedescendant=${this.activeId(rows) ?? nothing}
        @keydown=${(event: KeyboardEvent) => this.input.key(event)}
        @focus=${() => this.onFocus()}
      >
        <div class="header" role="row" aria-rowindex="1">
          ${this.header.template(this.activeHeader, frozenClass)}
        </div>
        <div class="body" role="rowgroup" .style=${`height:${this.window.height}px`}>
          ${rows.map(({ position, offset }) => this.rowTemplate(position, offset, columns, frozenClass))}
        </div>
      </div>
      ${
        this.isFinding
          ? html`<lens-find
              .formats=${this.formats}
              .find=${(text: string, step: -1 | 0 | 1) => this.input.find(text, step)}
              .leave=${() => this.closeFind()}
            ></lens-find>`
          : nothing
      }
      ${
        found?.count === 0
          ? html`<p class="empty">
              ${l10n.t('No rows match.')}
              <button @click=${() => this.page.clearFilters()}>${l10n.t('Clear Filters')}</button>
            </p>`
          : nothing
      }
      ${found ? pickedFoot(found, this.formats, this.page.mayChange ? this.post : undefined) : nothing}`;
  }

  /** What has the keyboard; a row that was scrolled out of the page has no element to point at. */
  private activeId(rows: readonly { readonly position: number }[]): string | undefined {
    if (this.activeHeader !== undefined) return `head-${this.activeHeader}`;
    return rows.some(({ position }) => position === this.active) ? `row-${this.active}` : undefined;
  }

  /** Rows have no keys: while scrolling, the same elements take other rows in, which costs least. */
  private rowTemplate(
    position: number,
    offset: number,
    columns: readonly ColumnId[],
    frozenClass: (index: number) => string,
  ): TemplateResult {
    const row = this.cache.row(position);
    return html`<div
      role="row"
      id=${`row-${position}`}
      class=${position === this.active && this.activeHeader === undefined ? 'row active' : 'row'}
      aria-rowindex=${position + 2}
      aria-selected=${row?.selected ?? false}
      .style=${`transform:translateY(${offset}px)`}
      @click=${(event: MouseEvent) => this.input.click(event, position)}
      @contextmenu=${(event: MouseEvent) => this.input.contextMenu(event, position)}
    >
      ${columns.map(
        (column, index) =>
          html`<div role="gridcell" class=${frozenClass(index)} aria-colindex=${index + 1}>
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

  private closeFind(): void {
    this.isFinding = false;
    this.focus();
  }

  activate(position: number): void {
    this.activeHeader = undefined;
    this.active = position;
    this.window.reveal(position);
    this.post({ type: 'activate', ...this.place(position), turn: this.page.nextTurn() });
  }

  /** Before the keyboard goes there: `extend` may reach from where it was. */
  select(kind: 'only' | 'toggle' | 'extend', position: number): void {
    if (position >= 0) this.post({ type: 'select', change: { kind, ...this.place(position) } });
  }

  private place(position: number): Place {
    const row = this.cache.row(position);
    return { position, ...(row && { row: row.id }) };
  }
}
