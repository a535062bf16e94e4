import '@vscode-elements/elements/dist/vscode-button/index.js';
import * as l10n from '@vscode/l10n';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { type FromPeople } from '../../protocol/messages/peopleMessages';
import { type PeopleHead } from '../../protocol/views/peopleView';
import { buttonStyles } from '../controls/buttonStyles';
import { visibleText } from '../text/visibleText';

type Command = (FromPeople & { type: 'command' })['command'];

/** What is shown, which group of accounts it is of, and what can be done with it. */
@customElement('lens-people-head')
export class PeopleHeadPart extends LitElement {
  static override styles = [
    buttonStyles,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        gap: 8px 20px;
        justify-content: space-between;
        padding: 14px 20px 10px;
      }
      .title {
        min-width: 0;
        flex: 1 1 260px;
      }
      h1 {
        margin: 0;
        font-size: 1.4em;
        font-weight: 600;
        line-height: 1.3;
      }
      .facts {
        display: flex;
        flex-wrap: wrap;
        gap: 2px 12px;
        margin: 2px 0 0;
        color: var(--vscode-descriptionForeground);
        font-variant-numeric: tabular-nums;
      }
      label {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 4px 8px;
        margin-top: 6px;
      }
      select {
        max-width: 100%;
        min-width: 0;
        height: 24px;
        border: 1px solid var(--vscode-dropdown-border, var(--lens-border));
        border-radius: 4px;
        color: var(--vscode-dropdown-foreground, var(--vscode-foreground));
        background: var(--vscode-dropdown-background, var(--vscode-editor-background));
        font: inherit;
      }
      select:focus-visible {
        outline: 1px solid var(--vscode-focusBorder);
        outline-offset: -1px;
      }
    `,
  ];

  @property({ attribute: false }) head!: PeopleHead;
  @property({ attribute: false }) command!: (command: Command) => void;
  @property({ attribute: false }) choosePlatform!: (beginning: string) => void;

  override render(): unknown {
    const { title, facts, isComparison } = this.head;
    return html`<div class="title">
        <h1>${title}</h1>
        <p class="facts">${facts.map(fact => html`<span>${fact}</span>`)}</p>
        ${this.platforms()}
      </div>
      <div class="actions">
        ${this.button('export', l10n.t('Export Mapping…'), false)}
        ${isComparison ? nothing : this.button('compare', l10n.t('Compare Accounts…'))}
        ${this.button('import', l10n.t('Import UnionID Pairs…'))} ${this.button('refresh', l10n.t('Refresh'))}
      </div>`;
  }

  private platforms(): unknown {
    const { platforms, beginning } = this.head;
    if (platforms.length < 2) return nothing;
    return html`<label
      ><span>${l10n.t('Accounts of one Open Platform account')}</span
      ><select
        @change=${({ target }: Event) =>
          target instanceof HTMLSelectElement && this.choosePlatform(target.value)}
      >
        ${platforms.map(
          each =>
            html`<option value=${each.beginning} ?selected=${each.beginning === beginning}>
              ${visibleText(each.label)}
            </option>`,
        )}
      </select></label
    >`;
  }

  private button(command: Command, label: string, secondary = true): TemplateResult {
    return html`<vscode-button ?secondary=${secondary} @click=${() => this.command(command)}
      >${label}</vscode-button
    >`;
  }
}
