import * as l10n from '@vscode/l10n';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { type FromPeople } from '../../protocol/messages/peopleMessages';
import { type PersonDetail } from '../../protocol/views/peopleView';
import { icon, iconStyles } from '../controls/icon';
import { linkStyles } from '../controls/linkStyles';
import { toolStyles } from '../controls/toolStyles';
import { visibleText } from '../text/visibleText';

/** One person with all accounts. */
@customElement('lens-person')
export class PersonPane extends LitElement {
  static override styles = [
    iconStyles,
    linkStyles,
    toolStyles,
    css`
      :host {
        display: block;
        padding: 14px 18px 24px;
        overflow-wrap: anywhere;
      }
      h2 {
        margin: 0;
        padding-inline-end: 28px;
        font-size: 1.15em;
        font-weight: 600;
      }
      h3 {
        margin: 16px 0 2px;
        font-size: 1em;
        font-weight: 600;
      }
      .id {
        display: flex;
        align-items: start;
        gap: 4px;
        margin: 0;
        font-family: var(--vscode-editor-font-family);
      }
      dl {
        display: grid;
        grid-template-columns: max-content minmax(0, 1fr);
        gap: 2px 12px;
        margin: 4px 0;
      }
      dt {
        color: var(--vscode-descriptionForeground);
      }
      dd {
        margin: 0;
        unicode-bidi: isolate;
      }
      .note {
        margin: 8px 0 0;
        color: var(--vscode-descriptionForeground);
      }
    `,
  ];

  @property({ attribute: false }) person!: PersonDetail;
  @property({ attribute: false }) post!: (message: FromPeople) => void;

  override render(): unknown {
    const { unionid, accounts, keys, notes } = this.person;
    return html`<h2>${l10n.t('Person')}</h2>
      ${unionid === undefined ? nothing : this.copyable(unionid, l10n.t('Copy UnionID'))}
      ${notes.map(note => html`<p class="note">${visibleText(note)}</p>`)}
      ${keys.length > 0 ? this.facts(keys) : nothing}
      ${accounts.map(
        ({ appId, name, openid, facts, hasProfile }) =>
          html`<section>
            <h3>${visibleText(name)}</h3>
            ${this.copyable(openid, l10n.t('Copy OpenID'))} ${this.facts(facts)}
            ${
              hasProfile
                ? html`<button
                    class="link"
                    aria-label=${l10n.t('Open Profile: {0}', visibleText(name))}
                    @click=${() => this.post({ type: 'open', appId, openid })}
                  >
                    ${l10n.t('Open Profile')}
                  </button>`
                : nothing
            }
          </section>`,
      )}
      <p class="note">
        ${l10n.t('WeChat offers no way from a unionid to an openid: this is what is known on this machine.')}
      </p>`;
  }

  private copyable(text: string, label: string): unknown {
    return html`<p class="id">
      <span>${visibleText(text)}</span>
      <button
        class="tool"
        aria-label=${label}
        title=${label}
        @click=${() => this.post({ type: 'copyText', text })}
      >
        ${icon('copy')}
      </button>
    </p>`;
  }

  private facts(facts: PersonDetail['keys']): unknown {
    return html`<dl>
      ${facts.map(
        ({ label, value }) =>
          html`<dt>${visibleText(label)}</dt>
            <dd>${visibleText(value)}</dd>`,
      )}
    </dl>`;
  }
}
