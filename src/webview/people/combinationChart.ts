import * as l10n from '@vscode/l10n';
import { css, html, LitElement, nothing, svg, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { type CombinationBar, type PeopleAccount } from '../../protocol/views/peopleView';
import { barListStyles } from '../charts/barListStyles';
import { chartStyles } from '../charts/chartStyles';
import { Roving } from '../charts/roving';
import { scrollbars } from '../controls/scrollbars';
import { type Formats } from '../text/formats';
import { visibleText } from '../text/visibleText';

const dot = 14;
/** More accounts than that have no dots: the names beside the bar say which. */
const mostDots = 12;

/**
 * How many persons are in, or follow, exactly which accounts: a bar for each combination, with a dot for each account,
 * and the same in words. Each bar is a filter.
 */
@customElement('lens-combinations')
export class CombinationChart extends LitElement {
  static override styles = [
    chartStyles,
    barListStyles,
    scrollbars,
    css`
      .bars {
        grid-template-columns: auto fit-content(50%) minmax(40px, 1fr) max-content;
      }
      .dot {
        fill: none;
        stroke: var(--vscode-descriptionForeground);
        opacity: 0.5;
      }
      .dot.on {
        fill: var(--vscode-foreground);
        stroke: var(--vscode-foreground);
        opacity: 1;
      }
      .join {
        stroke: var(--vscode-foreground);
        stroke-width: 2;
      }
      .more {
        margin: 2px 8px 0;
        color: var(--vscode-descriptionForeground);
      }
      @container page (max-width: 480px) {
        .bars {
          grid-template-columns: auto minmax(0, 1fr) 60px max-content;
        }
      }
    `,
  ];

  @property({ attribute: false }) heading = '';
  @property({ attribute: false }) bars: readonly CombinationBar[] = [];
  @property({ attribute: false }) accounts: readonly PeopleAccount[] = [];
  /** Combinations beyond those that are drawn. */
  @property({ attribute: false }) more: { readonly count: number; readonly persons: number } | undefined;
  /** Ids of the bars that the table is filtered by. */
  @property({ attribute: false }) chosen: readonly string[] = [];
  @property({ attribute: false }) formats!: Formats;
  @property({ attribute: false }) choose!: (id: string) => void;

  private readonly roving = new Roving(this);

  override render(): unknown {
    const { bars, more, formats } = this;
    if (bars.length === 0)
      return html`<h2>${this.heading}</h2>
        <p class="none">${l10n.t('Nobody has a unionid yet.')}</p>`;
    const most = Math.max(1, ...bars.map(({ count }) => count));
    return html`<h2 id="title">${this.heading}</h2>
      <div
        class="bars scrolls"
        role="listbox"
        aria-multiselectable="true"
        aria-labelledby="title"
        @keydown=${(event: KeyboardEvent) => this.roving.key(event)}
        @focusin=${(event: FocusEvent) => this.roving.focused(event)}
      >
        ${repeat(
          bars,
          ({ id }) => id,
          (bar, index) => this.bar(bar, index, most),
        )}
      </div>
      ${
        more && more.count > 0
          ? html`<p class="more">
              ${l10n.t(
                'Combinations that are not drawn: {0}, with {1} persons.',
                formats.number(more.count),
                formats.number(more.persons),
              )}
            </p>`
          : nothing
      }`;
  }

  private bar({ id, label, members, count }: CombinationBar, index: number, most: number): TemplateResult {
    const name = visibleText(label);
    return html`<div
      role="option"
      tabindex=${this.roving.tabIndex(index, this.bars.length)}
      aria-selected=${this.chosen.includes(id)}
      aria-label=${l10n.t('{0}: {1}', name, this.formats.number(count))}
      title=${name}
      @click=${() => this.choose(id)}
    >
      ${this.dots(members)}
      <span class="label">${name}</span>
      <svg class="length" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
        ${svg`<rect class="bar" width=${Math.max((100 * count) / most, count > 0 ? 0.5 : 0)} height="10"></rect>`}
      </svg>
      <span class="count">${this.formats.number(count)}</span>
    </div>`;
  }

  private dots(members: readonly number[]): TemplateResult {
    const { length } = this.accounts;
    if (length > mostDots || length < 2) return html`<span></span>`;
    const x = (place: number) => place * dot + dot / 2;
    const [first = 0, last = 0] = [members[0], members.at(-1)];
    return html`<svg
      width=${length * dot}
      height=${dot}
      viewBox=${`0 0 ${length * dot} ${dot}`}
      aria-hidden="true"
    >
      ${
        members.length > 1
          ? svg`<line class="join" x1=${x(first)} x2=${x(last)} y1=${dot / 2} y2=${dot / 2}></line>`
          : nothing
      }
      ${this.accounts.map(
        (_, place) =>
          svg`<circle class=${members.includes(place) ? 'dot on' : 'dot'} cx=${x(place)} cy=${dot / 2} r="4"></circle>`,
      )}
    </svg>`;
  }
}
