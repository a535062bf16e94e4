import assert from 'node:assert/strict';
import { type Page } from 'playwright-core';

import { type Batch } from '../../src/batch';
import { batchOf, follower, stranger, useTables } from './batchInWindow';
import { eventually, focused, usePageWindow } from './window';

describe('the focus', () => {
  const window = usePageWindow();
  const tables = useTables(window);
  let page: Page;
  let batch: Batch;

  async function open(pending = 0): Promise<void> {
    const people = Array.from({ length: 60 }, (_, n) => (n % 9 ? follower(n) : stranger(n)));
    batch = batchOf(people, pending);
    ({ page } = await tables.show(batch, tables.newViews()));
    await page.locator('lens-timeline [role=option]').first().waitFor();
  }
  afterEach(() => page.close());

  it('comes back from a menu to the button that opened it', async () => {
    await open();
    const button = page.getByRole('button', { name: 'Choose Columns' });
    await button.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menuitemcheckbox', { name: 'Remark' }).waitFor();
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await eventually(async () => assert.equal(await focused(page), 'BUTTON Choose Columns'));
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await eventually(async () => assert.equal(await focused(page), 'BUTTON Choose Columns'));
  });

  it('goes to the next filter when one is taken away, and to the field after the last one', async () => {
    await open();
    for (const bar of [0, 1]) await page.locator('lens-scene-chart [role=option]').nth(bar).click();
    const chips = page.getByTitle(/Remove this filter/);
    await eventually(async () => assert.equal(await chips.count(), 2));
    await chips.first().focus();
    await page.keyboard.press('Enter');
    await eventually(async () => assert.equal(await chips.count(), 1));
    await eventually(async () => assert.match(await focused(page), /^BUTTON/));
    await page.keyboard.press('Enter');
    await eventually(async () => assert.match(await focused(page), /Filter by text/));
  });

  it('goes to the title when the button that has it is gone: the same key must not press the next', async () => {
    await open(20);
    await page.getByRole('button', { name: 'Cancel' }).focus();
    await page.keyboard.down('Enter');
    batch.end('cancelled');
    await page.getByRole('button', { name: 'Resume' }).waitFor();
    await eventually(async () => assert.equal(await focused(page), 'H1 followers.csv'));
    // Held for a little too long.
    await page.keyboard.down('Enter');
    await page.keyboard.up('Enter');
    assert.deepEqual(
      window.done.commands.map(([command]) => command),
      ['wechatOpenid.cancelBatch'],
    );
  });

  it('lets the keys of VS Code through an open menu', async () => {
    await open();
    await page.evaluate(`
      globalThis.keys = [];
      addEventListener('keydown', event => keys.push([event.key, event.defaultPrevented]));
    `);
    await page.getByRole('grid').focus();
    await page.keyboard.press('Shift+F10');
    await page.getByRole('menuitem').first().waitFor();
    await page.keyboard.press('F1');
    await page.keyboard.press('Control+Shift+P');
    await page.keyboard.press('ArrowDown');
    const keys = await page.evaluate<[string, boolean][]>('keys');
    assert.deepEqual(
      keys.filter(([key]) => ['F1', 'P'].includes(key)),
      [
        ['F1', false],
        ['P', false],
      ],
    );
    await page.keyboard.press('Escape');
    await page.locator('#head-tags').click({ button: 'right' });
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('F1');
    assert.equal(
      (await page.evaluate<unknown[]>('keys')).filter(key => String(key) === 'F1,false').length,
      2,
    );
  });
});
