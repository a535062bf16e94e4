import assert from 'node:assert/strict';
import { type Page } from 'playwright-core';

import { batchOf, follower, openidOf, type ShownTable, useTables } from './batchInWindow';
import { eventually, focused, usePageWindow } from './window';

describe('the table by the keyboard', () => {
  const window = usePageWindow();
  const tables = useTables(window);
  let shown: ShownTable;
  let page: Page;

  beforeEach(async () => {
    const people = Array.from({ length: 60 }, (_, number) => follower(number));
    shown = await tables.show(batchOf(people), tables.newViews());
    ({ page } = shown);
    await page.locator('lens-timeline [role=option]').first().waitFor();
  });
  afterEach(async () => {
    shown.panel.dispose();
    await page.close();
  });

  const grid = () => page.getByRole('grid');

  it('keeps the text of the page from being selected along with its rows', async () => {
    const refused = () =>
      page.evaluate<unknown>(`(() => {
        let refused = 'nobody was asked';
        addEventListener('selectstart', event => (refused = event.defaultPrevented), { once: true });
        document.execCommand('selectAll');
        return refused;
      })()`);
    assert.equal(await refused(), false);
    await grid().focus();
    await page.keyboard.press('Control+a');
    await page.locator('.foot').getByText('60 selected').waitFor();
    assert.equal(await refused(), true);
  });

  it('picks two rows that are not beside each other, and copies them as a list for SQL', async () => {
    await grid().focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Control+ArrowDown');
    await page.keyboard.press('Control+ArrowDown');
    await page.keyboard.press('Control+Space');
    await eventually(async () => assert.equal(await page.locator('.row[aria-selected=true]').count(), 2));
    await eventually(async () => assert.deepEqual(await ids(), ['row-1', 'row-3']));
    await page.keyboard.press('Shift+F10');
    await page.getByRole('menuitem', { name: 'OpenIDs as SQL IN List' }).waitFor();
    for (let step = 0; step < 20; step++) {
      if ((await focused(page)).includes('SQL IN')) break;
      await page.keyboard.press('ArrowDown');
    }
    await page.keyboard.press('Enter');
    await eventually(() => assert.deepEqual(window.done.copied, [`('${openidOf(1)}', '${openidOf(3)}')`]));
  });

  async function ids(): Promise<(string | null)[]> {
    const rows = await page.locator('.row[aria-selected=true]').all();
    return Promise.all(rows.map(row => row.getAttribute('id')));
  }

  it('copies with Ctrl+C what is picked, and with Ctrl+Shift+C under its header', async () => {
    await page.locator('#row-2').click();
    await page.keyboard.press('Control+C');
    await page.keyboard.press('Control+Shift+C');
    await eventually(() => assert.equal(window.done.copied.length, 2));
    const [rows = '', withHeader = ''] = window.done.copied;
    assert.match(rows, new RegExp(`^Following\t${openidOf(2)}\t`));
    assert.equal(withHeader, `Outcome\tOpenID\tScene\tFollowed\tTags\tRemark\tUnionID\tFetched\n${rows}`);
  });

  it('opens the profile beside it at a click, and not where rows are picked with Ctrl or Shift', async () => {
    await page.locator('#row-1').click({ modifiers: ['Control'] });
    await page.locator('#row-3').click({ modifiers: ['Control'] });
    await page.locator('#row-5').click({ modifiers: ['Shift'] });
    await eventually(async () => assert.deepEqual(await ids(), ['row-3', 'row-4', 'row-5']));
    assert.equal(await page.getByRole('complementary').count(), 0);
    await page.locator('#row-1').click();
    await page.getByRole('complementary').waitFor();
  });

  it('sums up what is picked', async () => {
    await grid().focus();
    await page.keyboard.press('Control+A');
    await eventually(async () => {
      const foot = await page.locator('.foot').innerText();
      assert.match(foot, /60 selected/);
      assert.match(foot, /Following: 60/);
      assert.match(foot, /Followed Mar 1, 2024 – Apr 9, 2024/);
      assert.match(foot, /With unionid: 15, without: 45/);
    });
  });

  it('filters a column by a value from its menu, which the header opens', async () => {
    await grid().focus();
    await page.keyboard.press('ArrowUp');
    for (let step = 0; step < 5; step++) {
      if ((await grid().getAttribute('aria-activedescendant')) === 'head-tags') break;
      await page.keyboard.press('ArrowRight');
    }
    await page.keyboard.press('Alt+ArrowDown');
    const menu = page.getByRole('dialog', { name: 'Column: Tags' });
    const wanted = menu.getByRole('checkbox', { name: /Members/ });
    await wanted.waitFor();
    for (let step = 0; step < 20; step++) {
      if (/^INPUT Members/.test(await focused(page))) break;
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Space');
    await eventually(async () => assert.match(await result(), /^6 of 60 rows/));
    await page.keyboard.press('Escape');
    await eventually(async () => assert.match(await focused(page), /^grid/));
    await page.getByTitle('Tags: Members · Remove this filter').waitFor();
    assert.equal(await page.locator('#head-tags .more.filtered').count(), 1);
  });

  async function result(): Promise<string> {
    return page.locator('lens-filter-bar .result').innerText();
  }

  it('finds a text from row to row without hiding the others', async () => {
    await grid().focus();
    await page.keyboard.press('Control+f');
    await eventually(async () => assert.match(await focused(page), /Find/));
    await page.keyboard.type('客户 2');
    await eventually(async () =>
      assert.match(await page.locator('lens-find [role=status]').innerText(), /1 of 5/),
    );
    await page.keyboard.press('Enter');
    await eventually(async () =>
      assert.match(await page.locator('lens-find [role=status]').innerText(), /2 of 5/),
    );
    await eventually(async () => assert.deepEqual(await ids(), ['row-23']));
    await page.keyboard.press('Shift+Enter');
    await eventually(async () => assert.deepEqual(await ids(), ['row-21']));
    await eventually(async () => assert.equal(await result(), '60 rows'));
    await page.keyboard.press('Escape');
    await eventually(async () => assert.match(await focused(page), /^grid/));
  });

  it('freezes a column, so that it stays in sight', async () => {
    await page.locator('#head-openid').click({ button: 'right' });
    await page.getByRole('button', { name: 'Freeze up to Here' }).click();
    const openid = page.locator('#row-0 [role=gridcell]').nth(1);
    const before = await openid.boundingBox();
    const tags = page.locator('#head-tags');
    const left = async () => (await tags.boundingBox())?.x ?? 0;
    const start = await left();
    await page.mouse.move(600, 600);
    await page.mouse.wheel(600, 0);
    await eventually(async () => {
      assert.ok((await left()) < start - 100);
      assert.equal((await openid.boundingBox())?.x, before?.x);
    });
  });

  it('fits a column to what stands in it at a double click on its edge', async () => {
    const header = page.locator('#head-scene');
    const before = (await header.boundingBox())?.width ?? 0;
    await header.locator('.grip').dblclick();
    await eventually(async () => assert.ok(((await header.boundingBox())?.width ?? before) < before - 20));
  });
});
