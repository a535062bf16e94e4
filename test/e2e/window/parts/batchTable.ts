import assert from 'node:assert/strict';
import type { FrameLocator, Locator } from 'playwright-core';
import * as v from 'valibot';
import { eventually } from '../checks/eventually';
import type { VSCodeWindow } from '../vscodeWindow';

const Place = v.object({
  rows: v.string(),
  filters: v.array(v.string()),
  sortedBy: v.array(v.string()),
  firstInSight: v.string(),
  current: v.nullable(v.string()),
  picked: v.array(v.string()),
  pane: v.boolean(),
});

/** Where a reader is in a table: the filters, the order, the first row in sight, the current and the picked ones. */
export type Place = v.InferOutput<typeof Place>;

const placeScript = `(() => {
  const page = document.querySelector('lens-batch').shadowRoot;
  const part = name => page.querySelector(name).shadowRoot;
  const table = part('lens-table');
  const text = element => element?.textContent.replace(/\\s+/g, ' ').trim() ?? '';
  const scroller = table.querySelector('.scroller');
  const top = scroller.getBoundingClientRect().top + 28;
  const inSight = [...table.querySelectorAll('.row')].find(row => row.getBoundingClientRect().bottom > top + 1);
  return {
    rows: [table.querySelector('.foot > span'), part('lens-filter-bar').querySelector('.result')].map(text).filter(Boolean).join(' · '),
    filters: [...part('lens-filter-bar').querySelectorAll('.chip.filter')].map(text),
    sortedBy: [...table.querySelectorAll('[aria-sort]:not([aria-sort=none])')].map(head => head.id + ' ' + head.ariaSort),
    firstInSight: text(inSight?.querySelectorAll('[role=gridcell]')[1]),
    current: scroller.getAttribute('aria-activedescendant'),
    picked: [...table.querySelectorAll('.row[aria-selected=true]')].map(row => row.id),
    pane: page.querySelector('aside') !== null,
  };
})()`;

/** The table of the batch in front. */
export class BatchTable {
  constructor(private readonly window: VSCodeWindow) {}

  private get page(): FrameLocator {
    return this.window.webview;
  }

  get grid(): Locator {
    return this.page.getByRole('grid');
  }

  get filter(): Locator {
    return this.page.getByRole('textbox', { name: 'Filter by text' });
  }

  /** The row at a position from 0 among those that the filters let through. */
  row(position: number): Locator {
    return this.page.locator(`#row-${position}`);
  }

  /** Waits until the chips that filter by outcome say this, in their order. */
  async expectCounts(expected: readonly string[]): Promise<void> {
    const chips = this.page.getByRole('group', { name: 'Filter by outcome' }).getByRole('button');
    await eventually(async () => {
      const texts = await chips.allInnerTexts();
      assert.deepEqual(
        texts.map(text => text.replace(/\s+/g, ' ').trim().replace(/^\W+/u, '')),
        expected,
      );
    });
  }

  async place(): Promise<Place> {
    return v.parse(Place, await this.evaluate(placeScript));
  }

  /** Rows that the page holds as elements, seen or not. */
  async rowElements(): Promise<number> {
    return v.parse(v.number(), await this.evaluate(inTable('table.querySelectorAll(".row").length')));
  }

  async scrollTo(row: number): Promise<void> {
    await this.evaluate(inTable(`void (table.querySelector('.scroller').scrollTop = ${row} * 24)`));
  }

  private async evaluate(script: string): Promise<unknown> {
    return (await this.window.webviewFrame()).evaluate(script);
  }
}

function inTable(expression: string): string {
  return `(table => ${expression})(document.querySelector('lens-batch').shadowRoot.querySelector('lens-table').shadowRoot)`;
}
