import * as l10n from '@vscode/l10n';
import { css, html, LitElement, svg, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { type SceneBar } from '../../protocol/views/batchView';
import { scrollbars } from '../controls/scrollbars';
import { type Formats } from '../text/formats';
import { visibleText } from '../text/visibleText';
import { barListStyles } from './barListStyles';
import { chartStyles } from './chartStyles';
import { Roving } from './roving';

/** How people came to follow, the most frequent way first. Each bar is a filter. */
@customElement('lens-scene-chart')
export class SceneChart extends LitElement {
  static override styles = [
    chartStyles,
    barListStyles,
    scrollbars,
    css`
      .bars {
        grid-template-columns: fit-content(60%) minmax(40px, 1fr) max-content;
      }
      .code {
        font-family: var(--vscode-editor-font-family);
      }
    `,
  ];

  @property({ attribute: false }) scenes: readonly SceneBar[] = [];
  /** Codes of the scenes that the table is filtered by. */
  @property({ attribute: false }) chosen: readonly string[] = [];
  @property({ attribute: false }) formats!: Formats;
  @property({ attribute: false }) choose!: (scenes: string[]) => void;

  private readonly roving = new Roving(this);

  override render(): unknown {
    if (this.scenes.length === 0)
      return html`<h2>${l10n.t('Where They Came From')}</h2>
        <p class="none">${l10n.t('No scenes.')}</p>`;
    const most = Math.max(1, ...this.scenes.map(({ count }) => count));
    return html`<h2 id="title">${l10n.t('Where They Came From')}</h2>
      <div
        class="bars scrolls"
        role="listbox"
        aria-multiselectable="true"
        aria-labelledby="title"
        @keydown=${(event: KeyboardEvent) => this.roving.key(event)}
        @focusin=${(event: FocusEvent) => this.roving.focused(event)}
      >
        ${repeat(
          this.scenes,
          ({ code }) => code,
          (scene, index) => this.bar(scene, index, most),
        )}
      </div>`;
  }

  private bar({ code, label, known, count }: SceneBar, index: number, most: number): TemplateResult {
    const isChosen = this.chosen.includes(code);
    return html`<div
      role="option"
      tabindex=${this.roving.tabIndex(index, this.scenes.length)}
      aria-selected=${isChosen}
      aria-label=${l10n.t('{0}: {1}', visibleText(label), this.formats.number(count))}
      title=${visibleText(known ? `${label} · ${code}` : code)}
      @click=${() => this.choose(isChosen ? this.chosen.filter(one => one !== code) : [...this.chosen, code])}
    >
      <span class=${known ? 'label' : 'label code'}>${visibleText(label)}</span>
      <svg class="length" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
        ${svg`<rect class="bar" width=${(100 * count) / most} height="10"></rect>`}
      </svg>
      <span class="count">${this.formats.number(count)}</span>
    </div>`;
  }
}
