import * as l10n from '@vscode/l10n';
import { html, LitElement, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { type FromPeople, type PeopleSlice, type ToPeople } from '../../protocol/peopleMessages';
import {
  type BarKind,
  everybody,
  type FindingView,
  type PeopleFound,
  type PeopleHead,
  type PeopleLayout,
  type PeopleQuery,
  type PeopleTableView,
  type PersonDetail,
  type PersonRow,
} from '../../protocol/peopleView';
import { type RowForm } from '../../protocol/tableMessages';
import { iconStyles } from '../controls/icon';
import { Menu, type MenuEntry } from '../controls/menu';
import { scrollbars } from '../controls/scrollbars';
import { toolStyles } from '../controls/toolStyles';
import { unseenStyles } from '../controls/unseenStyles';
import { toggled } from '../table/columns/columns';
import { type DataTable } from '../table/dataTable';
import '../table/dataTable';
import { type TableHost } from '../table/tableHost';
import { type Formats } from '../text/formats';
import { visibleText } from '../text/visibleText';
import './combinationChart';
import { type FindingList } from './findingList';
import './findingList';
import { type PeopleFilters } from './peopleFilters';
import './peopleFilters';
import './peopleHead';
import { peoplePageStyles } from './peoplePageStyles';
import { PersonKind } from './personKind';
import { personAside } from './personPane';

/** The page of people. What the host says comes in through `take`; everything else is asked of the host. */
@customElement('lens-people')
export class PeoplePage extends LitElement implements TableHost<string, PeopleQuery> {
  static override styles = [iconStyles, toolStyles, unseenStyles, scrollbars, peoplePageStyles];

  @property({ attribute: false }) formats!: Formats;
  @property({ attribute: false }) post!: (message: FromPeople) => void;
  turn = 0;
  private queryTurn = 0;
  @state() private head?: PeopleHead;
  @state() private findings?: readonly FindingView[];
  @state() private view?: PeopleTableView;
  @state() private found?: PeopleFound | undefined;
  @state() private top?: PeopleSlice | undefined;
  @state() private detail?: { readonly row: number; readonly detail: PersonDetail } | undefined;
  @state() private detailOpen = false;
  private kind?: PersonKind;
  @query('lens-table') private readonly table?: DataTable<string, PersonRow, PeopleQuery>;
  @query('lens-people-filters') private readonly filters?: PeopleFilters;
  @query('lens-findings') private readonly findingList?: FindingList;

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener('keydown', event => this.onKey(event));
  }

  get shown(): PeopleFound | undefined {
    return this.found;
  }

  take(message: ToPeople): void {
    switch (message.type) {
      case 'head':
        this.head = message.head;
        break;
      case 'findings':
        this.findings = message.findings;
        break;
      case 'table':
        this.view = message.table;
        this.kind = new PersonKind(this, message.table);
        // Rows of another table have other columns.
        this.found = undefined;
        this.detail = undefined;
        this.queryTurn = 0;
        this.turn = 0;
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
      case 'match':
        this.table?.takeMatch(message);
        break;
      case 'detail':
        this.detail = message;
        break;
      case 'pane':
        this.detailOpen = message.open;
        break;
      case 'goTo':
        void this.updateComplete.then(() =>
          (message.place === 'findings' ? this.findingList : this.table)?.focus(),
        );
    }
  }

  override render(): unknown {
    const { head, view, kind, found, post } = this;
    if (!head) return nothing;
    return html`
      <lens-people-head
        .head=${head}
        .command=${(command: (FromPeople & { type: 'command' })['command']) => post({ type: 'command', command })}
        .choosePlatform=${(beginning: string) => post({ type: 'platform', beginning })}
      ></lens-people-head>
      ${
        view && kind && found
          ? this.content(head, view, kind, found)
          : html`<p class="reading">${l10n.t('Reading the rows…')}</p>`
      }
      <div class="unseen" role="status">
        ${
          found && view && found.turn >= this.queryTurn
            ? l10n.t('{0} of {1} rows', this.formats.number(found.count), this.formats.number(view.total))
            : ''
        }
      </div>
    `;
  }

  private content(head: PeopleHead, view: PeopleTableView, kind: PersonKind, found: PeopleFound): unknown {
    const { formats } = this;
    const chartsFolded = view.layout.chartsFolded ?? false;
    return html`
      ${chartsFolded ? nothing : this.charts(head, view, found)}
      <lens-people-filters
        .found=${found}
        .head=${head}
        .kind=${kind}
        .total=${view.total}
        .scope=${view.label}
        .formats=${formats}
        .chartsFolded=${chartsFolded}
        .setQuery=${(changed: PeopleQuery) => this.setQuery(changed)}
        .showEverybody=${() => this.post({ type: 'scope', scope: { kind: 'persons' } })}
        .foldCharts=${() => this.setLayout({ ...view.layout, chartsFolded: !chartsFolded }, true)}
        .openColumns=${(anchor: Element) => this.openColumns(anchor)}
        .openCopy=${(anchor: Element) => this.openCopy(anchor)}
        .openFind=${() => this.table?.openFind()}
        .leave=${() => this.table?.focus()}
      ></lens-people-filters>
      <div class=${this.detailOpen && this.detail ? 'split open' : 'split'}>
        <lens-table
          class="grouped"
          .kind=${kind}
          .found=${found}
          .top=${this.top}
          .layout=${view.layout}
          .formats=${formats}
          .post=${this.post}
          .page=${this}
        ></lens-table>
        ${this.detailOpen && this.detail ? personAside(this.detail.detail, this.post, () => this.closeDetail()) : nothing}
      </div>
    `;
  }

  private charts(head: PeopleHead, view: PeopleTableView, found: PeopleFound): unknown {
    const chart = (kind: BarKind, heading: string) => {
      const bars = head.bars.filter(each => each.kind === kind);
      return html`<lens-combinations
        .heading=${heading}
        .bars=${bars}
        .accounts=${head.accounts}
        .more=${kind === 'in' ? head.moreBars : undefined}
        .chosen=${view.scope.kind === 'persons' ? found.query.bars : []}
        .formats=${this.formats}
        .choose=${(id: string) => this.chooseBar(id)}
      ></lens-combinations>`;
    };
    const hasFollows = head.bars.some(each => each.kind === 'follows');
    return html`<div class="charts">
      ${chart('in', l10n.t('Who Is Where'))}
      ${hasFollows ? chart('follows', l10n.t('Who Follows What')) : nothing}
      <lens-findings
        .findings=${this.findings}
        .apart=${head.apart}
        .answers=${head.answers}
        .shown=${view.scope.kind === 'finding' ? view.scope.finding : undefined}
        .show=${(finding: string) => this.post({ type: 'scope', scope: { kind: 'finding', finding } })}
        .help=${(finding: string) => this.post({ type: 'help', finding })}
      ></lens-findings>
    </div>`;
  }

  /** A bar filters persons: from the rows of a finding it leads back to them. */
  private chooseBar(id: string): void {
    const { found, view } = this;
    if (!found || !view) return;
    if (view.scope.kind !== 'persons') this.post({ type: 'scope', scope: { kind: 'persons' }, bar: id });
    else {
      const { bars } = found.query;
      this.setQuery({
        ...found.query,
        bars: bars.includes(id) ? bars.filter(one => one !== id) : [...bars, id],
      });
    }
  }

  nextTurn(): number {
    return ++this.turn;
  }

  copyPicked(as: RowForm): void {
    this.post({ type: 'copy', as, of: 'picked' });
  }

  setLayout(layout: PeopleLayout, final: boolean): void {
    if (!this.view) return;
    this.view = { ...this.view, layout };
    if (final) this.post({ type: 'columns', layout });
  }

  type(text: string): void {
    this.filters?.type(text);
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
    const { sort } = this.found?.query ?? everybody;
    this.setQuery({ ...everybody, sort });
    this.table?.focus();
  }

  /** Shown at once, so that a quick second change builds on the first; the rows follow. */
  setQuery(changed: PeopleQuery): void {
    if (!this.found) return;
    this.found = { ...this.found, query: changed };
    this.queryTurn = this.nextTurn();
    this.post({ type: 'query', query: changed, turn: this.queryTurn });
  }

  private onKey(event: KeyboardEvent): void {
    const isFind = event.key.toLowerCase() === 'f' && (event.ctrlKey || event.metaKey);
    if (!isFind || event.shiftKey || event.altKey || event.defaultPrevented) return;
    event.preventDefault();
    this.table?.openFind();
  }

  private openColumns(anchor: Element): void {
    const { view, kind } = this;
    if (!view || !kind) return;
    const { layout } = view;
    const items = layout.order.map(column => ({
      label: visibleText(kind.nameOf(column)),
      checked: !layout.hidden.includes(column),
      run: () => this.setLayout(toggled(layout, column), true),
    }));
    this.openMenu(anchor, items, l10n.t('Columns'));
  }

  private openCopy(anchor: Element): void {
    const { found, kind } = this;
    if (!found || !kind) return;
    const items = [...kind.copyMenu('picked', found.selected), ...kind.copyMenu('filtered', found.count)];
    this.openMenu(anchor, items, l10n.t('Copy as…'));
  }

  private openMenu(anchor: Element, items: readonly MenuEntry[], label: string): void {
    if (!(this.renderRoot instanceof ShadowRoot) || items.length === 0) return;
    const { right, bottom } = anchor.getBoundingClientRect();
    Menu.open(this.renderRoot, items, right, bottom + 4, label);
  }
}
