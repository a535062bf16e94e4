import * as l10n from '@vscode/l10n';
import { css, html, LitElement } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { bounds } from '../../protocol/bounds';
import { icon, iconStyles } from '../controls/icon';
import { type TextField } from '../controls/textField';
import '../controls/textField';
import { toolStyles } from '../controls/toolStyles';
import { type Formats } from '../text/formats';

/** Where a text stands among the rows: goes from one to the next without hiding the others. */
@customElement('lens-find')
export class FindBar extends LitElement {
  static override styles = [
    iconStyles,
    toolStyles,
    css`
      :host {
        position: absolute;
        z-index: 3;
        inset: 4px 20px auto auto;
        display: flex;
        align-items: center;
        gap: 4px;
        max-width: calc(100% - 40px);
        padding: 4px;
        border: 1px solid var(--lens-border);
        border-radius: 6px;
        box-sizing: border-box;
        background: var(--vscode-editorWidget-background, var(--vscode-editor-background));
        box-shadow: 0 2px 8px var(--vscode-widget-shadow, transparent);
      }
      lens-field {
        width: 200px;
      }
      span[role='status'] {
        min-width: 64px;
        padding: 0 4px;
        font-variant-numeric: tabular-nums;
        white-space: nowrap;
      }
    `,
  ];

  @property({ attribute: false }) formats!: Formats;
  /** Looks for a text: from the row with the keyboard on, or beyond it. */
  @property({ attribute: false }) find!: (text: string, step: -1 | 0 | 1) => void;
  @property({ attribute: false }) leave!: () => void;
  @state() private text = '';
  @state() private result?: { readonly count: number; readonly index: number };
  @query('lens-field') private readonly field!: TextField;

  override focus(): void {
    void this.updateComplete.then(() => {
      this.field.focus();
      this.field.select();
    });
  }

  take({ text, count, index }: { text: string; count: number; index: number }): void {
    if (text === this.text) this.result = { count, index };
  }

  override render(): unknown {
    const tool = (name: 'arrow-up' | 'arrow-down' | 'close', label: string, run: () => void) =>
      html`<button class="tool" aria-label=${label} title=${label} @click=${run}>${icon(name)}</button>`;
    return html`<lens-field
        .label=${l10n.t('Find')}
        .placeholder=${l10n.t('Find')}
        .maxLength=${bounds.filterText}
        .value=${this.text}
        .take=${(text: string) => this.setText(text)}
        .key=${(event: KeyboardEvent) => this.onKey(event)}
      ></lens-field>
      <span role="status">${this.resultText()}</span>
      ${tool('arrow-up', l10n.t('Previous'), () => this.find(this.text, -1))}
      ${tool('arrow-down', l10n.t('Next'), () => this.find(this.text, 1))}
      ${tool('close', l10n.t('Close'), this.leave)}`;
  }

  private resultText(): string {
    const { result, formats } = this;
    if (this.text.trim() === '' || !result) return '';
    if (result.count === 0) return l10n.t('No results');
    return l10n.t('{0} of {1}', formats.number(result.index + 1), formats.number(result.count));
  }

  private setText(text: string): void {
    this.text = text;
    this.result = undefined;
    this.find(text, 0);
  }

  private onKey(event: KeyboardEvent): void {
    if (event.key === 'Enter' || event.key === 'F3') this.find(this.text, event.shiftKey ? -1 : 1);
    else if (event.key === 'Escape') this.leave();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }
}
