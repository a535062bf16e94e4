import * as l10n from '@vscode/l10n';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { bounds } from '../../protocol/bounds';
import {
  type PeopleFound,
  type PeopleHead,
  type PeopleQuery,
  type PersonFilter,
} from '../../protocol/peopleView';
import { filterBarStyles } from '../batch/filterBarStyles';
import { chipStyles } from '../controls/chip';
import { icon, type IconName, iconStyles } from '../controls/icon';
import { type TextField } from '../controls/textField';
import '../controls/textField';
import { toolStyles } from '../controls/toolStyles';
import { type Formats } from '../text/formats';
import { visibleText } from '../text/visibleText';
import { outcomeName, withPersonFilter } from './personFilters';
import { type PersonKind } from './personKind';

interface Chip {
  readonly label: string;
  /** The query without it. */
  readonly without: PeopleQuery;
}

/** The text filter, the filters that are on, and how many rows match them. */
@customElement('lens-people-filters')
export class PeopleFilters extends LitElement {
  static override styles = [iconStyles, chipStyles, toolStyles, filterBarStyles];

  @property({ attribute: false }) found!: PeopleFound;
  @property({ attribute: false }) head!: PeopleHead;
  @property({ attribute: false }) kind!: PersonKind;
  @property({ attribute: false }) total = 0;
  /** What the rows are, where they are not simply everybody. */
  @property({ attribute: false }) scope: string | undefined;
  @property({ attribute: false }) formats!: Formats;
  @property({ attribute: false }) chartsFolded = false;
  @property({ attribute: false }) setQuery!: (query: PeopleQuery) => void;
  @property({ attribute: false }) showEverybody!: () => void;
  @property({ attribute: false }) foldCharts!: () => void;
  @property({ attribute: false }) openColumns!: (anchor: Element) => void;
  @property({ attribute: false }) openCopy!: (anchor: Element) => void;
  @property({ attribute: false }) openFind!: () => void;
  @property({ attribute: false }) leave!: () => void;
  @query('lens-field') private readonly field!: TextField;

  /** Goes on with what someone began to type elsewhere. */
  type(text: string): void {
    this.field.focus();
    this.setText(this.found.query.text + text);
  }

  override render(): unknown {
    const { found, chartsFolded, scope } = this;
    return html`
      <lens-field
        .label=${l10n.t('Filter by text')}
        .placeholder=${l10n.t('Filter by unionid, openid or business key')}
        .maxLength=${bounds.filterText}
        .value=${found.query.text}
        .take=${(text: string) => this.setText(text)}
        .key=${(event: KeyboardEvent) => this.onKey(event)}
      ></lens-field>
      <div class="chips" role="group" aria-label=${l10n.t('Active filters')}>
        ${scope === undefined ? nothing : this.chip(scope, () => this.showEverybody())}
        ${this.chips().map(({ label, without }) => this.chip(label, () => this.setQuery(without)))}
      </div>
      <div class="tools">
        <span class="result">${this.countText()}</span>
        ${this.tool('graph', chartsFolded ? l10n.t('Show Charts') : l10n.t('Hide Charts'), () => this.foldCharts(), !chartsFolded)}
        ${this.tool('search', l10n.t('Find in Table'), () => this.openFind())}
        ${this.tool('copy', l10n.t('Copy as…'), anchor => this.openCopy(anchor))}
        ${this.tool('settings-gear', l10n.t('Choose Columns'), anchor => this.openColumns(anchor))}
      </div>
    `;
  }

  private chip(label: string, remove: () => void): TemplateResult {
    return html`<button
      class="chip filter"
      title=${`${visibleText(label)} · ${l10n.t('Remove this filter')}`}
      @click=${() => {
        remove();
        this.field.focus();
      }}
    >
      <span class="text">${visibleText(label)}</span>${icon('close')}
    </button>`;
  }

  private chips(): Chip[] {
    const { head, kind, found } = this;
    const { query: shown } = found;
    const bars = head.bars
      .filter(({ id }) => shown.bars.includes(id))
      .map(({ id, label }) => ({
        label,
        without: { ...shown, bars: shown.bars.filter(one => one !== id) },
      }));
    const columns = Object.entries(shown.filters).map(([column, filter]) => ({
      label: l10n.t('{0}: {1}', kind.nameOf(column), this.filterName(filter)),
      without: withPersonFilter(shown, column, undefined),
    }));
    return [...bars, ...columns];
  }

  private filterName(filter: PersonFilter): string {
    const { formats } = this;
    if (filter.kind === 'period')
      return `${formats.beijingDay(filter.from * 1000)} – ${formats.beijingDay((filter.to - 1) * 1000)}`;
    if (filter.kind === 'values') {
      const [first = '', ...others] = filter.values.map(value =>
        value === '' ? l10n.t('(none)') : outcomeName(value),
      );
      return others.length === 0 ? first : l10n.t('{0} and {1} more', first, others.length);
    }
    switch (filter.test) {
      case 'contains':
        return l10n.t('contains “{0}”', filter.text);
      case 'is':
        return filter.text;
      case 'filled':
        return l10n.t('is not empty');
      case 'blank':
        return l10n.t('is empty');
    }
  }

  private countText(): string {
    const { found, formats, total } = this;
    if (found.count !== total)
      return l10n.t('{0} of {1} rows', formats.number(found.count), formats.number(total));
    return total === 1 ? l10n.t('1 row') : l10n.t('{0} rows', formats.number(total));
  }

  private tool(
    name: IconName,
    label: string,
    run: (anchor: Element) => void,
    isOn?: boolean,
  ): TemplateResult {
    return html`<button
      class="tool"
      aria-label=${label}
      aria-pressed=${isOn ?? nothing}
      title=${label}
      @click=${({ currentTarget }: Event) => currentTarget instanceof Element && run(currentTarget)}
    >
      ${icon(name)}
    </button>`;
  }

  private setText(text: string): void {
    this.setQuery({ ...this.found.query, text: text.slice(0, bounds.filterText) });
  }

  private onKey(event: KeyboardEvent): void {
    if (event.key === 'Escape' && this.found.query.text !== '') this.setText('');
    else if (event.key === 'Escape' || event.key === 'ArrowDown') this.leave();
    else return;
    event.preventDefault();
  }
}
