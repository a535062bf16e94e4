import * as l10n from '@vscode/l10n';
import { css, html, LitElement, nothing, svg, type SVGTemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { type Query, type Timeline } from '../../protocol/views/batchView';
import { type Formats } from '../text/formats';
import { chartStyles } from './chartStyles';
import { Roving } from './roving';
import { ticksOf } from './ticks';

type Period = NonNullable<Query['period']>;
type Bin = Timeline['bins'][number];

const heightUnits = 100;

/** When people came to follow. A bar filters by its time, brushing over several by theirs. */
@customElement('lens-timeline')
export class TimelineChart extends LitElement {
  static override styles = [
    chartStyles,
    css`
      .plot {
        position: relative;
        flex: 1;
        min-height: 72px;
        margin: 0 8px;
      }
      svg {
        position: absolute;
        inset: 0;
        width: 100%;
        height: 100%;
        border-bottom: 1px solid var(--vscode-charts-lines);
        touch-action: none;
        cursor: pointer;
        box-sizing: border-box;
        overflow: visible;
      }
      .target {
        fill: transparent;
      }
      [role='option'],
      [role='option']:focus-visible {
        /* An outline would be stretched with the plot. */
        outline: none;
      }
      [role='option']:hover .target {
        fill: var(--vscode-list-hoverBackground);
      }
      [role='option'][aria-selected='true'] .target {
        fill: var(--vscode-list-inactiveSelectionBackground);
      }
      [role='option']:focus-visible .target {
        stroke: var(--vscode-focusBorder);
        vector-effect: non-scaling-stroke;
      }
      svg.filtered [role='option']:not([aria-selected='true']) .bar {
        opacity: 0.45;
      }
      .axis {
        position: relative;
        height: 20px;
        margin: 0 8px;
        font-size: 0.9em;
        color: var(--vscode-descriptionForeground);
        white-space: nowrap;
        overflow: hidden;
      }
      .axis > span {
        position: absolute;
        top: 0;
        padding: 4px 0 0 4px;
        border-inline-start: 1px solid var(--vscode-charts-lines);
        line-height: 14px;
      }
      @container page (max-width: 1000px) {
        .axis > .minor {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) timeline?: Timeline;
  @property({ attribute: false }) period?: Period;
  @property({ attribute: false }) formats!: Formats;
  @property({ attribute: false }) choose!: (period: Period | undefined) => void;
  /** While the pointer brushes. */
  @state() private brushed?: Period;
  /** The bar under the pointer or the keyboard. */
  @state() private pointed: number | undefined;
  /** Where a span that the keyboard stretches was begun. */
  private anchor: number | undefined;
  private readonly roving = new Roving(this, (from, to, event) => this.stretch(from, to, event));

  override render(): unknown {
    const { timeline } = this;
    if (!timeline)
      return html`<h2>${l10n.t('When They Followed')}</h2>
        <p class="none">${l10n.t('No follow times.')}</p>`;
    const { bins } = timeline;
    const most = Math.max(1, ...bins.map(({ count }) => count));
    const shown = this.brushed ?? this.period;
    return html`<h2 id="title">
        ${l10n.t('When They Followed')}<span
          >${this.readout(bins) ?? mostLabel(timeline.unit, this.formats.number(most))}</span
        >
      </h2>
      <div class="plot">
        <svg
          class=${shown ? 'filtered' : ''}
          viewBox=${`0 0 ${places(bins)} ${heightUnits}`}
          preserveAspectRatio="none"
          role="listbox"
          aria-multiselectable="true"
          aria-labelledby="title"
          aria-orientation="horizontal"
          @keydown=${(event: KeyboardEvent) => this.onKey(event)}
          @focusin=${(event: FocusEvent) => this.roving.focused(event)}
          @pointerdown=${(event: PointerEvent) => this.brush(event, bins)}
          @pointerleave=${() => (this.pointed = undefined)}
        >
          ${bins.map((bin, index) => this.bar(bin, index, most, shown))}
        </svg>
      </div>
      <div class="axis" aria-hidden="true">
        ${ticksOf(bins.length, mostTicks(timeline.unit)).map(({ index, isMinor }) => this.tick(bins, index, isMinor))}
      </div>`;
  }

  private bar(bin: Bin, index: number, most: number, shown: Period | undefined): SVGTemplateResult {
    const height = (heightUnits * bin.count) / most;
    const isChosen = shown !== undefined && bin.from >= shown.from && bin.to <= shown.to;
    const label = this.barName(bin);
    return svg`<g
      role="option"
      tabindex=${this.roving.tabIndex(index, this.timeline?.bins.length ?? 0)}
      aria-selected=${isChosen}
      aria-label=${label}
      @click=${(event: MouseEvent) => event.detail === 0 && this.pickAt(bin, index)}
      @pointerenter=${() => (this.pointed = index)}
      @focus=${() => (this.pointed = index)}
      @blur=${() => (this.pointed = undefined)}
    >
      <rect class="target" x=${index} width="1" height=${heightUnits}></rect>
      ${bin.count === 0 ? nothing : svg`<rect class="bar" x=${index + 0.1} width="0.8" y=${heightUnits - height} height=${height}></rect>`}
    </g>`;
  }

  /** "March 2024", or the first day of a span. */
  private spanName({ from }: Bin): string {
    const unit = this.timeline?.unit ?? 'day';
    const day = this.formats.beijingDay(
      from * 1000,
      unit === 'year' ? 'year' : unit === 'month' ? 'month' : 'day',
    );
    return unit === 'week' || unit === 'quarter' ? l10n.t('from {0}', day) : day;
  }

  private barName(bin: Bin): string {
    return l10n.t('{0}: {1}', this.spanName(bin), this.formats.number(bin.count));
  }

  private readout(bins: readonly Bin[]): string | undefined {
    const bin = this.pointed === undefined ? undefined : bins[this.pointed];
    return bin && this.barName(bin);
  }

  private tick(bins: readonly Bin[], index: number, isMinor: boolean): unknown {
    const bin = bins[index];
    const place = (100 * index) / places(bins);
    // Its name would be cut.
    if (!bin || place > 85) return nothing;
    const label = this.formats.beijingDay(bin.from * 1000, tickPrecision(this.timeline?.unit));
    return html`<span class=${isMinor ? 'minor' : ''} .style=${`left:${place}%`}>${label}</span>`;
  }

  private onKey(event: KeyboardEvent): void {
    if (event.key === 'Escape' && this.period) this.choose(undefined);
    this.roving.key(event);
  }

  /** With Shift, from where the span was begun to where the keyboard is now, as in a selection of text. */
  private stretch(from: number, to: number, { shiftKey }: KeyboardEvent): void {
    if (!shiftKey) {
      this.anchor = undefined;
      return;
    }
    this.anchor ??= from;
    const bins = this.timeline?.bins ?? [];
    const [first, last] = [bins[Math.min(this.anchor, to)], bins[Math.max(this.anchor, to)]];
    if (first && last) this.choose({ from: first.from, to: last.to });
  }

  private pickAt(bin: Bin, index: number): void {
    this.anchor = index;
    this.pick(bin);
  }

  /** Picking the chosen bar again takes the filter away. */
  private pick({ from, to }: Bin): void {
    const isChosen = this.period?.from === from && this.period.to === to;
    this.choose(isChosen ? undefined : { from, to });
  }

  private brush(start: PointerEvent, bins: readonly Bin[]): void {
    const { currentTarget: plot } = start;
    if (!(plot instanceof SVGElement) || start.button !== 0) return;
    const { left, width } = plot.getBoundingClientRect();
    const binAt = (x: number) =>
      bins[Math.min(Math.max(Math.floor(((x - left) / width) * places(bins)), 0), bins.length - 1)];
    const first = binAt(start.clientX);
    if (!first) return;
    plot.setPointerCapture(start.pointerId);
    const ending = new AbortController();
    const { signal } = ending;
    const reach = (x: number): Period => {
      const last = binAt(x) ?? first;
      return { from: Math.min(first.from, last.from), to: Math.max(first.to, last.to) };
    };
    const end = (period?: Period) => {
      ending.abort();
      this.brushed = undefined;
      if (!period) return;
      if (period.from === first.from && period.to === first.to) this.pick(first);
      else this.choose(period);
    };
    plot.addEventListener('pointermove', ({ clientX }) => (this.brushed = reach(clientX)), { signal });
    plot.addEventListener('pointerup', ({ clientX }) => end(reach(clientX)), { signal });
    plot.addEventListener('pointercancel', () => end(), { signal });
  }
}

/** Takes the place of a vertical axis. */
function mostLabel(unit: Timeline['unit'], most: string): string {
  switch (unit) {
    case 'day':
      return l10n.t('peak: {0} a day', most);
    case 'week':
      return l10n.t('peak: {0} a week', most);
    case 'month':
      return l10n.t('peak: {0} a month', most);
    case 'quarter':
      return l10n.t('peak: {0} a quarter', most);
    case 'year':
      return l10n.t('peak: {0} a year', most);
  }
}

/** A single bar over the whole width would look like a mistake. */
const fewestPlaces = 8;

function places(bins: readonly Bin[]): number {
  return Math.max(bins.length, fewestPlaces);
}

/** A day takes twice the room of a month, in Chinese even more. */
function mostTicks(unit: Timeline['unit']): number {
  return tickPrecision(unit) === 'day' ? 4 : 6;
}

function tickPrecision(unit: Timeline['unit'] | undefined): 'day' | 'month' | 'year' {
  if (unit === 'year') return 'year';
  return unit === 'day' || unit === 'week' ? 'day' : 'month';
}
