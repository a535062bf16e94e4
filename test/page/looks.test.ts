import assert from 'node:assert/strict';
import { type Page } from 'playwright-core';

import { assertAccessible } from '../e2e/window/checks/axe';
import { batchOf, follower, stranger, useTables } from './batchInWindow';
import { usePageWindow } from './window';
import { themes, type ThemeName } from './window/themes';

describe('the table of a batch', () => {
  const window = usePageWindow();
  const tables = useTables(window);
  const people = Array.from({ length: 300 }, (_, n) => (n % 17 ? follower(n) : stranger(n)));

  async function open(theme: ThemeName, viewport?: { width: number; height: number }): Promise<Page> {
    await window.newContext(theme, viewport);
    const { page } = await tables.show(batchOf(people), tables.newViews());
    await page.locator('lens-timeline [role=option]').first().waitFor();
    return page;
  }

  for (const theme of Object.keys(themes) as ThemeName[]) {
    it(`is accessible in ${theme}, with its menus open, too`, async () => {
      const page = await open(theme);
      const check = (what: string) => assertAccessible(page.mainFrame(), `${what} in ${theme}`);
      await page.locator('#row-3').click();
      await page.locator('#row-6').click({ modifiers: ['Shift'] });
      await page.locator('.foot').waitFor();
      await check('the table');
      await window.screenshot(page, `table-${theme}`);
      await page.locator('#head-tags').click({ button: 'right' });
      await page.locator('lens-column-menu .value').first().waitFor();
      await check('a column menu');
      await window.screenshot(page, `column-menu-${theme}`);
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Copy as…' }).click();
      await page.getByRole('menuitem').first().waitFor();
      await check('the menu of copies');
      await page.keyboard.press('Escape');
      await page.getByRole('grid').focus();
      await page.keyboard.press('Control+f');
      await page.keyboard.type('客户');
      await check('the find bar');
      window.assertCalm();
    });
  }

  it('draws chips and tags with an outline where the theme has no colour for it', async () => {
    const page = await open('dark');
    for (const part of ['lens-filter-bar .chip', 'lens-table .tag']) {
      const border = await styleOf(page, part);
      assert.match(border, /^1px solid (?!rgba\(0, 0, 0, 0\))/, part);
    }
  });

  async function styleOf(page: Page, selector: string): Promise<string> {
    const [host = '', inner = ''] = selector.split(' ');
    return page.evaluate<string>(`(() => {
      const element = document.querySelector('lens-batch').shadowRoot.querySelector('${host}').shadowRoot.querySelector('${inner}');
      const { borderTopWidth, borderTopStyle, borderTopColor } = getComputedStyle(element);
      return [borderTopWidth, borderTopStyle, borderTopColor].join(' ');
    })()`);
  }

  it('leaves nearly all of a screen to the rows once its charts are folded', async () => {
    const page = await open('dark');
    const top = async () => (await page.locator('lens-table').boundingBox())?.y ?? 999;
    assert.ok((await top()) < 280, `${await top()}`);
    await page.getByRole('button', { name: 'Hide Charts' }).click();
    await page.locator('lens-timeline').waitFor({ state: 'detached' });
    assert.ok((await top()) < 130, `${await top()}`);
    await window.screenshot(page, 'table-folded');
    await page.getByRole('button', { name: 'Show Charts' }).click();
    await page.locator('lens-timeline').waitFor();
  });

  for (const width of [400, 600]) {
    it(`fits into ${width} px`, async () => {
      const page = await open('light', { width, height: 800 });
      const wide = await page.evaluate<number>('document.documentElement.scrollWidth');
      assert.ok(wide <= width, `${wide}`);
      await page.locator('#head-openid').click({ button: 'right' });
      const menu = await page.locator('lens-column-menu').boundingBox();
      assert.ok(menu && menu.x >= 0 && menu.x + menu.width <= width);
      await window.screenshot(page, `table-${width}`);
    });
  }
});
