import assert from 'node:assert/strict';

import { batchOf, follower, openidOf, stranger, useTables } from './batchInWindow';
import { eventually, usePageWindow } from './window';

describe('the page of a batch', () => {
  const window = usePageWindow();
  const tables = useTables(window);
  const people = (count: number) => Array.from({ length: count }, (_, n) => follower(n));

  /** Lets answers come in for a while: as many as one run has in so many rounds. */
  async function run(batch: ReturnType<typeof batchOf>, from: number, rounds: number): Promise<void> {
    for (let round = 0; round < rounds; round++) {
      batch.record([follower(from + round)]);
      await new Promise(resolve => setTimeout(resolve, 5));
    }
  }

  it('gets no message while it is hidden, and everything when it is shown again', async () => {
    const batch = batchOf(people(50), 500);
    const { panel, page } = await tables.show(batch);
    await panel.hide();
    const posted = panel.posted.length;
    await run(batch, 50, 200);
    assert.equal(panel.posted.length, posted);
    await panel.show();
    await page.locator('#row-0').waitFor();
    await eventually(async () =>
      assert.match(await page.locator('lens-filter-bar .chip').first().innerText(), /Following\s*250/),
    );
    panel.dispose();
    await page.close();
  });

  it('gets no messages before it is there, however much happens meanwhile', async () => {
    const batch = batchOf(people(50), 500);
    const { panel } = tables.make(batch);
    await run(batch, 50, 200);
    assert.equal(panel.posted.length, 0);
    const page = await window.show(panel);
    await page.locator('#row-0').waitFor();
    panel.dispose();
    await page.close();
  });

  it('is told of what happens a few times a second at the most', async () => {
    const batch = batchOf(people(50), 900);
    const { panel, page } = await tables.show(batch);
    const started = panel.count('found');
    const began = Date.now();
    await run(batch, 50, 300);
    const seconds = (Date.now() - began) / 1000;
    assert.ok(panel.count('found') - started <= 2 + 4 * seconds, `${panel.count('found') - started}`);
    // A slow machine draws later: redraws are spaced by what they cost.
    await eventually(() => assert.ok(panel.count('found') > started));
    panel.dispose();
    await page.close();
  });

  it('drops what was meant for the page before, and does not hear it', async () => {
    const { panel, page } = await tables.show(batchOf(people(10)));
    const found = panel.posted.find(message => JSON.stringify(message).includes('"found"'));
    await panel.hide();
    await panel.show();
    await page.locator('#row-9').waitFor();
    const before = panel.posted.length;
    panel.receive({ generation: 1, message: { type: 'select', change: { kind: 'all' } } });
    assert.equal(panel.posted.length, before);
    const other = structuredClone(found) as { message: { found: { count: number } } };
    other.message.found.count = 3;
    await panel.webview.postMessage(other);
    await panel.webview.postMessage({ ...other, generation: 2 });
    await eventually(async () =>
      assert.match(await page.locator('lens-filter-bar .result').innerText(), /^3 of 10/),
    );
    panel.dispose();
    await page.close();
  });

  it('shows the rows at once that an earlier window left unfiltered, though nothing is decoded yet', async () => {
    const batch = batchOf(people(3000));
    const first = await tables.show(batch);
    await first.page.locator('#row-5').click();
    first.panel.dispose();
    await first.page.close();
    const { panel, page } = await tables.show(batch, tables.newViews());
    const shown = panel.posted.find(message => JSON.stringify(message).includes('"found"'));
    assert.equal((shown as { message: { found: { version: number } } }).message.found.version, 0);
    panel.dispose();
    await page.close();
  });

  it('shows a person whom the filters that it was left with hide', async () => {
    const batch = batchOf([...people(30), stranger(30), stranger(31)]);
    const first = await tables.show(batch);
    await first.page.locator('lens-filter-bar .chip').first().click();
    await eventually(async () =>
      assert.match(await first.page.locator('lens-filter-bar .result').innerText(), /^30 of 32/),
    );
    first.panel.dispose();
    await first.page.close();

    const { panel, host } = tables.make(batch, tables.newViews());
    host.reveal(openidOf(31));
    const page = await window.show(panel);
    await page.locator('.row.active').waitFor();
    assert.match(await page.locator('.row.active').innerText(), new RegExp(openidOf(31)));
    panel.dispose();
    await page.close();
  });

  it('has the columns that were changed in another table', async () => {
    const [one, other] = [await tables.show(batchOf(people(5))), await tables.show(batchOf(people(5)))];
    await one.page.locator('#head-remark').click({ button: 'right' });
    await one.page.getByRole('button', { name: 'Hide Column' }).click();
    await other.page.locator('#head-remark').waitFor({ state: 'detached' });
    await one.page.getByRole('button', { name: 'Hide Charts' }).click();
    await other.page.locator('lens-timeline').waitFor({ state: 'detached' });
    for (const { panel, page } of [one, other]) {
      panel.dispose();
      await page.close();
    }
  });

  it('speaks of each change of the filters once, and of a run in tenths', async () => {
    const batch = batchOf(people(100), 100);
    const { panel, page } = await tables.show(batch);
    await page.evaluate(`
      const status = document.querySelector('lens-batch').shadowRoot.querySelector('[role=status]');
      globalThis.said = [];
      new MutationObserver(() => said.push(status.textContent.trim())).observe(status, { childList: true, characterData: true, subtree: true });
    `);
    await page.getByRole('textbox', { name: 'Filter by text' }).fill('客户');
    await eventually(async () => assert.equal((await said()).length, 1));
    for (let step = 0; step < 10; step++) {
      batch.record([follower(100 + 2 * step), follower(101 + 2 * step)]);
      await eventually(async () => assert.match(await chips(), new RegExp(`Following\\s*${102 + 2 * step}`)));
    }
    assert.deepEqual(await said(), ['50 of 200 rows', '60% fetched']);
    assert.equal(await page.getByRole('status').count(), 1);
    panel.dispose();
    await page.close();

    async function said(): Promise<string[]> {
      return page.evaluate<string[]>('said');
    }
    async function chips(): Promise<string> {
      return page.locator('lens-filter-bar .chip').first().innerText();
    }
  });
});
