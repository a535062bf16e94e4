import * as l10n from '@vscode/l10n';
import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { type FromBatch, type ToBatch } from '../../protocol/messages/batchMessages';
import {
  type ColumnId,
  columnIds,
  type ColumnLayout,
  type Found,
  type Overview,
  type Query,
  type Row,
  type Spread,
} from '../../protocol/views/batchView';
import { type ProfileView } from '../../protocol/views/profileView';
import '../card/profileCard';
import '../charts/sceneChart';
import '../charts/timelineChart';
import { type MenuEntry } from '../controls/menu';
import { completed } from '../table/columns/columns';
import { TablePage } from '../table/tablePage';
import { activeFilters } from './activeFilters';
import { Announcer } from './announcer';
import './batchHead';
import { outcomeChoices } from './outcomeChoices';
import { BatchKind } from './rows/batchKind';
import { copyFilteredMenu, copyPickedMenu } from './rows/rowMenu';

/** The page of a batch. What the host says comes in through `take`; everything else is asked of the host. */
@customElement('lens-batch')
export class BatchPage extends TablePage<ColumnId, Row, Query, Found> {
  static override styles = [
    ...TablePage.styles,
    css`
      .charts {
        grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
        height: 132px;
      }
      @media (max-height: 700px) {
        .charts {
          height: 114px;
        }
      }
      @container page (max-width: 720px) {
        .charts {
          grid-template: 114px 114px / minmax(0, 1fr);
          height: auto;
        }
      }
      .charts.none {
        grid-template-rows: auto;
        height: auto;
      }
    `,
  ];

  @property({ attribute: false }) post!: (message: FromBatch) => void;
  @state() private overview?: Overview;
  @state() protected override layout: ColumnLayout | undefined;
  @state() protected override spreads: readonly Spread[] = [];
  @state() private detail?: { readonly row: number; readonly profile: ProfileView };
  private readonly announcer = new Announcer();
  protected override readonly kind = new BatchKind(this);

  take(message: Exclude<ToBatch, { type: 'gone' }>): void {
    switch (message.type) {
      case 'overview':
        this.overview = message.overview;
        break;
      case 'columns':
        this.layout = completed(message.layout, columnIds);
        break;
      case 'spreads':
        this.spreads = message.spreads;
        break;
      case 'detail':
        this.detail = message;
        break;
      default:
        this.takeOfTable(message);
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
        ${found ? this.announcer.text(overview, found, this.isAnswered, formats) : ''}
      </div>
    `;
  }

  private content(overview: Overview, found: Found, layout: ColumnLayout): unknown {
    const { formats } = this;
    const setQuery = (query: Query) => this.setQuery(query);
    return html`
      <lens-filter-bar
        .text=${found.query.text}
        .placeholder=${l10n.t('Filter by openid, unionid, remark, scene or tag')}
        .choices=${outcomeChoices(overview, found.query, setQuery)}
        .choicesLabel=${l10n.t('Filter by outcome')}
        .filters=${activeFilters(found, formats, setQuery)}
        .count=${found.count}
        .total=${overview.total}
        .chartsFolded=${layout.chartsFolded ?? false}
        .formats=${formats}
        .page=${this}
      ></lens-filter-bar>
      ${layout.chartsFolded ? nothing : this.charts(found)}
      ${this.split(this.profile(), l10n.t('Profile of the current row'))}
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

  private profile(): TemplateResult | undefined {
    const { detail } = this;
    return (
      detail &&
      html`<div class="scrolls">
        <lens-profile
          .profile=${detail.profile}
          .formats=${this.formats}
          .act=${(action: (FromBatch & { type: 'action' })['action']) =>
            this.post({ type: 'action', row: detail.row, action })}
        ></lens-profile>
      </div>`
    );
  }

  /** A saved answer belongs to no account. */
  get mayChange(): boolean {
    return this.overview !== undefined && this.overview.appId !== '';
  }

  protected override tell(message: FromBatch): void {
    this.post(message);
  }

  protected override keepLayout(layout: ColumnLayout): void {
    this.layout = layout;
  }

  protected override copyMenu(found: Found): MenuEntry[] {
    const { formats, post } = this;
    return [...copyPickedMenu(found, formats, post), ...copyFilteredMenu(found, formats, post)];
  }
}
