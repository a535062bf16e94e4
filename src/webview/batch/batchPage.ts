import * as l10n from '@vscode/l10n';
import { html, LitElement, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { type FromBatch, type Slice, type ToBatch } from '../../protocol/batchMessages';
import {
  type ColumnId,
  columnIds,
  type ColumnLayout,
  type Found,
  type Overview,
  type Query,
  type Row,
  type Spread,
  wholeList,
} from '../../protocol/batchView';
import { columnLabel } from '../../protocol/labels';
import { type ProfileView } from '../../protocol/profileView';
import { type RowForm } from '../../protocol/tableMessages';
import '../card/profileCard';
import '../charts/sceneChart';
import '../charts/timelineChart';
import { icon, iconStyles } from '../controls/icon';
import { Menu, type MenuEntry } from '../controls/menu';
import { scrollbars } from '../controls/scrollbars';
import { toolStyles } from '../controls/toolStyles';
import { unseenStyles } from '../controls/unseenStyles';
import { completed, toggled } from '../table/columns/columns';
import { type DataTable } from '../table/dataTable';
import '../table/dataTable';
import { type TableHost } from '../table/tableHost';
import { type Formats } from '../text/formats';
import { Announcer } from './announcer';
import './batchHead';
import { batchPageStyles } from './batchPageStyles';
import { type FilterBar } from './filterBar';
import './filterBar';
import { BatchKind } from './rows/batchKind';
import { copyFilteredMenu, copyPickedMenu } from './rows/rowMenu';

/** The page of a batch. What the host says comes in through `take`; everything else is asked of the host. */
@customElement('lens-batch')
export class BatchPage extends LitElement implements TableHost<ColumnId, Query> {
  static override styles = [iconStyles, toolStyles, unseenStyles, scrollbars, batchPageStyles];

  @property({ attribute: false }) formats!: Formats;
  @property({ attribute: false }) post!: (message: FromBatch) => void;
  turn = 0;
  private queryTurn = 0;
  @state() private overview?: Overview;
  @state() private layout?: ColumnLayout;
  @state() private found?: Found;
  @state() private top?: Slice | undefined;
  @state() private spreads: readonly Spread[] = [];
  @state() private detail?: { readonly row: number; readonly profile: ProfileView };
  @state() private detailOpen = false;
  @query('lens-table') private readonly table?: DataTable<ColumnId, Row, Query>;
  @query('lens-filter-bar') private readonly filterBar?: FilterBar;
  private readonly announcer = new Announcer();
  private readonly kind = new BatchKind(this);

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('keydown', event => this.onKey(event));
  }

  take(message: Exclude<ToBatch, { type: 'gone' }>): void {
    switch (message.type) {
      case 'overview':
        this.overview = message.overview;
        break;
      case 'columns':
        this.layout = completed(message.layout, columnIds);
        break;
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
      case 'spreads':
        this.spreads = message.spreads;
        break;
      case 'match':
        this.table?.takeMatch(message);
        break;
      case 'detail':
        this.detail = message;
        break;
      case 'pane':
        this.detailOpen = message.open;
    }
  }

  override render(): unknown {
    const { overview, found, layout, formats, post } = this;
    if (!overview) return nothing;
    return html`
      <lens-batch-head
        .overview=${overview}
        .isReady=${found !== undefined}
        .formats=${formats}
        .command=${(command: (FromBatch & { type: 'command' })['command']) => post({ type: 'command', command })}
        .copyIp=${() => post({ type: 'copyIp' })}
        .openConsole=${() => post({ type: 'openConsole' })}
      ></lens-batch-head>
      ${found && layout ? this.content(overview, found, layout) : html`<p class="reading">${l10n.t('Reading the rows…')}</p>`}
      <div class="unseen" role="status">
        ${found ? this.announcer.text(overview, found, found.turn >= this.queryTurn, formats) : ''}
      </div>
    `;
  }

  private content(overview: Overview, found: Found, layout: ColumnLayout): unknown {
    const { formats } = this;
    return html`
      <lens-filter-bar
        .found=${found}
        .overview=${overview}
        .formats=${formats}
        .chartsFolded=${layout.chartsFolded ?? false}
        .setQuery=${(query: Query) => this.setQuery(query)}
        .foldCharts=${() => this.setLayout({ ...layout, chartsFolded: !layout.chartsFolded }, true)}
        .openColumns=${(anchor: Element) => this.openColumns(anchor)}
        .openCopy=${(anchor: Element) => this.openCopy(anchor)}
        .openFind=${() => this.table?.openFind()}
        .leave=${() => this.table?.focus()}
      ></lens-filter-bar>
      ${layout.chartsFolded ? nothing : this.charts(found)}
      <div class=${this.detailOpen && this.detail ? 'split open' : 'split'}>
        <lens-table
          .kind=${this.kind}
          .found=${found}
          .top=${this.top}
          .layout=${layout}
          .formats=${formats}
          .spreads=${this.spreads}
          .post=${this.post}
          .page=${this}
        ></lens-table>
        ${this.pane()}
      </div>
    `;
  }

  private charts(found: Found): unknown {
    const { formats } = this;
    return html`<div class=${found.scenes.length > 0 || found.timeline ? 'charts' : 'charts none'}>
      <lens-scene-chart
        .scenes=${found.scenes}
        .chosen=${found.query.scenes}
        .formats=${formats}
        .choose=${(scenes: string[]) => this.setQuery({ ...found.query, scenes })}
      ></lens-scene-chart>
      <lens-timeline
        .timeline=${found.timeline}
        .period=${found.query.period}
        .formats=${formats}
        .choose=${(period: Query['period']) => this.setQuery({ ...found.query, period })}
      ></lens-timeline>
    </div>`;
  }

  private pane(): unknown {
    const { detail } = this;
    if (!this.detailOpen || !detail) return nothing;
    return html`<aside aria-label=${l10n.t('Profile of the current row')}>
      <div class="scrolls">
        <lens-profile
          .profile=${detail.profile}
          .formats=${this.formats}
          .act=${(action: (FromBatch & { type: 'action' })['action']) =>
            this.post({ type: 'action', row: detail.row, action })}
        ></lens-profile>
      </div>
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

  /** A saved answer belongs to no account. */
  get mayChange(): boolean {
    return this.overview !== undefined && this.overview.appId !== '';
  }

  /** What the table was found to hold. */
  get shown(): Found | undefined {
    return this.found;
  }

  copyPicked(as: RowForm): void {
    this.post({ type: 'copy', as, of: 'picked' });
  }

  nextTurn(): number {
    return ++this.turn;
  }

  setLayout(layout: ColumnLayout, final: boolean): void {
    this.layout = layout;
    if (final) this.post({ type: 'columns', layout });
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
    if (open !== this.detailOpen) this.post({ type: 'pane', open });
    this.detailOpen = open;
  }

  clearFilters(): void {
    const { query } = this.found ?? {};
    if (query) this.setQuery({ ...wholeList, sort: query.sort });
    this.table?.focus();
  }

  /** Shown at once, so that a quick second change builds on the first; the rows follow. */
  setQuery(query: Query): void {
    if (!this.found) return;
    this.found = { ...this.found, query };
    this.queryTurn = this.nextTurn();
    this.post({ type: 'query', query, turn: this.queryTurn });
  }

  private onKey(event: KeyboardEvent): void {
    const isFind = event.key.toLowerCase() === 'f' && (event.ctrlKey || event.metaKey);
    if (!isFind || event.shiftKey || event.altKey || event.defaultPrevented) return;
    event.preventDefault();
    this.table?.openFind();
  }

  private openColumns(anchor: Element): void {
    const { layout } = this;
    if (!layout) return;
    const items = layout.order.map(column => ({
      label: columnLabel(column),
      checked: !layout.hidden.includes(column),
      run: () => this.setLayout(toggled(layout, column), true),
    }));
    this.openMenu(anchor, items, l10n.t('Columns'));
  }

  private openCopy(anchor: Element): void {
    const { found, formats, post } = this;
    if (!found) return;
    const items = [...copyPickedMenu(found, formats, post), ...copyFilteredMenu(found, formats, post)];
    this.openMenu(anchor, items, l10n.t('Copy as…'));
  }

  private openMenu(anchor: Element, items: readonly MenuEntry[], label: string): void {
    if (!(this.renderRoot instanceof ShadowRoot) || items.length === 0) return;
    const { right, bottom } = anchor.getBoundingClientRect();
    Menu.open(this.renderRoot, items, right, bottom + 4, label);
  }
}
