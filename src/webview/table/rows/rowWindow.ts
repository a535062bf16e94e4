import { elementScroll, observeElementOffset, observeElementRect, Virtualizer } from '@tanstack/virtual-core';
import { type ReactiveController, type ReactiveControllerHost } from 'lit';

const rowHeight = 24;
const plainHeader = 28;
/** With the name of a group above that of the column. */
const groupedHeader = 44;

/** Which rows are on the screen. They are all of one height, below a header that stays in sight. */
export class RowWindow implements ReactiveController {
  private header = plainHeader;
  private readonly virtualizer: Virtualizer<HTMLElement, HTMLElement>;
  private unmount?: () => void;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly scroller: () => HTMLElement | null,
  ) {
    host.addController(this);
    this.virtualizer = new Virtualizer<HTMLElement, HTMLElement>(this.options(0));
  }

  hostUpdated(): void {
    this.unmount ??= this.virtualizer._didMount();
    this.virtualizer._willUpdate();
  }

  hostDisconnected(): void {
    this.unmount?.();
    this.unmount = undefined;
  }

  get count(): number {
    return this.virtualizer.options.count;
  }

  set count(count: number) {
    // The virtualizer builds a list as long as the table for each new count.
    if (count !== this.count) this.virtualizer.setOptions(this.options(count));
  }

  /** Whether columns have the name of a group above theirs. */
  set isGrouped(isGrouped: boolean) {
    const header = isGrouped ? groupedHeader : plainHeader;
    if (header === this.header) return;
    this.header = header;
    this.virtualizer.setOptions(this.options(this.count));
  }

  get height(): number {
    return this.virtualizer.getTotalSize();
  }

  /** Positions of the rows to draw, and how far down each belongs. */
  get rows(): { readonly position: number; readonly offset: number }[] {
    return this.virtualizer
      .getVirtualItems()
      .map(({ index, start }) => ({ position: index, offset: start - this.header }));
  }

  /** The first and last row in sight, the last perhaps in part. */
  get inSight(): { readonly first: number; readonly last: number } {
    const top = this.scroller()?.scrollTop ?? 0;
    const first = Math.floor(top / rowHeight);
    return { first, last: Math.min(first + this.page, this.count - 1) };
  }

  /** Rows that fit below the header. */
  get page(): number {
    return Math.max(1, Math.floor(((this.scroller()?.clientHeight ?? 0) - this.header) / rowHeight));
  }

  /** Scrolls as little as it takes to see a row. */
  reveal(position: number): void {
    this.virtualizer.scrollToIndex(position, { align: 'auto' });
  }

  scrollToTop(position: number): void {
    this.virtualizer.scrollToOffset(position * rowHeight);
  }

  private options(count: number) {
    return {
      count,
      getScrollElement: this.scroller,
      estimateSize: () => rowHeight,
      scrollMargin: this.header,
      scrollPaddingStart: this.header,
      overscan: 8,
      observeElementRect,
      observeElementOffset,
      scrollToFn: elementScroll,
      onChange: () => this.host.requestUpdate(),
    };
  }
}
