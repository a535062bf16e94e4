import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type * as vscode from 'vscode';

import { type Batch, BatchStore, type ProfileSource } from '../../../src/batch';
import { commands } from '../../../src/manifest';
import { RunningBatches } from '../../../src/ui/runningBatches';

describe('batches that run', () => {
  let folder: string;
  let store: BatchStore;
  let view: { badge?: vscode.ViewBadge | undefined };
  let items: Partial<vscode.StatusBarItem>[];
  let running: RunningBatches;
  /** Lets WeChat answer. */
  let answer: () => void;
  let source: ProfileSource;

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'lens-running-'));
    store = new BatchStore(folder, { retentionDays: () => 0 });
    view = {};
    items = [];
    running = new RunningBatches(store, view, () => {
      const item: Partial<vscode.StatusBarItem> = {
        show: () => undefined,
        dispose: () => void items.splice(items.indexOf(item), 1),
      };
      items.push(item);
      return item as vscode.StatusBarItem;
    });
    const answered = new Promise<void>(resolve => (answer = resolve));
    source = {
      userInfo: openid => Promise.resolve({ openid, subscribe: 0 }),
      batchGet: async openids => {
        await answered;
        return openids.map(openid => ({ openid, subscribe: 0 }));
      },
    };
  });

  afterEach(async () => {
    running.dispose();
    await rm(folder, { recursive: true });
  });

  it('show as a badge of the view and in the status bar, and no longer than they run', async () => {
    const batch = await newBatch('list.json', 1200);
    assert.deepEqual([view.badge, items.length], [undefined, 0]);
    const run = start(batch);
    assert.equal(view.badge?.value, 1);
    assert.equal(items[0]?.text, '$(sync~spin) 0 of 1,200');
    answer();
    await run;
    assert.deepEqual([view.badge, items.length], [undefined, 0]);
  });

  it('lead to the table of the one that began last', async () => {
    const batches = [await newBatch('first.json', 100), await newBatch('second.json', 200)];
    const runs = batches.map(start);
    assert.equal(view.badge?.value, 2);
    const [item] = items;
    assert.equal(item?.text, '$(sync~spin) 0 of 300');
    assert.equal(item.tooltip, 'second.json · A\nShow Table');
    assert.deepEqual(item.command, {
      command: commands.openBatch,
      title: 'Show Table',
      arguments: [{ batchId: batches[1]?.id }],
    });
    answer();
    await Promise.all(runs);
  });

  function newBatch(source: string, count: number): Promise<Batch> {
    const openids = Array.from({ length: count }, (_, index) => `oAAAAA${String(index).padStart(22, 'x')}`);
    return store.create({ appId: 'wxA', accountName: 'A', source, openids, lang: 'en' });
  }

  function start(batch: Batch): Promise<void> {
    return store.run(batch, source, { concurrency: 4, signal: new AbortController().signal });
  }
});
