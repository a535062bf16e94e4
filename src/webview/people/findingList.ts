import * as l10n from '@vscode/l10n';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { type FindingView, type PeopleHead } from '../../protocol/views/peopleView';
import { icon, iconStyles } from '../controls/icon';
import { linkStyles } from '../controls/linkStyles';
import { scrollbars } from '../controls/scrollbars';
import { visibleText } from '../text/visibleText';

/** What does not add up, accounts that cannot be joined, and what to do about each. */
@customElement('lens-findings')
export class FindingList extends LitElement {
  static override styles = [
    iconStyles,
    linkStyles,
    scrollbars,
    css`
      :host {
        display: flex;
        flex-direction: column;
        min-width: 0;
        min-height: 0;
        padding-inline: 8px;
      }
      h2 {
        margin: 0 0 6px;
        font-size: 1em;
        font-weight: 600;
      }
      h2:focus-visible {
        outline: 1px solid var(--vscode-focusBorder);
      }
      .list {
        overflow: hidden auto;
        outline-offset: -1px;
      }
      ul {
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li {
        display: flex;
        gap: 8px;
        padding: 3px 0;
        overflow-wrap: anywhere;
      }
      li.shown {
        background: var(--vscode-list-inactiveSelectionBackground);
      }
      p {
        margin: 0;
        color: var(--vscode-descriptionForeground);
      }
      .acts {
        display: flex;
        flex-wrap: wrap;
        gap: 2px 16px;
      }
    `,
  ];

  @property({ attribute: false }) findings: readonly FindingView[] | undefined;
  @property({ attribute: false }) apart: PeopleHead['apart'] = [];
  @property({ attribute: false }) answers: readonly string[] = [];
  /** The finding whose rows are shown. */
  @property({ attribute: false }) shown: string | undefined;
  @property({ attribute: false }) show!: (finding: string) => void;
  @property({ attribute: false }) help!: (finding: string) => void;

  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('h2')?.focus();
  }

  override render(): unknown {
    const { findings, apart, answers } = this;
    return html`<h2 tabindex="-1">${l10n.t('Findings')}</h2>
      <div class="list scrolls" tabindex="0" role="group" aria-label=${l10n.t('Findings')}>
        <ul>
          ${answers.map(answer => html`<li>${icon('info')}<span>${visibleText(answer)}</span></li>`)}
          ${apart.map(
            ({ name, reason }) =>
              html`<li>
                ${icon('circle-slash')}<span>${l10n.t('{0}: {1}.', visibleText(name), reason)}</span>
              </li>`,
          )}
          ${findings?.map(finding => this.finding(finding))}
        </ul>
        ${findings === undefined ? html`<p role="status">${l10n.t('Looking for what does not add up…')}</p>` : nothing}
        ${findings?.length === 0 ? html`<p>${l10n.t('Everything adds up.')}</p>` : nothing}
      </div>`;
  }

  private finding({ id, title, advice, show, help }: FindingView): unknown {
    return html`<li class=${id === this.shown ? 'shown' : ''}>
      ${icon('warning')}
      <div>
        <div>${visibleText(title)}</div>
        <p>${visibleText(advice)}</p>
        <div class="acts">
          ${
            show === undefined
              ? nothing
              : html`<button
                  class="link"
                  aria-label=${`${show}: ${visibleText(title)}`}
                  @click=${() => this.show(id)}
                >
                  ${show}
                </button>`
          }
          ${help ? html`<button class="link" @click=${() => this.help(id)}>${help.label}</button>` : nothing}
        </div>
      </div>
    </li>`;
  }
}
