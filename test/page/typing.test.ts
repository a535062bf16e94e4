import assert from 'node:assert/strict';
import { type CDPSession, type Page } from 'playwright-core';

import { batchOf, follower, type ShownTable, useTables } from './batchInWindow';
import { eventually, focused, usePageWindow } from './window';

/** As an input method does it: syllables come and go before there is a word. */
async function compose(input: CDPSession, ...states: readonly string[]): Promise<void> {
  for (const text of states)
    await input.send('Input.imeSetComposition', {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    });
}

describe('typing with an input method', () => {
  const window = usePageWindow();
  const tables = useTables(window);
  let shown: ShownTable;
  let page: Page;
  let input: CDPSession;
  /** What the page has posted. */
  let posted: Record<string, unknown>[];

  beforeEach(async () => {
    shown = await tables.show(batchOf(Array.from({ length: 60 }, (_, n) => follower(n))), tables.newViews());
    ({ page } = shown);
    input = await page.context().newCDPSession(page);
    posted = [];
    shown.panel.webview.onDidReceiveMessage((sent: { message: Record<string, unknown> }) =>
      posted.push(sent.message),
    );
    await page.locator('lens-timeline [role=option]').first().waitFor();
  });
  afterEach(async () => {
    shown.panel.dispose();
    await page.close();
  });

  const ofType = (type: string) => posted.filter(message => message['type'] === type);
  const typed = (): unknown[] => ofType('query').map(({ query }) => query);

  it('filters once, when the word is there, and leaves its arrows and Escape to it', async () => {
    const field = page.getByRole('textbox', { name: 'Filter by text' });
    await field.focus();
    await compose(input, 'k', 'ke', 'ke h', 'ke hu');
    for (const key of ['ArrowDown', 'Escape', 'Enter'])
      await field.dispatchEvent('keydown', { key, isComposing: true, bubbles: true, composed: true });
    await eventually(async () => assert.match(await focused(page), /Filter by text/));
    assert.deepEqual(typed(), []);
    await input.send('Input.insertText', { text: '客户' });
    await eventually(() => assert.equal(typed().length, 1));
    assert.deepEqual(
      (typed() as { text: string }[]).map(({ text }) => text),
      ['客户'],
    );
    await eventually(async () =>
      assert.equal(await page.locator('lens-filter-bar .result').innerText(), '30 of 60 rows'),
    );
  });

  it('searches the values of a column and its text once', async () => {
    await page.locator('#head-remark').click({ button: 'right' });
    await page.locator('.value').first().waitFor();
    posted.length = 0;
    await page.getByRole('textbox', { name: 'Search values' }).focus();
    await compose(input, 'k', 'ke', 'keh');
    await input.send('Input.insertText', { text: '客户 5' });
    await eventually(() => assert.equal(ofType('values').length, 1));
    assert.equal(ofType('values')[0]?.['search'], '客户 5');

    posted.length = 0;
    await page.getByRole('textbox', { name: 'Text in Remark' }).focus();
    await compose(input, 'k', 'ke', 'keh');
    await input.send('Input.insertText', { text: '客户 5' });
    await eventually(() => assert.equal(typed().length, 1));
  });

  it('finds once', async () => {
    await page.getByRole('grid').focus();
    await page.keyboard.press('Control+f');
    await eventually(async () => assert.match(await focused(page), /Find/));
    await compose(input, 'k', 'ke');
    await input.send('Input.insertText', { text: '客户' });
    await eventually(() =>
      assert.deepEqual(
        ofType('find').map(({ text }) => text),
        ['客户'],
      ),
    );
  });

  it('is no command of the table or a menu', async () => {
    const grid = page.getByRole('grid');
    await grid.focus();
    await eventually(() => assert.ok(ofType('activate').length > 0));
    posted.length = 0;
    for (const key of ['ArrowDown', ' ', 'a', 'Process'])
      await grid.dispatchEvent('keydown', { key, isComposing: key !== 'Process', bubbles: true });
    await page.getByRole('button', { name: 'Choose Columns' }).click();
    const item = page.getByRole('menuitemcheckbox').first();
    await item.waitFor();
    await item.dispatchEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true, composed: true });
    const bar = page.locator('lens-scene-chart [role=option]').first();
    await bar.focus();
    await bar.dispatchEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true });
    assert.deepEqual(
      posted.map(({ type }) => type),
      [],
    );
  });
});
