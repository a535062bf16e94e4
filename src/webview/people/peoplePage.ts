import * as l10n from '@vscode/l10n';
import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { type FromPeople, type ToPeople } from '../../protocol/messages/peopleMessages';
import {
  type BarKind,
  type FindingView,
  type PeopleFound,
  type PeopleHead,
  type PeopleLayout,
  type PeopleQuery,
  type PeopleTableView,
  type PersonDetail,
  type PersonRow,
} from '../../protocol/views/peopleView';
import { type MenuEntry } from '../controls/menu';
import { type ActiveFilter } from '../table/filters/filterBar';
import { TablePage } from '../table/tablePage';
import { activePersonFilters } from './activePersonFilters';
import './combinationChart';
import { type FindingList } from './findingList';
import './findingList';
import './peopleHead';
import { PersonKind } from './personKind';
import './personPane';

/** The page of people. What the host says comes in through `take`; everything else is asked of the host. */
@customElement('lens-people')
export class PeoplePage extends TablePage<string, PersonRow, PeopleQuery, PeopleFound> {
  static override styles = [
    ...TablePage.styles,
    css`
      .charts {
        grid-auto-columns: minmax(0, 1fr);
        grid-auto-flow: column;
        height: 176px;
      }
      .charts > * {
        container: page / inline-size;
      }
      @container page (max-width: 720px) {
        .charts {
          grid-auto-flow: row;
          grid-auto-rows: 150px;
          height: auto;
        }
      }
    `,
  ];

  @property({ attribute: false }) post!: (message: FromPeople) => void;
  @state() private head?: PeopleHead;
  @state() private findings?: readonly FindingView[];
  @state() private view?: PeopleTableView;
  @state() private detail?: PersonDetail | undefined;
  protected override kind: PersonKind | undefined;
  @query('lens-findings') private readonly findingList?: FindingList;

  protected override get layout(): PeopleLayout | undefined {
    return this.view?.layout;
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
      case 'detail':
        this.detail = message.detail;
        break;
      case 'goTo':
        void this.updateComplete.then(() =>
          (message.place === 'findings' ? this.findingList : this.table)?.focus(),
        );
        break;
      default:
        this.takeOfTable(message);
    }
  }

  override render(): unknown {
    const { head, view, kind, found, post, formats } = this;
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
          found && view && this.isAnswered
            ? l10n.t('{0} of {1} rows', formats.number(found.count), formats.number(view.total))
            : ''
        }
      </div>
    `;
  }

  private content(head: PeopleHead, view: PeopleTableView, kind: PersonKind, found: PeopleFound): unknown {
    const chartsFolded = view.layout.chartsFolded ?? false;
    return html`
      ${chartsFolded ? nothing : this.charts(head, view, found)}
      <lens-filter-bar
        .text=${found.query.text}
        .placeholder=${l10n.t('Filter by unionid, openid or business key')}
        .filters=${this.filters(head, view, kind, found)}
        .count=${found.count}
        .total=${view.total}
        .chartsFolded=${chartsFolded}
        .formats=${this.formats}
        .page=${this}
      ></lens-filter-bar>
      ${this.split(this.person(), l10n.t('Person in the current row'))}
    `;
  }

  private filters(
    head: PeopleHead,
    { label }: PeopleTableView,
    kind: PersonKind,
    { query: shown }: PeopleFound,
  ): ActiveFilter[] {
    const everybody = () => this.post({ type: 'scope', scope: { kind: 'persons' } });
    return [
      ...(label === undefined ? [] : [{ id: 'scope', label, takeAway: everybody }]),
      ...activePersonFilters(shown, head, kind, this.formats, changed => this.setQuery(changed)),
    ];
  }

  private charts(head: PeopleHead, view: PeopleTableView, found: PeopleFound): unknown {
    const chart = (kinds: readonly BarKind[], heading: string) => {
      const bars = head.bars.filter(each => kinds.includes(each.kind));
      return html`<lens-combinations
        .heading=${heading}
        .bars=${bars}
        .accounts=${head.accounts}
        .more=${kinds.includes('in') ? head.moreBars : undefined}
        .chosen=${chosenBars(head, view, found)}
        .formats=${this.formats}
        .choose=${(id: string) => this.chooseBar(id)}
      ></lens-combinations>`;
    };
    const hasFollows = head.bars.some(each => each.kind === 'follows');
    return html`<div class="charts">
      ${chart(['in', 'without'], l10n.t('Who Is Where'))}
      ${hasFollows ? chart(['follows'], l10n.t('Who Follows What')) : nothing}
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

  private person(): TemplateResult | undefined {
    const { detail } = this;
    return (
      detail &&
      html`<div class="scrolls" tabindex="0" role="group" aria-label=${l10n.t('Person')}>
        <lens-person .person=${detail} .post=${this.post}></lens-person>
      </div>`
    );
  }

  /** A bar filters persons: from the rows of a finding it leads back to them. Openids without one are rows by themselves. */
  private chooseBar(id: string): void {
    const { head, found, view } = this;
    if (!head || !found || !view) return;
    const appId = head.bars.find(bar => bar.id === id)?.appId;
    if (appId !== undefined) {
      const isShown = chosenBars(head, view, found).includes(id);
      this.post({ type: 'scope', scope: isShown ? { kind: 'persons' } : { kind: 'without', appId } });
    } else if (view.scope.kind !== 'persons')
      this.post({ type: 'scope', scope: { kind: 'persons' }, bar: id });
    else {
      const { bars } = found.query;
      this.setQuery({
        ...found.query,
        bars: bars.includes(id) ? bars.filter(one => one !== id) : [...bars, id],
      });
    }
  }

  protected override tell(message: FromPeople): void {
    this.post(message);
  }

  protected override keepLayout(layout: PeopleLayout): void {
    if (this.view) this.view = { ...this.view, layout };
  }

  protected override copyMenu(found: PeopleFound): MenuEntry[] {
    const { kind } = this;
    return kind
      ? [...kind.copyMenu('picked', found.selected), ...kind.copyMenu('filtered', found.count)]
      : [];
  }
}

function chosenBars(
  head: PeopleHead,
  { scope }: PeopleTableView,
  { query: { bars } }: PeopleFound,
): readonly string[] {
  switch (scope.kind) {
    case 'persons':
      return bars;
    case 'finding':
      return [];
    case 'without':
      return head.bars.filter(({ appId }) => appId === scope.appId).map(({ id }) => id);
  }
}
