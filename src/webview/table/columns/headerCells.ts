import * as l10n from '@vscode/l10n';
import { html, nothing, svg, type TemplateResult } from 'lit';
import { type ColumnId, type ColumnLayout, type Query, type Spread } from '../../../protocol/batchView';
import { columnLabel } from '../../../protocol/labels';
import { icon } from '../../controls/icon';
import { type Formats } from '../../text/formats';
import { follow, isDrag } from '../drag';
import { isFiltered } from './columnFilters';
import { moved, resized, shownColumns, toggled, widthOf } from './columns';

/** What the header changes. */
export interface HeaderHost {
  readonly layout: ColumnLayout;
  readonly query: Query;
  readonly formats: Formats;
  readonly spreads: readonly Spread[];
  /** `final` is false while the pointer still drags. */
  setLayout(layout: ColumnLayout, final: boolean): void;
  setSort(sort: Query['sort']): void;
  openColumnMenu(column: ColumnId): void;
  /** Makes columns as wide as what stands in them. */
  fit(columns: readonly ColumnId[]): void;
  /** The header cells as they are now, with their right edges on the page. */
  cells(): { readonly column: ColumnId; readonly right: number }[];
}

const keyStep = 16;

/** The header of the table: click sorts, dragging moves or resizes a column, and keys do the same. */
export class HeaderCells {
  constructor(private readonly host: HeaderHost) {}

  template(active: ColumnId | undefined, frozenClass: (index: number) => string): TemplateResult[] {
    const { layout, query } = this.host;
    const { sort } = query;
    return shownColumns(layout).map((column, index) => {
      const sorted = sort.column === column;
      const order = sorted ? (sort.descending ? 'descending' : 'ascending') : 'none';
      const filtered = isFiltered(query, column);
      return html`<div
        role="columnheader"
        id=${`head-${column}`}
        class=${`${column === active ? 'active' : ''} ${frozenClass(index)}`}
        aria-colindex=${index + 1}
        aria-sort=${order}
        @pointerdown=${(event: PointerEvent) => this.grab(event, column)}
        @click=${() => this.sortBy(column)}
        @contextmenu=${(event: MouseEvent) => this.openMenu(event, column)}
      >
        <span class="text">${columnLabel(column)}</span>
        ${sorted ? icon(sort.descending ? 'arrow-down' : 'arrow-up') : nothing}
        <span
          class=${filtered ? 'more filtered' : 'more'}
          title=${l10n.t('Sort, Filter and More')}
          @pointerdown=${(event: Event) => event.stopPropagation()}
          @click=${(event: MouseEvent) => this.openMenu(event, column)}
          >${icon(filtered ? 'filter' : 'chevron-down')}</span
        >
        ${this.spread(column)}
        <span
          class="grip"
          @click=${(event: Event) => event.stopPropagation()}
          @dblclick=${() => this.host.fit([column])}
          @pointerdown=${(event: PointerEvent) => this.grip(event, column)}
        ></span>
      </div>`;
    });
  }

  /** Up, down, and back to the order of the list. */
  sortBy(column: ColumnId): void {
    const { sort } = this.host.query;
    if (sort.column !== column) this.host.setSort({ column, descending: isTime(column) });
    else if (sort.descending === isTime(column)) this.host.setSort({ column, descending: !sort.descending });
    else this.host.setSort({ column: 'place', descending: false });
  }

  /** Handles a key on a header cell; gives the column that the keyboard is on then. */
  key(event: KeyboardEvent, column: ColumnId): ColumnId | undefined {
    const { layout } = this.host;
    const columns = shownColumns(layout);
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    const neighbour = columns[columns.indexOf(column) + (step ?? 0)];
    if (step && event.shiftKey)
      this.host.setLayout(resized(layout, column, widthOf(column, layout) + step * keyStep), true);
    else if (step && event.altKey && neighbour) this.host.setLayout(moved(layout, column, neighbour), true);
    else if (step) return neighbour ?? column;
    else if (event.key === 'Enter' || event.key === ' ') this.sortBy(column);
    else if (
      (event.key === 'ArrowDown' && event.altKey) ||
      event.key === 'ContextMenu' ||
      (event.key === 'F10' && event.shiftKey)
    )
      this.host.openColumnMenu(column);
    else if (event.key === 'Delete') {
      this.host.setLayout(toggled(layout, column), true);
      return shownColumns(this.host.layout)[0];
    } else return undefined;
    return column;
  }

  /** The most frequent values beside each other, then all others; what is missing leaves the end empty. */
  private spread(column: ColumnId): unknown {
    const spread = this.host.spreads.find(one => one.column === column);
    if (!spread || spread.distinct === 0) return nothing;
    const { distinct, missing, top } = spread;
    const { formats } = this.host;
    const filled = Math.max(1, ...[top.reduce((sum, count) => sum + count, 0)]);
    const total = Math.max(filled + missing, 1);
    let at = 0;
    const bars = (distinct > top.length ? [filled] : top).map((count, index) => {
      const x = at;
      at += (100 * count) / total;
      return svg`<rect class=${index % 2 ? 'odd' : ''} x=${x} width=${Math.max(at - x - 0.4, 0.4)} height="4"></rect>`;
    });
    const share = formats.number(Math.round((100 * missing) / total));
    const title = [
      l10n.t('Different values: {0}', formats.number(distinct)),
      missing > 0 && l10n.t('without: {0}%', share),
    ].filter(Boolean);
    return html`<svg class="spread" viewBox="0 0 100 4" preserveAspectRatio="none" role="presentation">
      <title>${title.join(' · ')}</title>
      ${bars}
    </svg>`;
  }

  private openMenu(event: MouseEvent, column: ColumnId): void {
    event.preventDefault();
    event.stopPropagation();
    this.host.openColumnMenu(column);
  }

  private grip(event: PointerEvent, column: ColumnId): void {
    event.stopPropagation();
    const { layout } = this.host;
    const width = widthOf(column, layout);
    const at = (x: number) => resized(layout, column, width + x - event.clientX);
    follow(
      event,
      x => this.host.setLayout(at(x), false),
      x => x !== event.clientX && this.host.setLayout(at(x), true),
    );
  }

  private grab(event: PointerEvent, column: ColumnId): void {
    if (event.button !== 0) return;
    const { layout } = this.host;
    // Those at the start: what is shown while dragging moves under the pointer.
    const cells = this.host.cells();
    const at = (x: number) => {
      const to = isDrag(x - event.clientX) ? cells.find(({ right }) => x < right)?.column : undefined;
      return to === undefined ? layout : moved(layout, column, to);
    };
    follow(
      event,
      x => this.host.setLayout(at(x), false),
      x => at(x) !== layout && this.host.setLayout(at(x), true),
    );
  }
}

/** The latest is what one wants to see first. */
function isTime(column: ColumnId): boolean {
  return column === 'followedAt' || column === 'fetchedAt';
}
