import assert from 'node:assert/strict';
import { type Page } from 'playwright-core';

import { batchOf, day, follower, march, useTables } from './batchInWindow';
import { eventually, focused, usePageWindow } from './window';

describe('the timeline', () => {
  const window = usePageWindow();
  const tables = useTables(window);
  let page: Page;

  beforeEach(async () => {
    ({ page } = await tables.show(
      batchOf(Array.from({ length: 80 }, (_, number) => follower(number))),
      tables.newViews(),
    ));
    await page.locator('lens-timeline [role=option]').nth(39).waitFor();
  });
  afterEach(() => page.close());

  const bar = (at: number) => page.locator('lens-timeline [role=option]').nth(at);
  const picked = async () => page.locator('lens-timeline [role=option][aria-selected=true]').count();
  const rows = async () => (await page.locator('lens-filter-bar .result').innerText()).trim();

  it('grows and shrinks a span by the keyboard from where it was begun, as a text selection does', async () => {
    await bar(10).focus();
    await page.keyboard.press('Enter');
    await eventually(async () => assert.equal(await picked(), 1));
    for (let step = 0; step < 4; step++) await page.keyboard.press('Shift+ArrowRight');
    await eventually(async () => assert.equal(await picked(), 5));
    for (let step = 0; step < 2; step++) await page.keyboard.press('Shift+ArrowLeft');
    await eventually(async () => assert.equal(await picked(), 3));
    for (let step = 0; step < 4; step++) await page.keyboard.press('Shift+ArrowLeft');
    // As many as before, on the other side of where it began.
    await eventually(async () => assert.equal(await bar(8).getAttribute('aria-selected'), 'true'));
    await eventually(async () => assert.equal(await picked(), 3));
    await eventually(async () => assert.equal(await rows(), '6 of 80 rows'));
  });

  it('begins anew where the keyboard is when a span was brushed elsewhere', async () => {
    const plot = await page.locator('lens-timeline svg').boundingBox();
    assert.ok(plot);
    const at = (place: number) => plot.x + (plot.width * (place + 0.5)) / 40;
    await page.mouse.move(at(10), plot.y + 20);
    await page.mouse.down();
    await page.mouse.move(at(20), plot.y + 20, { steps: 4 });
    await page.mouse.up();
    await eventually(async () => assert.equal(await picked(), 11));
    await bar(0).focus();
    await page.keyboard.press('Shift+ArrowRight');
    await eventually(async () => assert.equal(await picked(), 2));
    await eventually(async () => assert.equal(await rows(), '4 of 80 rows'));
  });

  it('is one stop of Tab, where its keyboard was last', async () => {
    await bar(10).focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Shift+Tab');
    await eventually(async () =>
      assert.equal(await focused(page), `option ${await bar(11).getAttribute('aria-label')}`),
    );
    assert.equal(await page.locator('lens-timeline [role=option][tabindex="0"]').count(), 1);
  });
});

describe('the names below the timeline', () => {
  const window = usePageWindow();
  const tables = useTables(window);

  /** Whether a name runs into the next one, or out at the side. */
  const crowded = (page: Page) =>
    page.evaluate<string[]>(`(() => {
      const axis = document.querySelector('lens-batch').shadowRoot.querySelector('lens-timeline').shadowRoot.querySelector('.axis');
      const names = [...axis.children].filter(name => getComputedStyle(name).display !== 'none');
      const lefts = names.slice(1).map(name => name.getBoundingClientRect().left);
      lefts.push(axis.getBoundingClientRect().right);
      return names.filter((name, at) => name.getBoundingClientRect().right > lefts[at]).map(name => name.textContent);
    })()`);

  for (const language of ['en', 'zh-cn'] as const)
    for (const years of [0, 10])
      it(`stand apart over ${years === 0 ? 'days' : 'years'} in ${language}, however wide the page`, async () => {
        await window.speak(language);
        const people = Array.from({ length: 80 }, (_, number) =>
          follower(number, { subscribe_time: march + (number % 40) * day * (1 + years * 9) }),
        );
        const { page } = await tables.show(batchOf(people), tables.newViews());
        await page.locator('lens-timeline [role=option]').nth(20).waitFor();
        for (const width of [400, 620, 800, 920, 1010, 1200, 1600]) {
          await page.setViewportSize({ width, height: 700 });
          assert.deepEqual(await crowded(page), [], `${width} px`);
        }
        await page.close();
      });
});
