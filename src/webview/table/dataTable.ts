import * as l10n from '@vscode/l10n';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import {
  type FromTable,
  type Place,
  type SliceOf,
  type SpreadOf,
  type TableFound,
  type TableLayout,
  type TableQuery,
  type TableRow,
  type ValuesOf,
} from '../../protocol/messages/tableMessages';
import { iconStyles } from '../controls/icon';
import { scrollbars } from '../controls/scrollbars';
import { unseenStyles } from '../controls/unseenStyles';
import { type Formats } from '../text/formats';
import { ColumnMenu, type ColumnMenuHost } from './columns/columnMenu';
import { frozenCount, placeColumns, resized, shownColumns } from './columns/columns';
import { type FindBar } from './findBar';
import './findBar';
import { fittingWidth } from './columns/fit';
import { HeaderCells, type HeaderHost } from './columns/headerCells';
import { RowCache } from './rows/rowCache';
import { RowWindow } from './rows/rowWindow';
import { type InputHost, TableInput } from './tableInput';
import { type TableHost } from './tableHost';
import { type TableKind } from './tableKind';
import { tableStyles } from './tableStyles';

/** While someone scrolls, the host is told where they are this often. */
const placeMs = 150;

/** The rows that a query found. The host keeps them; the table asks for those on its screen. */
@customElement('lens-table')
export class DataTable<C extends string, R extends TableRow, Q extends TableQuery<C>>
  extends LitElement
  implements HeaderHost<C, R, Q>, ColumnMenuHost<C, R, Q>, InputHost<C, R, Q>
{
  static override styles = [iconStyles, unseenStyles, scrollbars, tableStyles];

  @property({ attribute: false }) kind!: TableKind<C, R, Q>;
  @property({ attribute: false }) found?: TableFound<Q>;
  /** Rows that came with what was found. */
  @property({ attribute: false }) top?: SliceOf<R> | undefined;
  @property({ attribute: false }) layout!: TableLayout<C>;
  @property({ attribute: false }) formats!: Formats;
  @property({ attribute: false }) spreads: readonly SpreadOf<C>[] = [];
  @property({ attribute: false }) post!: (message: FromTable<C>) => void;
  @property({ attribute: false }) page!: TableHost<C, Q>;

  /** The row, or else the header cell, that the keyboard is on. */
  @state() active = -1;
  @state() activeHeader: C | undefined;
  @state() private isFinding = false;
  @query('.scroller') private readonly scroller!: HTMLElement | null;
  @query('lens-find') private readonly findBar?: FindBar;
  private readonly window = new RowWindow(this, () => this.scroller);
  private readonly cache = new RowCache<R>(slice => this.post({ type: 'slice', ...slice }));
  readonly header = new HeaderCells<C, R, Q>(this);
  private readonly input = new TableInput<C, R, Q>(this);
  private columnMenu?: ColumnMenu<C, R, Q>;
  private sentTop = 0;
  private placeTimer?: ReturnType<typeof setTimeout>;

  takeRows(message: { version: number; offset: number; rows: readonly R[] }): void {
    if (this.cache.take(message)) this.requestUpdate();
  }

  takeValues(values: ValuesOf<C>): void {
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

  private get isGrouped(): boolean {
    return 'groupOf' in this.kind;
  }

  get count(): number {
    return this.window.count;
  }

  get screenful(): number {
    return this.window.page;
  }

  rowAt(position: number): R | undefined {
    return this.cache.row(position);
  }

  openFind(): void {
    this.isFinding = true;
    void this.updateComplete.then(() => this.findBar?.focus());
  }

  get query(): Q {
    return this.found?.query ?? this.kind.everything;
  }

  setQuery(query: Q): void {
    this.page.setQuery(query);
  }

  setLayout(layout: TableLayout<C>, final: boolean): void {
    this.page.setLayout(layout, final);
  }

  askValues(column: C, search: string): void {
    this.post({ type: 'values', column, search });
  }

  openColumnMenu(column: C): void {
    const cell = this.renderRoot.querySelector(`#${CSS.escape(`head-${column}`)}`)?.getBoundingClientRect();
    if (!cell || !(this.renderRoot instanceof ShadowRoot)) return;
    // Here the keyboard comes back to.
    this.focus();
    this.columnMenu = ColumnMenu.open(this.renderRoot, this, column, Math.max(cell.left, 0), cell.bottom);
  }

  fit(columns: readonly C[] = shownColumns(this.layout)): void {
    const shown = shownColumns(this.layout);
    const layout = columns.reduce((changed, column) => {
      const width = fittingWidth(this.renderRoot, shown.indexOf(column));
      return width === undefined ? changed : resized(changed, column, width);
    }, this.layout);
    this.setLayout(layout, true);
  }

  cells(): { readonly column: C; readonly right: number }[] {
    const cells = [...this.renderRoot.querySelectorAll('[role=columnheader]')];
    return shownColumns(this.layout).flatMap((column, index) => {
      const right = cells[index]?.getBoundingClientRect().right;
      return right === undefined ? [] : [{ column, right }];
    });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const { found } = this;
    if (!found || !changed.has('found')) return;
    this.window.isGrouped = this.isGrouped;
    this.window.count = found.count;
    this.cache.expect(found, this.top);
    if (found.turn === this.page.turn) this.active = found.activeAt;
  }

  protected override updated(changed: PropertyValues<this>): void {
    const { found } = this;
    if (this.scroller) placeColumns(this.scroller, this.layout, column => this.kind.widthOf(column));
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
        aria-label=${this.kind.label}
        aria-multiselectable="true"
        aria-rowcount=${(found?.count ?? 0) + 1}
        aria-colcount=${columns.length}
        aria-activedescendant=${this.activeId(rows) ?? nothing}
        @keydown=${(event: KeyboardEvent) => this.input.key(event)}
        @focus=${() => this.onFocus()}
      >
        <div class=${this.isGrouped ? 'header grouped' : 'header'} role="row" aria-rowindex="1">
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
      ${found ? this.kind.foot() : nothing}`;
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
    columns: readonly C[],
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
            ${row ? this.kind.cell(row, column) : nothing}
          </div>`,
      )}
    </div>`;
  }

  /** Keeps the reader's place when rows before it come or go, and goes to the top for another query. */
  private followPlace(found: TableFound<Q>, before: TableFound<Q> | undefined): void {
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
