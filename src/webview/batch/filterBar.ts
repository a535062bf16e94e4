import * as l10n from '@vscode/l10n';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { type Found, type Overview, type Query } from '../../protocol/batchView';
import { bounds } from '../../protocol/bounds';
import { outcomeLabel } from '../../protocol/labels';
import { type OutcomeKind, outcomeKinds } from '../../protocol/profileView';
import { chipStyles } from '../controls/chip';
import { icon, type IconName, iconStyles } from '../controls/icon';
import { type TextField } from '../controls/textField';
import '../controls/textField';
import { toolStyles } from '../controls/toolStyles';
import { type Formats } from '../text/formats';
import { outcomeIcons } from '../text/outcomes';
import { visibleText } from '../text/visibleText';
import { activeFilters } from './activeFilters';
import { filterBarStyles } from './filterBarStyles';

/** The text filter, the outcomes to choose from, the filters that are on, and how many rows match them. */
@customElement('lens-filter-bar')
export class FilterBar extends LitElement {
  static override styles = [iconStyles, chipStyles, toolStyles, filterBarStyles];

  @property({ attribute: false }) found!: Found;
  @property({ attribute: false }) overview!: Overview;
  @property({ attribute: false }) formats!: Formats;
  @property({ attribute: false }) chartsFolded = false;
  @property({ attribute: false }) setQuery!: (query: Query) => void;
  @property({ attribute: false }) foldCharts!: () => void;
  @property({ attribute: false }) openColumns!: (anchor: Element) => void;
  @property({ attribute: false }) openCopy!: (anchor: Element) => void;
  @property({ attribute: false }) openFind!: () => void;
  @property({ attribute: false }) leave!: () => void;
  @query('lens-field') private readonly field!: TextField;
  private takenAway: number | undefined;

  /** Goes on with what someone began to type elsewhere. */
  type(text: string): void {
    this.field.focus();
    this.setText(this.found.query.text + text);
  }

  override render(): unknown {
    const { found, chartsFolded } = this;
    return html`
      <lens-field
        .label=${l10n.t('Filter by text')}
        .placeholder=${l10n.t('Filter by openid, unionid, remark, scene or tag')}
        .maxLength=${bounds.filterText}
        .value=${found.query.text}
        .take=${(text: string) => this.setText(text)}
        .key=${(event: KeyboardEvent) => this.onKey(event)}
      ></lens-field>
      <div class="chips" role="group" aria-label=${l10n.t('Filter by outcome')}>${this.outcomes()}</div>
      <div class="chips" role="group" aria-label=${l10n.t('Active filters')}>${this.filters()}</div>
      <div class="tools">
        <span class="result">${this.countText()}</span>
        ${this.tool('graph', chartsFolded ? l10n.t('Show Charts') : l10n.t('Hide Charts'), () => this.foldCharts(), !chartsFolded)}
        ${this.tool('search', l10n.t('Find in Table'), () => this.openFind())}
        ${this.tool('copy', l10n.t('Copy as…'), anchor => this.openCopy(anchor))}
        ${this.tool('settings-gear', l10n.t('Choose Columns'), anchor => this.openColumns(anchor))}
      </div>
    `;
  }

  private countText(): string {
    const { found, formats } = this;
    const { total } = this.overview;
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

  private outcomes(): unknown {
    const { state, counts } = this.overview;
    const { query } = this.found;
    const chip = (kind: OutcomeKind) => {
      const isChosen = query.outcomes.includes(kind);
      const outcomes = isChosen ? query.outcomes.filter(one => one !== kind) : [...query.outcomes, kind];
      return html`<button
        class="chip"
        aria-pressed=${isChosen}
        @click=${() => this.setQuery({ ...query, outcomes })}
      >
        ${icon(outcomeIcons[kind])}<span class="text">${outcomeLabel(kind)}</span>
        <span class="count">${this.formats.number(counts[kind])}</span>
      </button>`;
    };
    return outcomeKinds
      .filter(
        kind =>
          counts[kind] > 0 || query.outcomes.includes(kind) || (state === 'running' && kind === 'following'),
      )
      .map(chip);
  }

  private filters(): unknown {
    const filters = activeFilters(this.found, this.formats);
    return repeat(
      filters,
      ({ id }) => id,
      ({ label, without }, index) =>
        html`<button
          class="chip filter"
          title=${`${visibleText(label)} · ${l10n.t('Remove this filter')}`}
          @click=${() => this.takeAway(without, index)}
        >
          <span class="text">${visibleText(label)}</span>${icon('close')}
        </button>`,
    );
  }

  private takeAway(query: Query, index: number): void {
    this.takenAway = index;
    this.setQuery(query);
  }

  /** After a filter was taken away the keyboard goes to the next one, and to the field after the last. */
  protected override updated(changed: PropertyValues<this>): void {
    if (this.takenAway === undefined || !changed.has('found')) return;
    const chips = [...this.renderRoot.querySelectorAll<HTMLElement>('.filter')];
    (chips[Math.min(this.takenAway, chips.length - 1)] ?? this.field).focus();
    this.takenAway = undefined;
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
