import '@vscode-elements/elements/dist/vscode-button/index.js';
import * as l10n from '@vscode/l10n';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { type FromComparison, type ToComparison } from '../../protocol/messages/comparisonMessages';
import {
  type ComparedPart,
  type ComparedPartView,
  type ComparedRowView,
  type ComparedSide,
  type ComparisonView,
  rowsOnPage,
} from '../../protocol/views/comparisonView';
import { buttonStyles } from '../controls/buttonStyles';
import { linkStyles } from '../controls/linkStyles';
import { unseenStyles } from '../controls/unseenStyles';
import { type Formats } from '../text/formats';
import { visibleText } from '../text/visibleText';
import { comparisonPicture } from './comparisonPicture';
import { comparisonStyles } from './comparisonStyles';

type Rows = Extract<ToComparison, { type: 'rows' }>;

/** Two lists or batches: a picture of who came and who left, and each of these by name, a page at a time. */
@customElement('lens-comparison')
export class ComparisonPage extends LitElement {
  static override styles = [buttonStyles, linkStyles, unseenStyles, comparisonStyles];

  @property({ attribute: false }) formats!: Formats;
  @property({ attribute: false }) post!: (message: FromComparison) => void;
  @state() private comparison?: ComparisonView;
  @state() private current: ComparedPart = 'came';
  @state() private page = 0;
  @state() private rows: readonly ComparedRowView[] = [];

  show(comparison: ComparisonView): void {
    this.comparison = comparison;
    const parts = comparison.parts.filter(({ count }) => count > 0);
    const kept = parts.find(({ part }) => part === this.current);
    this.turnTo((kept ?? parts[0] ?? comparison.parts[0])?.part ?? 'came', 0);
  }

  /** Those that are no longer asked for come too late. */
  take({ part, page, rows }: Rows): void {
    if (part === this.current && page === this.page) this.rows = rows;
  }

  override render(): unknown {
    const { comparison } = this;
    if (!comparison) return nothing;
    const { title, origin, earlier, later, parts, fields, notes } = comparison;
    const chosen = parts.find(({ part }) => part === this.current);
    return html`
      <article>
        <h1>${visibleText(title)}</h1>
        <p class="origin">${origin.map(text => html`<span>${visibleText(text)}</span>`)}</p>
        <div class="picture">
          <div class="sides">${this.side(earlier)}${this.side(later)}</div>
          ${comparisonPicture(parts, this.summary(parts))}
        </div>
        ${
          fields.length > 0
            ? html`<dl>
                ${fields.map(
                  ({ label, count }) =>
                    html`<div>
                      <dt>${label}</dt>
                      <dd>${this.formats.number(count)}</dd>
                    </div>`,
                )}
              </dl>`
            : nothing
        }
        ${notes.map(note => html`<p class="note">${visibleText(note)}</p>`)}
        <div role="tablist" aria-label=${l10n.t('Who to show')} @keydown=${this.onTabKey}>
          ${parts.map(part => this.tab(part))}
        </div>
        ${chosen ? this.panel(chosen) : nothing}
      </article>
    `;
  }

  private side({ name, facts }: ComparedSide): TemplateResult {
    return html`<div class="side">
      <h2>${visibleText(name)}</h2>
      <p>${facts.map(visibleText).join(' · ')}</p>
    </div>`;
  }

  private tab({ part, label, count }: ComparedPartView): TemplateResult {
    const isChosen = part === this.current;
    return html`<button
      type="button"
      role="tab"
      id=${`tab-${part}`}
      class=${part}
      aria-selected=${isChosen ? 'true' : 'false'}
      aria-controls="rows"
      tabindex=${isChosen ? 0 : -1}
      @click=${() => this.turnTo(part, 0)}
    >
      <span class="dot" aria-hidden="true"></span>${label}
      <span class="count">${this.formats.number(count)}</span>
    </button>`;
  }

  private panel({ part, count, shown, explanation }: ComparedPartView): TemplateResult {
    const first = this.page * rowsOnPage;
    const last = Math.min(first + rowsOnPage, shown);
    const { formats } = this;
    const place = l10n.t(
      '{0}–{1} of {2}',
      formats.number(first + 1),
      formats.number(last),
      formats.number(shown),
    );
    return html`<div role="tabpanel" id="rows" aria-labelledby=${`tab-${part}`} tabindex="0">
      <div class="head">
        <p>${explanation}</p>
        <div class="actions">
          ${
            shown > rowsOnPage
              ? html`${this.turner(l10n.t('Previous Page'), this.page - 1, first > 0)}
                  <span role="status">${place}</span>
                  ${this.turner(l10n.t('Next Page'), this.page + 1, last < shown)}`
              : nothing
          }
          <vscode-button
            secondary
            ?disabled=${count === 0}
            @click=${() => this.post({ type: 'export', part })}
            >${l10n.t('Export…')}</vscode-button
          >
        </div>
      </div>
      ${this.rows.length > 0 ? this.table(first) : nothing}
    </div>`;
  }

  private turner(label: string, page: number, isThere: boolean): TemplateResult {
    return html`<vscode-button secondary ?disabled=${!isThere} @click=${() => this.turnTo(this.current, page)}
      >${label}</vscode-button
    >`;
  }

  private table(first: number): TemplateResult {
    const hasChanges = this.rows.some(({ changes }) => changes.length > 0);
    return html`<table>
      <thead>
        <tr>
          <th class="number" scope="col"><span class="unseen">${l10n.t('Number')}</span></th>
          <th scope="col">OpenID</th>
          ${hasChanges ? html`<th scope="col">${l10n.t('What changed')}</th>` : nothing}
        </tr>
      </thead>
      <tbody>
        ${this.rows.map(
          ({ openid, changes }, index) =>
            html`<tr>
              <td class="number">${this.formats.number(first + index + 1)}</td>
              <td>
                <button
                  type="button"
                  class="link openid"
                  title=${l10n.t('Open Profile')}
                  @click=${() => this.post({ type: 'open', openid })}
                >
                  ${visibleText(openid)}
                </button>
              </td>
              ${hasChanges ? html`<td>${changes.map(change => changeLine(change))}</td>` : nothing}
            </tr>`,
        )}
      </tbody>
    </table>`;
  }

  private turnTo(part: ComparedPart, page: number): void {
    this.current = part;
    this.page = page;
    this.rows = [];
    const chosen = this.comparison?.parts.find(each => each.part === part);
    if (chosen && chosen.shown > 0) this.post({ type: 'ask', part, page });
  }

  /** As in VS Code's own tabs: arrows go from one to the next, Home and End to the ends. */
  private readonly onTabKey = (event: KeyboardEvent) => {
    const parts = this.comparison?.parts.map(({ part }) => part) ?? [];
    const at = parts.indexOf(this.current);
    const to = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: parts.length - 1 }[event.key];
    const part = to === undefined ? undefined : parts[(to + parts.length) % parts.length];
    if (!part) return;
    event.preventDefault();
    this.turnTo(part, 0);
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(`#tab-${part}`)?.focus());
  };

  private summary(parts: readonly ComparedPartView[]): string {
    return parts.map(({ label, count }) => `${label}: ${this.formats.number(count)}`).join(', ');
  }
}

function changeLine({ field, before, after }: ComparedRowView['changes'][number]): TemplateResult {
  return html`<div class="change">
    <span>${field}</span> ${visibleText(before)} <span aria-label=${l10n.t('became')}>→</span>
    ${visibleText(after)}
  </div>`;
}
