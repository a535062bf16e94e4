import { css, html, LitElement, nothing } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { isComposing } from './composing';

/** A line of text to type. What an input method composes is told once it is a word, and its keys to nobody. */
@customElement('lens-field')
export class TextField extends LitElement {
  static override shadowRootOptions = { ...LitElement.shadowRootOptions, delegatesFocus: true };
  static override styles = css`
    :host {
      display: inline-block;
      min-width: 0;
    }
    input {
      width: 100%;
      height: 26px;
      box-sizing: border-box;
      padding: 0 6px;
      border: 1px solid var(--vscode-input-border, var(--lens-border));
      border-radius: 4px;
      color: var(--vscode-input-foreground);
      background: var(--vscode-input-background);
      font: inherit;
      outline: none;
    }
    input::placeholder {
      color: var(--vscode-input-placeholderForeground);
      opacity: 1;
    }
    input:focus {
      border-color: var(--vscode-focusBorder);
      outline: 1px solid var(--vscode-focusBorder);
      outline-offset: -1px;
    }
  `;

  @property({ attribute: false }) label = '';
  @property({ attribute: false }) placeholder = '';
  @property({ attribute: false }) value = '';
  @property({ attribute: false }) maxLength?: number;
  /** Takes the text whenever it is another one. */
  @property({ attribute: false }) take!: (text: string) => void;
  /** Takes the keys that are not for the text alone. */
  @property({ attribute: false }) key?: (event: KeyboardEvent) => void;
  @query('input') private readonly input!: HTMLInputElement;

  select(): void {
    this.input.select();
  }

  override render(): unknown {
    return html`<input
      type="text"
      spellcheck="false"
      autocomplete="off"
      aria-label=${this.label}
      placeholder=${this.placeholder}
      maxlength=${this.maxLength ?? nothing}
      .value=${this.value}
      @input=${(event: InputEvent) => event.isComposing || this.tell()}
      @compositionend=${() => this.tell()}
      @keydown=${(event: KeyboardEvent) => this.onKey(event)}
    />`;
  }

  private tell(): void {
    const text = this.input.value;
    if (text !== this.value) this.take(text);
  }

  private onKey(event: KeyboardEvent): void {
    if (!isComposing(event)) this.key?.(event);
  }
}
