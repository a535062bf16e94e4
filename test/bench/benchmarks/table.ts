import type { Frame } from 'playwright-core';
import * as v from 'valibot';
import { storeBatch } from '../../e2e/batches/storedBatch';
import { openWindow } from '../../e2e/window/openWindow';
import { BatchTable } from '../../e2e/window/parts/batchTable';
import { eventually } from '../../e2e/window/checks/eventually';
import type { VSCodeWindow } from '../../e2e/window/vscodeWindow';
import { installVSCode } from '../../vscode/install/installVSCode';
import { packageExtension } from '../../vscode/install/packageExtension';
import { Processes } from '../../vscode/processes';
import { startWeChat } from '../../wechat';
import { ms, printTable } from '../measuring/report';
import { median } from '../measuring/rounds';
import { tableProbe } from '../tableProbe';

const rows = 100_000;
const wheelPixels = 6_000;
const pagesByKeyboard = 200;
/** As a held key repeats. */
const keyRepeatMs = 33;

/** How long readers of a table of 100 000 rows wait, in the packaged extension, VS Code and Chromium. */
export async function benchTable(rounds: number): Promise<void> {
  const processes = new Processes();
  await installVSCode(processes, console.log);
  await packageExtension(processes);
  const wechat = await startWeChat({ followers: rows * 1.1 });
  const [account] = wechat.accounts;
  const opened = await openWindow({ wechat });
  try {
    const openids = account.openids({ state: 'following' }, rows);
    await storeBatch(opened.storageFolder, account, { openids, source: 'followers.csv' });
    const { window } = opened;
    await window.page.context().addInitScript(tableProbe);
    await window.reload();
    printTable(
      `A table of ${rows} rows in Chromium, with ${rows / 1000} thousand rows decoded in the background`,
      ['', 'time'],
      [
        ...(await measureOpening(window, rounds)),
        ...(await measureScrolling(window)),
        ...(await measureQueries(window, rounds)),
      ],
    );
  } finally {
    await opened.close();
    await wechat.close();
    await processes.end();
  }
}

type Figure = [name: string, time: string];

/** Leaves the table open. */
async function measureOpening(window: VSCodeWindow, rounds: number): Promise<Figure[]> {
  const times: number[] = [];
  while (times.length < rounds) {
    if (times.length > 0) await window.run('View: Close All Editors');
    await window.run('WeChat: Open Batch…');
    await window.quickInput.pick('followers.csv');
    times.push(await probe(await firstRows(window), 'firstRows'));
    await window.webview.getByRole('option').first().waitFor();
  }
  return [['first rows after ready', ms(median(times))]];
}

async function measureScrolling(window: VSCodeWindow): Promise<Figure[]> {
  const table = new BatchTable(window);
  const frame = await window.webviewFrame();
  const figures: Figure[] = [];
  const box = await table.grid.boundingBox();
  if (!box) throw new Error('The table cannot be seen.');
  await window.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await frame.evaluate('tableProbe.watch()');
  const byWheel = performance.now();
  while (v.parse(v.boolean(), await frame.evaluate('!tableProbe.atEnd()')))
    await window.page.mouse.wheel(0, wheelPixels);
  figures.push(
    ['top to bottom by wheel', ms(performance.now() - byWheel)],
    ['  longest blank', ms(await probe(frame, 'longestBlank'))],
  );

  await table.grid.focus();
  await window.page.keyboard.press('Home');
  await frame.evaluate('tableProbe.watch()');
  const byKeyboard = performance.now();
  for (let page = 0; page < pagesByKeyboard; page++) {
    await window.page.keyboard.down('PageDown');
    await window.page.waitForTimeout(keyRepeatMs);
  }
  await window.page.keyboard.up('PageDown');
  await window.page.keyboard.press('End');
  await eventually(async () => {
    if (v.parse(v.boolean(), await frame.evaluate('!tableProbe.atEnd()'))) throw new Error('not yet');
  });
  figures.push(
    [`${pagesByKeyboard} pages and the end by keyboard`, ms(performance.now() - byKeyboard)],
    ['  longest blank', ms(await probe(frame, 'longestBlank'))],
  );

  return figures;
}

async function measureQueries(window: VSCodeWindow, rounds: number): Promise<Figure[]> {
  const table = new BatchTable(window);
  const frame = await window.webviewFrame();
  const times = new Map<string, number[]>();
  const measure = async (name: string, act: () => Promise<void>) => {
    await frame.evaluate(`tableProbe.expectChange()`);
    await act();
    times.set(name, [...(times.get(name) ?? []), await probe(frame, 'changed')]);
  };
  for (let round = 0; round < rounds; round++) {
    for (const column of ['Followed', 'OpenID', 'Remark'])
      await measure(`sort by ${column}`, () =>
        window.webview.getByRole('columnheader', { name: column }).click(),
      );
    for (const text of ['vip', '深圳']) {
      await table.filter.focus();
      await window.page.keyboard.press('ControlOrMeta+A');
      await measure(`filter by “${text}”`, () => window.page.keyboard.insertText(text));
    }
    await measure('no filter', () => table.filter.clear());
  }
  return [...times].map(([name, own]) => [name, ms(median(own))]);
}

/** The page in which the probe has seen the table's first rows. */
async function firstRows(window: VSCodeWindow): Promise<Frame> {
  return eventually(async () => {
    const frame = await window.webviewFrame();
    if (Number.isNaN(await probe(frame, 'firstRows'))) throw new Error('no rows yet');
    return frame;
  }, 60);
}

async function probe(frame: Frame, name: 'firstRows' | 'longestBlank' | 'changed'): Promise<number> {
  return v.parse(v.union([v.number(), v.nan()]), await frame.evaluate(`tableProbe.${name}()`));
}
