import * as l10n from '@vscode/l10n';
import '@vscode-elements/elements/dist/vscode-textfield/index.js';
import '@vscode-elements/elements/dist/vscode-toolbar-button/index.js';
import { type VscodeTextfield } from '@vscode-elements/elements/dist/vscode-textfield/index.js';
import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { type Found, type Query } from '../../protocol/batchView';
import { bounds } from '../../protocol/bounds';
import { chipStyles } from '../controls/chip';
import { icon, iconStyles } from '../controls/icon';
import { type Formats } from '../text/formats';
import { outcomeLabel } from '../text/outcomes';
import { visibleText } from '../text/visibleText';

/** The text filter, the filters in force, and how many rows pass them. */
@customElement('lens-filter-bar')
export class FilterBar extends LitElement {
  static override styles = [
    iconStyles,
    chipStyles,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 6px 8px;
        padding: 8px 20px;
      }
      vscode-textfield {
        flex: 1 1 200px;
        width: auto;
        max-width: 360px;
      }
      .chips {
        display: contents;
      }
      .result {
        margin-inline-start: auto;
        color: var(--vscode-descriptionForeground);
        font-variant-numeric: tabular-nums;
      }
      .chip .icon {
        color: inherit;
        font-size: 14px;
      }
    `,
  ];

  @property({ attribute: false }) found!: Found;
  @property({ attribute: false }) total = 0;
  @property({ attribute: false }) formats!: Formats;
  @property({ attribute: false }) setQuery!: (query: Query) => void;
  @property({ attribute: false }) openColumns!: (anchor: Element) => void;
  @property({ attribute: false }) leave!: () => void;
  @query('vscode-textfield') private readonly field!: VscodeTextfield;

  /** Goes on with what someone began to type elsewhere. */
  type(text: string): void {
    this.field.focus();
    this.setText(this.found.query.text + text);
  }

  override render(): unknown {
    const { found, formats } = this;
    const count =
      found.count === this.total
        ? this.total === 1
          ? l10n.t('1 row')
          : l10n.t('{0} rows', formats.number(this.total))
        : l10n.t('{0} of {1} rows', formats.number(found.count), formats.number(this.total));
    return html`
      <vscode-textfield
        .label=${l10n.t('Filter by text')}
        placeholder=${l10n.t('Filter by openid, unionid, remark, scene or tag')}
        maxlength=${bounds.filterText}
        .value=${found.query.text}
        @input=${() => this.setText(this.field.value)}
        @keydown=${(event: KeyboardEvent) => this.onKey(event)}
      ></vscode-textfield>
      <div class="chips" role="group" aria-label=${l10n.t('Filters in force')}>${this.chips()}</div>
      <span class="result" role="status"
        >${found.selected > 1 ? `${l10n.t('{0} selected', formats.number(found.selected))} · ` : ''}${count}</span
      >
      <vscode-toolbar-button
        icon="settings-gear"
        label=${l10n.t('Choose Columns')}
        title=${l10n.t('Choose Columns')}
        @click=${({ currentTarget }: Event) => currentTarget instanceof Element && this.openColumns(currentTarget)}
      ></vscode-toolbar-button>
    `;
  }

  private chips(): TemplateResult[] {
    const { query, scenes } = this.found;
    const { period } = query;
    const without = (change: Partial<Query>) => () => this.setQuery({ ...query, ...change });
    const labelOf = (code: string) => scenes.find(scene => scene.code === code)?.label ?? code;
    const chips = [
      ...query.outcomes.map(kind =>
        this.chip(outcomeLabel(kind), without({ outcomes: query.outcomes.filter(one => one !== kind) })),
      ),
      ...query.scenes.map(code =>
        this.chip(labelOf(code), without({ scenes: query.scenes.filter(one => one !== code) })),
      ),
    ];
    if (period) chips.push(this.chip(this.periodName(period), without({ period: undefined })));
    return chips;
  }

  private chip(label: string, remove: () => void): TemplateResult {
    return html`<button
      class="chip"
      title=${`${visibleText(label)} · ${l10n.t('Remove this filter')}`}
      @click=${remove}
    >
      <span class="text">${visibleText(label)}</span>${icon('close')}
    </button>`;
  }

  private periodName({ from, to }: NonNullable<Query['period']>): string {
    const first = this.formats.beijingDay(from * 1000);
    const last = this.formats.beijingDay((to - 1) * 1000);
    return first === last ? first : `${first} – ${last}`;
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
