import * as l10n from '@vscode/l10n';
import { html, nothing, svg, type TemplateResult } from 'lit';
import {
  type SpreadOf,
  type TableLayout,
  type TableQuery,
  type TableRow,
} from '../../../protocol/messages/tableMessages';
import { icon } from '../../controls/icon';
import { type Formats } from '../../text/formats';
import { visibleText } from '../../text/visibleText';
import { follow, isDrag } from '../drag';
import { type TableKind } from '../tableKind';
import { moved, resized, shownColumns, toggled, widthOf } from './columns';

/** What the header changes. */
export interface HeaderHost<C extends string, R extends TableRow, Q extends TableQuery<C>> {
  readonly kind: TableKind<C, R, Q>;
  readonly layout: TableLayout<C>;
  readonly query: Q;
  readonly formats: Formats;
  readonly spreads: readonly SpreadOf<C>[];
  /** `final` is false while the pointer still drags. */
  setLayout(layout: TableLayout<C>, final: boolean): void;
  setQuery(query: Q): void;
  openColumnMenu(column: C): void;
  /** Makes columns as wide as what stands in them. */
  fit(columns: readonly C[]): void;
  /** The header cells as they are now, with their right edges on the page. */
  cells(): { readonly column: C; readonly right: number }[];
}

const keyStep = 16;

/** The header of the table: click sorts, dragging moves or resizes a column, and keys do the same. */
export class HeaderCells<C extends string, R extends TableRow, Q extends TableQuery<C>> {
  constructor(private readonly host: HeaderHost<C, R, Q>) {}

  template(active: C | undefined, frozenClass: (index: number) => string): TemplateResult[] {
    const { layout, query, kind } = this.host;
    const { sort } = query;
    return shownColumns(layout).map((column, index) => {
      const sorted = sort.column === column;
      const order = sorted ? (sort.descending ? 'descending' : 'ascending') : 'none';
      const filtered = kind.filtering.isFiltered(query, column);
      const group = kind.groupOf?.(column);
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
        ${group === undefined ? nothing : html`<span class="group text" title=${visibleText(group)}>${visibleText(group)}</span>`}
        <span class="text">${visibleText(kind.labelOf(column))}</span>
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
  sortBy(column: C): void {
    const { kind, query } = this.host;
    const { sort } = query;
    const isTime = kind.isTime(column);
    const setSort = (by: Q['sort']) => this.host.setQuery({ ...query, sort: by });
    if (sort.column !== column) setSort({ column, descending: isTime });
    else if (sort.descending === isTime) setSort({ column, descending: !sort.descending });
    else setSort(kind.everything.sort);
  }

  /** Handles a key on a header cell; gives the column that the keyboard is on then. */
  key(event: KeyboardEvent, column: C): C | undefined {
    const { layout } = this.host;
    const columns = shownColumns(layout);
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    const neighbour = columns[columns.indexOf(column) + (step ?? 0)];
    if (step && event.shiftKey)
      this.host.setLayout(resized(layout, column, this.widthOf(column) + step * keyStep), true);
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

  private widthOf(column: C): number {
    return widthOf(column, this.host.layout, each => this.host.kind.widthOf(each));
  }

  /** The most frequent values beside each other, then all others; what is missing leaves the end empty. */
  private spread(column: C): unknown {
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

  private openMenu(event: MouseEvent, column: C): void {
    event.preventDefault();
    event.stopPropagation();
    this.host.openColumnMenu(column);
  }

  private grip(event: PointerEvent, column: C): void {
    event.stopPropagation();
    const { layout } = this.host;
    const width = this.widthOf(column);
    const at = (x: number) => resized(layout, column, width + x - event.clientX);
    follow(
      event,
      x => this.host.setLayout(at(x), false),
      x => x !== event.clientX && this.host.setLayout(at(x), true),
    );
  }

  private grab(event: PointerEvent, column: C): void {
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
