import * as l10n from '@vscode/l10n';
import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { bounds } from '../../../protocol/bounds';
import { chipStyles } from '../../controls/chip';
import { icon, type IconName, iconStyles } from '../../controls/icon';
import { type TextField } from '../../controls/textField';
import '../../controls/textField';
import { toolStyles } from '../../controls/toolStyles';
import { type Formats } from '../../text/formats';
import { visibleText } from '../../text/visibleText';
import { filterBarStyles } from './filterBarStyles';

/** A filter that is on, apart from those that show it themselves. */
export interface ActiveFilter {
  readonly id: string;
  readonly label: string;
  readonly takeAway: () => void;
}

/** Something that is always there to filter by. */
export interface FilterChoice {
  readonly label: string;
  readonly icon: IconName;
  readonly count: number;
  readonly isChosen: boolean;
  readonly toggle: () => void;
}

export interface FilterBarHost {
  setText(text: string): void;
  foldCharts(): void;
  openFind(): void;
  openCopy(anchor: Element): void;
  openColumns(anchor: Element): void;
  /** The keyboard goes back to the table. */
  leaveFilters(): void;
}

/** The text filter, what is always there to choose from, the filters that are on, and how many rows match them. */
@customElement('lens-filter-bar')
export class FilterBar extends LitElement {
  static override styles = [iconStyles, chipStyles, toolStyles, filterBarStyles];

  @property({ attribute: false }) text = '';
  @property({ attribute: false }) placeholder = '';
  @property({ attribute: false }) choices: readonly FilterChoice[] = [];
  @property({ attribute: false }) choicesLabel = '';
  @property({ attribute: false }) filters: readonly ActiveFilter[] = [];
  /** Rows that match, of how many. */
  @property({ attribute: false }) count = 0;
  @property({ attribute: false }) total = 0;
  @property({ attribute: false }) chartsFolded = false;
  @property({ attribute: false }) formats!: Formats;
  @property({ attribute: false }) page!: FilterBarHost;
  @query('lens-field') private readonly field!: TextField;
  private takenAway: { readonly index: number; readonly id: string } | undefined;

  /** Goes on with what someone began to type elsewhere. */
  type(text: string): void {
    this.field.focus();
    this.setText(this.text + text);
  }

  override render(): unknown {
    const { page, chartsFolded, choices } = this;
    return html`
      <lens-field
        .label=${l10n.t('Filter by text')}
        .placeholder=${this.placeholder}
        .maxLength=${bounds.filterText}
        .value=${this.text}
        .take=${(text: string) => this.setText(text)}
        .key=${(event: KeyboardEvent) => this.onKey(event)}
      ></lens-field>
      ${
        choices.length > 0
          ? html`<div class="chips" role="group" aria-label=${this.choicesLabel}>
              ${choices.map(choice => this.choice(choice))}
            </div>`
          : nothing
      }
      <div class="chips" role="group" aria-label=${l10n.t('Active filters')}>
        ${repeat(
          this.filters,
          ({ id }) => id,
          (filter, index) => this.filter(filter, index),
        )}
      </div>
      <div class="tools">
        <span class="result">${this.countText()}</span>
        ${this.tool('graph', chartsFolded ? l10n.t('Show Charts') : l10n.t('Hide Charts'), () => page.foldCharts(), !chartsFolded)}
        ${this.tool('search', l10n.t('Find in Table'), () => page.openFind())}
        ${this.tool('copy', l10n.t('Copy as…'), anchor => page.openCopy(anchor))}
        ${this.tool('settings-gear', l10n.t('Choose Columns'), anchor => page.openColumns(anchor))}
      </div>
    `;
  }

  private countText(): string {
    const { count, total, formats } = this;
    if (count !== total) return l10n.t('{0} of {1} rows', formats.number(count), formats.number(total));
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

  private choice({ label, icon: name, count, isChosen, toggle }: FilterChoice): TemplateResult {
    return html`<button class="chip" aria-pressed=${isChosen} @click=${toggle}>
      ${icon(name)}<span class="text">${label}</span>
      <span class="count">${this.formats.number(count)}</span>
    </button>`;
  }

  private filter({ id, label, takeAway }: ActiveFilter, index: number): TemplateResult {
    return html`<button
      class="chip filter"
      title=${`${visibleText(label)} · ${l10n.t('Remove this filter')}`}
      @click=${() => {
        this.takenAway = { index, id };
        takeAway();
      }}
    >
      <span class="text">${visibleText(label)}</span>${icon('close')}
    </button>`;
  }

  /** After a filter was taken away the keyboard goes to the next one, and to the field after the last. */
  protected override updated(changed: PropertyValues<this>): void {
    const { takenAway, filters } = this;
    if (!takenAway || !changed.has('filters') || filters.some(({ id }) => id === takenAway.id)) return;
    const chips = [...this.renderRoot.querySelectorAll<HTMLElement>('.filter')];
    (chips[Math.min(takenAway.index, chips.length - 1)] ?? this.field).focus();
    this.takenAway = undefined;
  }

  private setText(text: string): void {
    this.page.setText(text.slice(0, bounds.filterText));
  }

  private onKey(event: KeyboardEvent): void {
    if (event.key === 'Escape' && this.text !== '') this.setText('');
    else if (event.key === 'Escape' || event.key === 'ArrowDown') this.page.leaveFilters();
    else return;
    event.preventDefault();
  }
}
