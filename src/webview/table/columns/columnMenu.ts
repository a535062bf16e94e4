import * as l10n from '@vscode/l10n';
import { html, nothing, type TemplateResult } from 'lit';
import { customElement, property, query as find, state } from 'lit/decorators.js';
import { bounds } from '../../../protocol/bounds';
import {
  type TableLayout,
  type TableQuery,
  type TableRow,
  textTests,
  type TextTest,
  type ValuesOf,
} from '../../../protocol/messages/tableMessages';
import { isComposing } from '../../controls/composing';
import { icon, iconStyles } from '../../controls/icon';
import { Popover, popoverStyles } from '../../controls/popover';
import { scrollbars } from '../../controls/scrollbars';
import '../../controls/textField';
import { type Formats } from '../../text/formats';
import { visibleText } from '../../text/visibleText';
import { dayOf, periodOf } from './beijingDays';
import { type TableKind } from '../tableKind';
import { columnMenuStyles } from './columnMenuStyles';
import { frozen, toggled } from './columns';

/** What a column's menu changes. */
export interface ColumnMenuHost<C extends string, R extends TableRow, Q extends TableQuery<C>> {
  readonly kind: TableKind<C, R, Q>;
  readonly layout: TableLayout<C>;
  readonly query: Q;
  readonly formats: Formats;
  setQuery(query: Q): void;
  setLayout(layout: TableLayout<C>, final: boolean): void;
  fit(columns?: readonly C[]): void;
  askValues(column: C, search: string): void;
}

/** All that can be done with one column: sort, filter, freeze, fit, hide. */
@customElement('lens-column-menu')
export class ColumnMenu<C extends string, R extends TableRow, Q extends TableQuery<C>> extends Popover {
  static override styles = [iconStyles, popoverStyles, scrollbars, columnMenuStyles];

  @property({ attribute: false }) column!: C;
  @property({ attribute: false }) host!: ColumnMenuHost<C, R, Q>;
  @state() private values?: ValuesOf<C>;
  @state() private search = '';
  @state() private test: TextTest = 'contains';
  @find('button') private readonly first?: HTMLElement;

  protected override get firstFocus(): HTMLElement | undefined {
    return this.first;
  }

  static open<C extends string, R extends TableRow, Q extends TableQuery<C>>(
    root: ShadowRoot,
    host: ColumnMenuHost<C, R, Q>,
    column: C,
    x: number,
    y: number,
  ): ColumnMenu<C, R, Q> {
    const { filtering } = host.kind;
    const menu = new ColumnMenu<C, R, Q>();
    menu.host = host;
    menu.column = column;
    menu.role = 'dialog';
    menu.ariaLabel = l10n.t('Column: {0}', visibleText(host.kind.labelOf(column)));
    menu.test = filtering.textOf(host.query, column)?.test ?? 'contains';
    menu.addEventListener('keydown', event => menu.onKey(event));
    menu.openAt(root, x, y);
    if (filtering.ways(column).includes('values')) host.askValues(column, '');
    return menu;
  }

  take(values: ValuesOf<C>): void {
    if (values.column === this.column && values.search === this.search) this.values = values;
  }

  override render(): unknown {
    const { column, host } = this;
    const { sort } = host.query;
    const sortBy = (descending: boolean) => () => {
      host.setQuery({ ...host.query, sort: { column, descending } });
      this.close();
    };
    const isSorted = (descending: boolean) => sort.column === column && sort.descending === descending;
    return html`
      <div class="group">
        ${this.action(l10n.t('Sort Ascending'), sortBy(false), isSorted(false))}
        ${this.action(l10n.t('Sort Descending'), sortBy(true), isSorted(true))}
      </div>
      ${this.filters()}
      <div class="group">
        ${this.layoutAction(
          host.layout.frozen === column ? l10n.t('Unfreeze Columns') : l10n.t('Freeze up to Here'),
          frozen(host.layout, column),
        )}
        ${this.action(l10n.t('Fit to Content'), () => this.leave(() => host.fit([column])))}
        ${this.action(l10n.t('Fit All Columns'), () => this.leave(() => host.fit()))}
        ${this.layoutAction(l10n.t('Hide Column'), toggled(host.layout, column))}
      </div>
    `;
  }

  private filters(): unknown {
    const { column, host } = this;
    const { filtering } = host.kind;
    const ways = filtering.ways(column);
    if (ways.length === 0 && !filtering.isFiltered(host.query, column)) return nothing;
    return html`<div class="group filters">
      ${ways.includes('dates') ? this.dates() : nothing} ${ways.includes('text') ? this.text() : nothing}
      ${ways.includes('values') ? this.valueList() : nothing}
      ${
        filtering.isFiltered(host.query, column)
          ? this.action(l10n.t('Clear This Filter'), () =>
              this.leave(() => host.setQuery(filtering.unfiltered(host.query, column))),
            )
          : nothing
      }
    </div>`;
  }

  private dates(): TemplateResult {
    const { column, host } = this;
    const { filtering } = host.kind;
    const period = filtering.periodOf(host.query, column);
    const fields = () => [...this.renderRoot.querySelectorAll<HTMLInputElement>('input[type=date]')];
    const take = () => {
      const [first, last] = fields().map(({ value }) => value);
      this.setQuery(filtering.withPeriod(host.query, column, periodOf(first ?? '', last ?? '')));
    };
    const field = (label: string, day: string) =>
      html`<label class="date"
        ><span>${label}</span><input type="date" max="2099-12-31" .value=${day} @change=${take}
      /></label>`;
    // A period that is open to one side ends beyond every date.
    const [from, to] = period ? [dayOf(period.from), dayOf(period.to - 1)] : ['', ''];
    return html`${field(l10n.t('From'), from === '1970-01-01' ? '' : from)}
    ${field(l10n.t('To'), to >= '2099-12-31' ? '' : to)}`;
  }

  private text(): unknown {
    const { column, host } = this;
    const { filtering } = host.kind;
    const text = filtering.textOf(host.query, column)?.text ?? '';
    const apply = (test: TextTest, typed: string) => {
      this.test = test;
      const isSet = test === 'filled' || test === 'blank' || typed.trim() !== '';
      this.setQuery(filtering.withText(host.query, column, isSet ? { test, text: typed } : undefined));
    };
    return html`<div class="test">
      <select
        aria-label=${l10n.t('How to compare')}
        @change=${({ target }: Event) => {
          const test = textTests.find(one => target instanceof HTMLSelectElement && one === target.value);
          if (test) apply(test, text);
        }}
      >
        ${textTests.map(test => html`<option value=${test} ?selected=${test === this.test}>${testLabel(test)}</option>`)}
      </select>
      ${
        this.test === 'filled' || this.test === 'blank'
          ? nothing
          : html`<lens-field
              .label=${l10n.t('Text in {0}', visibleText(host.kind.labelOf(column)))}
              .placeholder=${l10n.t('Text')}
              .maxLength=${bounds.filterText}
              .value=${text}
              .take=${(typed: string) => apply(this.test, typed)}
            ></lens-field>`
      }
    </div>`;
  }

  private valueList(): unknown {
    const { values, column, host } = this;
    const { filtering } = host.kind;
    const chosen = filtering.valuesOf(host.query, column);
    const fixed = filtering.fixedValues?.(column);
    const listed = fixed ? this.counted(fixed) : (values?.values ?? []);
    const more = (values?.distinct ?? 0) - (values?.values.length ?? 0);
    return html`
      ${
        fixed
          ? nothing
          : html`<lens-field
              class="search"
              .label=${l10n.t('Search values')}
              .placeholder=${l10n.t('Search values')}
              .maxLength=${bounds.filterText}
              .value=${this.search}
              .take=${(text: string) => this.setSearch(text)}
            ></lens-field>`
      }
      <div class="values scrolls" role="group" aria-label=${l10n.t('Values')}>
        ${listed.map(({ value, label, count }) => {
          const name = value === '' ? l10n.t('(none)') : visibleText(label);
          return html`<label class="value" title=${name}
            ><input
              type="checkbox"
              .checked=${chosen.includes(value)}
              @change=${() => this.toggle(value)}
            /><span class="name">${name}</span><span class="count">${host.formats.number(count)}</span></label
          >`;
        })}
        ${listed.length === 0 && values ? html`<p>${l10n.t('No such value.')}</p>` : nothing}
        ${more > 0 ? html`<p>${l10n.t('{0} more: search for them', host.formats.number(more))}</p>` : nothing}
      </div>
    `;
  }

  /** In their order, also those that are chosen and of which the other filters leave nothing. */
  private counted(fixed: readonly { value: string; label: string }[]): ValuesOf<C>['values'] {
    const { column, host } = this;
    const counted = this.values?.values ?? [];
    const chosen = host.kind.filtering.valuesOf(host.query, column);
    return fixed
      .map(each => ({ ...each, count: counted.find(one => one.value === each.value)?.count ?? 0 }))
      .filter(({ value, count }) => count > 0 || chosen.includes(value));
  }

  private toggle(value: string): void {
    const { column, host } = this;
    const { filtering } = host.kind;
    const chosen = filtering.valuesOf(host.query, column);
    const next = chosen.includes(value) ? chosen.filter(one => one !== value) : [...chosen, value];
    this.setQuery(filtering.withValues(host.query, column, next.slice(0, bounds.scenes)));
  }

  private setSearch(text: string): void {
    this.search = text;
    this.host.askValues(this.column, text);
  }

  private setQuery(query: Q): void {
    this.host.setQuery(query);
    this.requestUpdate();
  }

  private action(label: string, run: () => void, isOn = false): TemplateResult {
    return html`<button class="item" aria-pressed=${isOn ? 'true' : nothing} @click=${run}>
      <span>${label}</span>${isOn ? icon('check') : nothing}
    </button>`;
  }

  private layoutAction(label: string, layout: TableLayout<C>): TemplateResult {
    return this.action(label, () => this.leave(() => this.host.setLayout(layout, true)));
  }

  private leave(act: () => void): void {
    this.close();
    act();
  }

  /** Up and down go through everything; Tab stays inside, as in a dialog. */
  private onKey(event: KeyboardEvent): void {
    if (isComposing(event) || event.ctrlKey || event.metaKey || event.altKey) return;
    const target = event.composedPath()[0];
    const isChoosing =
      target instanceof HTMLSelectElement || (target instanceof HTMLInputElement && target.type === 'date');
    const step = { ArrowDown: 1, ArrowUp: -1, Tab: event.shiftKey ? -1 : 1 }[event.key];
    if (event.key === 'Escape') this.close();
    else if (step !== undefined && !(isChoosing && event.key !== 'Tab')) this.moveFocus(step);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  private moveFocus(step: number): void {
    const stops = [...this.renderRoot.querySelectorAll<HTMLElement>('button, select, input, lens-field')];
    const at = stops.findIndex(stop => stop.matches(':focus, :focus-within'));
    stops[(at + step + stops.length) % stops.length]?.focus();
  }
}

function testLabel(test: TextTest): string {
  switch (test) {
    case 'contains':
      return l10n.t('contains');
    case 'is':
      return l10n.t('is exactly');
    case 'filled':
      return l10n.t('is not empty');
    case 'blank':
      return l10n.t('is empty');
  }
}
