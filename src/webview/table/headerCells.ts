import { html, type TemplateResult } from 'lit';
import { type ColumnId, type ColumnLayout, type Query } from '../../protocol/batchView';
import { icon } from '../controls/icon';
import { columnName, moved, resized, shownColumns, toggled, widthOf } from './columns';

/** What the header changes. */
export interface HeaderHost {
  readonly layout: ColumnLayout;
  readonly sort: Query['sort'];
  /** `final` is false while the pointer still drags. */
  setLayout(layout: ColumnLayout, final: boolean): void;
  setSort(sort: Query['sort']): void;
  /** The header cells as they are now, with their right edges on the page. */
  cells(): { readonly column: ColumnId; readonly right: number }[];
}

const dragThreshold = 6;
const keyStep = 16;

/** The header of the table: click sorts, dragging moves or resizes a column, and keys do the same. */
export class HeaderCells {
  constructor(private readonly host: HeaderHost) {}

  template(active: ColumnId | undefined): TemplateResult[] {
    const { layout, sort } = this.host;
    return shownColumns(layout).map((column, index) => {
      const sorted = sort.column === column;
      const order = sorted ? (sort.descending ? 'descending' : 'ascending') : 'none';
      return html`<div
        role="columnheader"
        id=${`head-${column}`}
        class=${column === active ? 'active' : ''}
        aria-colindex=${index + 1}
        aria-sort=${order}
        @pointerdown=${(event: PointerEvent) => this.grab(event, column)}
        @click=${() => this.sortBy(column)}
      >
        <span class="text">${columnName(column)}</span>
        ${sorted ? icon(sort.descending ? 'arrow-down' : 'arrow-up') : ''}
        <span
          class="grip"
          @click=${(event: Event) => event.stopPropagation()}
          @pointerdown=${(event: PointerEvent) => this.grip(event, column)}
        ></span>
      </div>`;
    });
  }

  /** Up, down, and back to the order of the list. */
  sortBy(column: ColumnId): void {
    const { sort } = this.host;
    if (sort.column !== column) this.host.setSort({ column, descending: column === 'followedAt' });
    else if (sort.descending === (column === 'followedAt'))
      this.host.setSort({ column, descending: !sort.descending });
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
    else if (event.key === 'Delete') {
      this.host.setLayout(toggled(layout, column), true);
      return shownColumns(this.host.layout)[0];
    } else return undefined;
    return column;
  }

  private grip(event: PointerEvent, column: ColumnId): void {
    event.stopPropagation();
    const { layout } = this.host;
    const width = widthOf(column, layout);
    const at = (x: number) => resized(layout, column, width + x - event.clientX);
    follow(
      event,
      x => this.host.setLayout(at(x), false),
      x => this.host.setLayout(at(x), true),
    );
  }

  private grab(event: PointerEvent, column: ColumnId): void {
    if (event.button !== 0) return;
    const { layout } = this.host;
    // Those at the start: what is shown while dragging moves under the pointer.
    const cells = this.host.cells();
    const at = (x: number) => {
      const isDrag = Math.abs(x - event.clientX) >= dragThreshold;
      const to = isDrag ? cells.find(({ right }) => x < right)?.column : undefined;
      return to === undefined ? layout : moved(layout, column, to);
    };
    follow(
      event,
      x => this.host.setLayout(at(x), false),
      x => at(x) !== layout && this.host.setLayout(at(x), true),
    );
  }
}

/** Follows the pointer until it is let go. A click that ends a drag is not a click on the header. */
function follow(start: PointerEvent, move: (x: number) => void, end: (x: number) => void): void {
  const { currentTarget: target } = start;
  if (!(target instanceof HTMLElement)) return;
  target.setPointerCapture(start.pointerId);
  const ending = new AbortController();
  const { signal } = ending;
  target.addEventListener('pointermove', ({ clientX }) => move(clientX), { signal });
  target.addEventListener(
    'pointercancel',
    () => {
      ending.abort();
      end(start.clientX);
    },
    { signal },
  );
  target.addEventListener(
    'pointerup',
    ({ clientX }) => {
      ending.abort();
      if (Math.abs(clientX - start.clientX) >= dragThreshold)
        target.addEventListener('click', click => click.stopImmediatePropagation(), {
          once: true,
          capture: true,
        });
      end(clientX);
    },
    { signal },
  );
}
