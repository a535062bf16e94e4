import assert from 'node:assert/strict';
import * as v from 'valibot';

import { type SimulatedWeChat, startWeChat } from '../../wechat';
import { filesHolding } from '../filesHolding';
import { storeBatch } from './storedBatch';
import { eventually, useWindow } from '../window';
import { BatchTable } from '../window/parts/batchTable';

const total = 100_000;
/** About a hundred elements; a screen shows some 15 to 40 rows. */
const mostElements = 100;

/** Role and name of what has the keyboard inside a webview, through its shadow roots. */
const focusScript = `(() => {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return [element?.role ?? element?.tagName ?? '', element?.ariaLabel ?? ''].join(' ');
})()`;

describe(`a table of ${total.toLocaleString('en')} rows`, () => {
  let wechat: SimulatedWeChat;
  let openids: string[];

  before(async () => {
    wechat = await startWeChat({ followers: total * 1.1 });
    openids = wechat.accounts[0].openids({ state: 'following' }, total);
  });
  after(() => wechat.close());
  const opened = useWindow(() => ({ wechat, files: { 'notes.txt': 'Something else to look at.' } }));

  before('a batch of the past', async () => {
    await storeBatch(opened().storageFolder, wechat.accounts[0], { openids, source: 'followers.csv' });
  });

  it('is opened, filtered by a scene, and gives a row and its openid, by the keyboard alone', async () => {
    const { window } = opened();
    const table = new BatchTable(window);
    const { keyboard } = window.page;
    await openBatch();
    await table.row(0).waitFor();
    await eventually(async () => assert.equal((await table.place()).rows, '100,000 rows'));
    await window.webview.getByRole('option').first().waitFor();

    const option = await tabTo(/^option /);
    assert.match(option, /^option (QR code scan|Official Account search): /);
    await keyboard.press('ArrowDown');
    await keyboard.press('Enter');
    await eventually(async () => assert.match((await table.place()).rows, /^2\d,\d{3} of 100,000 rows$/));
    const { filters } = await table.place();
    assert.equal(filters.length, 1);

    await tabTo(/^grid /);
    await keyboard.press('ArrowDown');
    await keyboard.press('Enter');
    const pane = window.webview.getByRole('complementary');
    const current = await window.webview.locator('.row.active').innerText();
    // The profile of the row comes a moment after the row.
    const heading = await eventually(async () => {
      const text = (await pane.getByRole('heading').first().innerText()).trim();
      assert.ok(current.includes(text));
      return text;
    });
    assert.ok(openids.includes(heading));
    await keyboard.press('Shift+F10');
    await window.webview.getByRole('menuitem', { name: 'Copy OpenID', exact: true }).waitFor();
    await keyboard.press('Enter');
    await eventually(async () => assert.equal(await window.clipboard(), heading));
    await window.screenshot('table-by-keyboard');
    await keyboard.press('Escape');
    await pane.waitFor({ state: 'hidden' });
  });

  it('is at the same place with the same filter when shown again, moved to another group or window, and reloaded', async () => {
    const { window } = opened();
    const table = new BatchTable(window);
    const first = await table.row(0).innerText();
    await window.webview.getByRole('columnheader', { name: 'Followed' }).click();
    await eventually(async () =>
      assert.deepEqual((await table.place()).sortedBy, ['head-followedAt descending']),
    );
    // The head tells the order before the rows have it, and a click takes the person that was seen.
    await eventually(async () => assert.notEqual(await table.row(0).innerText(), first));
    await table.scrollTo(5000);
    await table.row(5003).click();
    const place = await eventually(async () => {
      const at = await table.place();
      assert.equal(at.current, 'row-5003');
      assert.deepEqual([at.picked, at.pane], [['row-5003'], true]);
      assert.notEqual(at.firstInSight, '');
      return at;
    });
    const same = () => eventually(async () => assert.deepEqual(await table.place(), place));

    await window.editor.open('notes.txt');
    await window.editor.tab('followers.csv').click();
    await same();
    await window.webview.locator('.row[aria-selected=true]').waitFor();

    await window.run('View: Move Editor into Right Group');
    await same();

    const moved = await window.moveEditorOut();
    const movedTable = new BatchTable(moved);
    await eventually(async () => assert.deepEqual(await movedTable.place(), place));
    await moved.run('View: Restore Editors into Main Window');
    await same();

    await window.reload();
    // Its page may be made twice meanwhile, and a locator goes on waiting in the first.
    await eventually(async () => assert.deepEqual(await table.place(), place));
    await window.screenshot('table-reloaded');
  });

  it('builds few row elements, reaches the last row, and keeps the selection', async () => {
    const { window } = opened();
    const table = new BatchTable(window);
    for (const chip of await window.webview.getByTitle(/Remove this filter/).all()) await chip.click();
    await eventually(async () => assert.equal((await table.place()).rows, '100,000 rows'));
    await table.grid.focus();
    await window.page.keyboard.press('Home');
    await table.row(0).waitFor();
    await window.page.keyboard.press('Shift+ArrowDown');
    await eventually(async () => assert.match((await table.place()).rows, /^2 selected/));

    let most = 0;
    for (let time = 0; time < 40; time++) {
      await window.page.mouse.wheel(0, 7_000);
      await window.page.keyboard.press('Shift+Tab');
      most = Math.max(most, await table.rowElements());
    }
    await table.grid.focus();
    await table.scrollTo(total);
    await eventually(async () => assert.notEqual(await table.row(total - 1).innerText(), ''));
    most = Math.max(most, await table.rowElements());
    assert.ok(most <= mostElements, `${most} row elements`);
    assert.ok(most > 10, `${most} row elements`);

    await window.webview.getByRole('columnheader', { name: 'OpenID' }).click();
    await eventually(async () => assert.deepEqual((await table.place()).sortedBy, ['head-openid ascending']));
    assert.match((await table.place()).rows, /^2 selected/);
    await window.webview.getByRole('columnheader', { name: 'OpenID' }).click();
    await eventually(async () =>
      assert.deepEqual((await table.place()).sortedBy, ['head-openid descending']),
    );
    await window.webview.getByRole('columnheader', { name: 'OpenID' }).click();
    await eventually(async () => assert.deepEqual((await table.place()).sortedBy, []));
  });

  it('filters by a period that is brushed, and keeps the columns that were chosen', async () => {
    const { window, storageFolder } = opened();
    const table = new BatchTable(window);
    const { mouse } = window.page;
    const plot =
      (await window.webview.locator('lens-timeline svg').boundingBox()) ?? assert.fail('no timeline');
    await mouse.move(plot.x + plot.width * 0.3, plot.y + plot.height / 2);
    await mouse.down();
    await mouse.move(plot.x + plot.width * 0.6, plot.y + plot.height / 2, { steps: 4 });
    await mouse.up();
    await eventually(async () => assert.match((await table.place()).rows, /\d,\d{3} of 100,000 rows$/));
    assert.equal((await table.place()).filters.length, 1);
    await window.webview.getByTitle(/Remove this filter/).click();
    await eventually(async () => assert.deepEqual((await table.place()).filters, []));

    const tags = window.webview.getByRole('columnheader', { name: 'Tags' });
    await tags.waitFor();
    await window.webview.getByRole('button', { name: 'Choose Columns' }).click();
    await window.webview.getByRole('menuitemcheckbox', { name: 'Tags' }).click();
    await tags.waitFor({ state: 'detached' });
    // What the page said a moment ago may still be on its way to the extension, and a reload stops it.
    await eventually(async () =>
      assert.equal((await filesHolding(storageFolder, '"hidden":["place","qrScene","tags"]')).length, 1),
    );
    await window.reload();
    await openBatch();
    assert.equal(await tags.count(), 0);
  });

  /** By the keyboard. What VS Code restores after a reload may take the keyboard away at any moment. */
  async function openBatch(): Promise<void> {
    const { window } = opened();
    const { keyboard } = window.page;
    await eventually(async patience => {
      await keyboard.press('Escape');
      await keyboard.press('F1');
      await keyboard.type('WeChat: Open Batch');
      await window.quickInput.row('WeChat: Open Batch…').waitFor({ timeout: 2 * patience });
      await keyboard.press('Enter');
      await window.quickInput.row('followers.csv').waitFor({ timeout: 2 * patience });
      await keyboard.press('Enter');
      await window.webview.getByRole('columnheader', { name: 'OpenID' }).waitFor({ timeout: 4 * patience });
    });
  }

  /** Presses Tab until something of this role and name has the keyboard. */
  async function tabTo(wanted: RegExp): Promise<string> {
    const { window } = opened();
    const passed: string[] = [];
    for (let time = 0; time < 25; time++) {
      const focused = v.parse(v.string(), await (await window.webviewFrame()).evaluate(focusScript));
      if (wanted.test(focused)) return focused;
      passed.push(focused);
      await window.page.keyboard.press('Tab');
    }
    assert.fail(`Tab led to ${passed.join(', ')} only.`);
  }
});
