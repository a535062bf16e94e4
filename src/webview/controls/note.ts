import * as l10n from '@vscode/l10n';
import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { visibleText } from '../text/visibleText';
import { icon, iconStyles } from './icon';
import { linkStyles } from './linkStyles';

/** A remark in one line, and in as many as it takes when the reader wants more. */
@customElement('lens-note')
export class Note extends LitElement {
  static override styles = [
    iconStyles,
    linkStyles,
    css`
      :host {
        display: flex;
        align-items: start;
        gap: 8px;
        padding: 4px 10px;
        border: 1px solid var(--vscode-inputValidation-warningBorder, var(--lens-border));
        border-radius: 4px;
      }
      .icon {
        margin-top: 1px;
      }
      .text {
        flex: 1;
        min-width: 0;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
        unicode-bidi: isolate;
      }
      .text.whole {
        white-space: normal;
        overflow-wrap: anywhere;
      }
    `,
  ];

  @property({ attribute: false }) text = '';
  @property({ attribute: false }) actions: readonly { readonly label: string; readonly run: () => void }[] =
    [];
  @state() private isWhole = false;
  @state() private isCut = false;
  @query('.text') private readonly line!: HTMLElement;
  private readonly sizes = new ResizeObserver(() => this.measure());

  override connectedCallback(): void {
    super.connectedCallback();
    this.sizes.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.sizes.disconnect();
  }

  override render(): unknown {
    const { text, isWhole, isCut } = this;
    return html`${icon('warning')}<span class=${isWhole ? 'text whole' : 'text'}>${visibleText(text)}</span>
      ${
        isCut || isWhole
          ? html`<button class="link" aria-expanded=${isWhole} @click=${() => (this.isWhole = !isWhole)}>
              ${isWhole ? l10n.t('Less') : l10n.t('More')}
            </button>`
          : nothing
      }
      ${this.actions.map(({ label, run }) => html`<button class="link" @click=${run}>${label}</button>`)}`;
  }

  private measure(): void {
    if (!this.isWhole && this.hasUpdated) this.isCut = this.line.scrollWidth > this.line.clientWidth;
  }
}
