import * as l10n from '@vscode/l10n';
import { html, LitElement, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { type FromBatch, type Slice, type ToBatch } from '../../protocol/batchMessages';
import {
  type ColumnLayout,
  type Found,
  type Overview,
  type Query,
  wholeList,
} from '../../protocol/batchView';
import { type ProfileView } from '../../protocol/profileView';
import '../card/profileCard';
import '../charts/sceneChart';
import '../charts/timelineChart';
import { Menu } from '../controls/menu';
import { scrollbars } from '../controls/scrollbars';
import { allColumns, columnName, toggled } from '../table/columns';
import { type DataTable, type TableHost } from '../table/dataTable';
import '../table/dataTable';
import { type Formats } from '../text/formats';
import './batchHead';
import { batchPageStyles } from './batchPageStyles';
import { type FilterBar } from './filterBar';
import './filterBar';

/** The page of a batch. What the host says comes in through `take`; everything else is asked of the host. */
@customElement('lens-batch')
export class BatchPage extends LitElement implements TableHost {
  static override styles = [scrollbars, batchPageStyles];

  @property({ attribute: false }) formats!: Formats;
  @property({ attribute: false }) post!: (message: FromBatch) => void;
  turn = 0;
  private queryTurn = 0;
  @state() private overview?: Overview;
  @state() private layout?: ColumnLayout;
  @state() private found?: Found;
  @state() private top?: Slice | undefined;
  @state() private detail?: { readonly row: number; readonly profile: ProfileView };
  @state() private detailOpen = false;
  @query('lens-table') private readonly table?: DataTable;
  @query('lens-filter-bar') private readonly filterBar?: FilterBar;

  take(message: Exclude<ToBatch, { type: 'gone' }>): void {
    switch (message.type) {
      case 'overview':
        this.overview = message.overview;
        break;
      case 'columns':
        this.layout = message.layout;
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
      case 'detail':
        this.detail = message;
        break;
      case 'pane':
        this.detailOpen = message.open;
    }
  }

  override render(): unknown {
    const { overview, found, layout, formats, post } = this;
    if (!overview || !found || !layout) return nothing;
    return html`
      <lens-batch-head
        .overview=${overview}
        .chosen=${found.query.outcomes}
        .formats=${formats}
        .choose=${(outcomes: Query['outcomes']) => this.setQuery({ ...found.query, outcomes })}
        .command=${(command: (FromBatch & { type: 'command' })['command']) => post({ type: 'command', command })}
        .copyIp=${() => post({ type: 'copyIp' })}
        .openConsole=${() => post({ type: 'openConsole' })}
      ></lens-batch-head>
      <div class=${found.scenes.length > 0 || found.timeline ? 'charts' : 'charts none'}>
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
      </div>
      <lens-filter-bar
        .found=${found}
        .total=${overview.total}
        .formats=${formats}
        .setQuery=${(query: Query) => this.setQuery(query)}
        .openColumns=${(anchor: Element) => this.openColumns(anchor)}
        .leave=${() => this.table?.focus()}
      ></lens-filter-bar>
      <div class=${this.detailOpen && this.detail ? 'split open' : 'split'}>
        <lens-table
          .found=${found}
          .top=${this.top}
          .layout=${layout}
          .formats=${formats}
          .post=${post}
          .page=${this}
        ></lens-table>
        ${this.pane()}
      </div>
      <div class="unseen" role="status">${this.progressText(overview)}</div>
    `;
  }

  private pane(): unknown {
    const { detail } = this;
    if (!this.detailOpen || !detail) return nothing;
    return html`<aside class="scrolls" aria-label=${l10n.t('Profile of the current row')}>
      <vscode-toolbar-button
        class="close"
        icon="close"
        label=${l10n.t('Close')}
        title=${l10n.t('Close')}
        @click=${() => this.closeDetail()}
      ></vscode-toolbar-button>
      <lens-profile
        .profile=${detail.profile}
        .formats=${this.formats}
        .act=${(action: (FromBatch & { type: 'action' })['action']) =>
          this.post({ type: 'action', row: detail.row, action })}
      ></lens-profile>
    </aside>`;
  }

  nextTurn(): number {
    return ++this.turn;
  }

  setSort(sort: Query['sort']): void {
    if (this.found) this.setQuery({ ...this.found.query, sort });
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
  private setQuery(query: Query): void {
    if (!this.found) return;
    this.found = { ...this.found, query };
    this.queryTurn = this.nextTurn();
    this.post({ type: 'query', query, turn: this.queryTurn });
  }

  private openColumns(anchor: Element): void {
    const { layout } = this;
    if (!layout || !(this.renderRoot instanceof ShadowRoot)) return;
    const items = allColumns(layout).map(column => ({
      label: columnName(column),
      checked: !layout.hidden.includes(column),
      run: () => this.setLayout(toggled(layout, column), true),
    }));
    const { right, bottom } = anchor.getBoundingClientRect();
    Menu.open(this.renderRoot, items, right, bottom + 4, l10n.t('Columns'));
  }

  /** In tenths, so that a screen reader is not talked over. */
  private progressText({ state, total, counts }: Overview): string {
    if (state === 'done') return l10n.t('All profiles are here.');
    if (state !== 'running')
      return l10n.t('The run has ended. Pending: {0}.', this.formats.number(counts.pending));
    const tenth = Math.floor((10 * (total - counts.pending)) / Math.max(1, total));
    return l10n.t('{0}% fetched', this.formats.number(tenth * 10));
  }
}
