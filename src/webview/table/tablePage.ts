import * as l10n from '@vscode/l10n';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import {
  type FromTable,
  type FromTablePage,
  type RowForm,
  type SliceOf,
  type SpreadOf,
  type TableFound,
  type TableLayout,
  type TableQuery,
  type TableRow,
  type ToTablePage,
} from '../../protocol/messages/tableMessages';
import { focusedElement } from '../controls/focus';
import { icon, iconStyles } from '../controls/icon';
import { Menu, type MenuEntry } from '../controls/menu';
import { scrollbars } from '../controls/scrollbars';
import { toolStyles } from '../controls/toolStyles';
import { unseenStyles } from '../controls/unseenStyles';
import { type Formats } from '../text/formats';
import { visibleText } from '../text/visibleText';
import { toggled } from './columns/columns';
import { type DataTable } from './dataTable';
import './dataTable';
import { type FilterBar, type FilterBarHost } from './filters/filterBar';
import './filters/filterBar';
import { type TableHost } from './tableHost';
import { type TableKind } from './tableKind';
import { tablePageStyles } from './tablePageStyles';

/** A page whose heart is a table: filters above, and beside it what is known of the current row. */
export abstract class TablePage<
  C extends string,
  R extends TableRow,
  Q extends TableQuery<C>,
  F extends TableFound<Q>,
>
  extends LitElement
  implements TableHost<C, Q>, FilterBarHost
{
  static override styles = [iconStyles, toolStyles, unseenStyles, scrollbars, tablePageStyles];

  @property({ attribute: false }) formats!: Formats;
  turn = 0;
  protected queryTurn = 0;
  @state() protected found?: F | undefined;
  @state() protected top?: SliceOf<R> | undefined;
  @state() protected detailOpen = false;
  @query('lens-table') protected readonly table?: DataTable<C, R, Q>;
  @query('lens-filter-bar') private readonly filterBar?: FilterBar;

  /** Undefined until it is known which rows there are. */
  protected abstract readonly kind: TableKind<C, R, Q> | undefined;
  protected abstract readonly layout: TableLayout<C> | undefined;
  protected readonly spreads: readonly SpreadOf<C>[] = [];
  protected abstract tell(message: FromTable<C> | FromTablePage<C, Q>): void;
  protected abstract keepLayout(layout: TableLayout<C>): void;
  protected abstract copyMenu(found: F): readonly MenuEntry[];

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('keydown', event => this.onKey(event));
    // At Ctrl+A in the table VS Code selects the text of the whole page besides, whatever became of the key.
    document.addEventListener('selectstart', event => {
      if (focusedElement()?.role === 'grid') event.preventDefault();
    });
  }

  /** What the table was found to hold. */
  get shown(): F | undefined {
    return this.found;
  }

  /** Whether the rows are those that the filters ask for. */
  protected get isAnswered(): boolean {
    return this.found !== undefined && this.found.turn >= this.queryTurn;
  }

  protected takeOfTable(message: ToTablePage<C, R, F>): void {
    switch (message.type) {
      case 'found':
        // An answer to an earlier query, while a later one is on its way.
        if (message.found.turn < this.queryTurn) break;
        this.found = message.found;
        this.top = message.top;
        break;
      case 'rows':
        this.table?.takeRows(message);
        break;
      case 'values':
        this.table?.takeValues(message);
        break;
      case 'match':
        this.table?.takeMatch(message);
        break;
      case 'pane':
        this.detailOpen = message.open;
    }
  }

  /** @param detail what is known of the current row, in an element that scrolls */
  protected split(detail: TemplateResult | undefined, label: string): TemplateResult {
    const isOpen = this.detailOpen && detail !== undefined;
    return html`<div class=${isOpen ? 'split open' : 'split'}>
      <lens-table
        .kind=${this.kind}
        .found=${this.found}
        .top=${this.top}
        .layout=${this.layout}
        .formats=${this.formats}
        .spreads=${this.spreads}
        .post=${(message: FromTable<C>) => this.tell(message)}
        .page=${this}
      ></lens-table>
      ${isOpen ? this.aside(detail, label) : nothing}
    </div>`;
  }

  private aside(detail: TemplateResult, label: string): TemplateResult {
    return html`<aside aria-label=${label}>
      ${detail}
      <button
        class="tool close"
        aria-label=${l10n.t('Close')}
        title=${l10n.t('Close')}
        @click=${() => this.closeDetail()}
      >
        ${icon('close')}
      </button>
    </aside>`;
  }

  nextTurn(): number {
    return ++this.turn;
  }

  copyPicked(as: RowForm): void {
    this.tell({ type: 'copy', as, of: 'picked' });
  }

  setLayout(layout: TableLayout<C>, final: boolean): void {
    this.keepLayout(layout);
    if (final) this.tell({ type: 'columns', layout });
  }

  foldCharts(): void {
    const { layout } = this;
    if (layout) this.setLayout({ ...layout, chartsFolded: !layout.chartsFolded }, true);
  }

  type(text: string): void {
    this.filterBar?.type(text);
  }

  openDetail(): void {
    this.showPane(true);
  }

  closeDetail(): void {
    this.showPane(false);
    this.table?.focus();
  }

  private showPane(open: boolean): void {
    if (open !== this.detailOpen) this.tell({ type: 'pane', open });
    this.detailOpen = open;
  }

  clearFilters(): void {
    const { found, kind } = this;
    if (found && kind) this.setQuery(Object.assign({}, kind.everything, { sort: found.query.sort }));
    this.table?.focus();
  }

  setText(text: string): void {
    if (this.found) this.setQuery(Object.assign({}, this.found.query, { text }));
  }

  /** Shown at once, so that a quick second change builds on the first; the rows follow. */
  setQuery(query: Q): void {
    if (!this.found) return;
    this.found = Object.assign({}, this.found, { query });
    this.queryTurn = this.nextTurn();
    this.tell({ type: 'query', query, turn: this.queryTurn });
  }

  leaveFilters(): void {
    this.table?.focus();
  }

  openFind(): void {
    this.table?.openFind();
  }

  private onKey(event: KeyboardEvent): void {
    const isFind = event.key.toLowerCase() === 'f' && (event.ctrlKey || event.metaKey);
    if (!isFind || event.shiftKey || event.altKey || event.defaultPrevented) return;
    event.preventDefault();
    this.openFind();
  }

  openColumns(anchor: Element): void {
    const { layout, kind } = this;
    if (!layout || !kind) return;
    const items = layout.order.map(column => ({
      label: visibleText(kind.nameOf(column)),
      checked: !layout.hidden.includes(column),
      run: () => this.setLayout(toggled(layout, column), true),
    }));
    this.openMenu(anchor, items, l10n.t('Columns'));
  }

  openCopy(anchor: Element): void {
    if (this.found) this.openMenu(anchor, this.copyMenu(this.found), l10n.t('Copy as…'));
  }

  private openMenu(anchor: Element, items: readonly MenuEntry[], label: string): void {
    if (!(this.renderRoot instanceof ShadowRoot) || items.length === 0) return;
    const { right, bottom } = anchor.getBoundingClientRect();
    Menu.open(this.renderRoot, items, right, bottom + 4, label);
  }
}
