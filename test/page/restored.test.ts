import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { type Batch, StoreError } from '../../src/batch';
import { BatchPanels } from '../../src/panels/batch/batchPanels';
import { OpenPanels } from '../../src/panels/openPanels';
import { ProfileActions } from '../../src/panels/profile/profileActions';
import { RawJson } from '../../src/panels/profile/rawJson';
import { RememberedPanels } from '../../src/panels/rememberedPanels';
import { type BatchSource } from '../../src/panels/sources';
import { StateFiles } from '../../src/panels/stateFiles';
import { batchOf, follower, useTables } from './batchInWindow';
import { eventually, type Panel, usePageWindow } from './window';
import { panelMaker, serializers, TabInputWebview, window as vscodeWindow } from './window/vscode';

interface Serializer {
  deserializeWebviewPanel(panel: Panel, state: unknown): Promise<void>;
}

const nobody = () => Promise.resolve(undefined);
const log = { warn: console.warn, error: () => undefined };

describe('tabs of batches', () => {
  const window = usePageWindow();
  const tables = useTables(window);
  let folder: string;
  let panels: BatchPanels;
  let open: OpenPanels;
  let remembered: RememberedPanels;
  let source: { -readonly [Name in keyof BatchSource]: BatchSource[Name] };
  let made: Panel[];

  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'lens-tabs-'));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  beforeEach(() => {
    made = [];
    panelMaker.make = (viewType, title) => {
      const panel = window.newPanel(viewType, title);
      made.push(panel);
      return panel;
    };
    source = { entry: nobody, open: nobody, openSoon: nobody };
    remembered = new RememberedPanels(new StateFiles(folder, () => true), error =>
      assert.fail(String(error)),
    );
    open = new OpenPanels(remembered);
    panels = new BatchPanels(
      window.extensionUri,
      source,
      () =>
        Promise.resolve({
          tagNames: nobody,
          views: tables.newViews(),
          actions: new ProfileActions(new RawJson({ lookup: nobody, batch: nobody })),
          log,
          explain: (error: unknown) =>
            Promise.resolve(error instanceof StoreError ? `It is ${error.problem}.` : ''),
        }),
      open,
      () => undefined,
    );
  });
  afterEach(() => {
    panels.dispose();
    vscodeWindow.tabGroups.all = [];
  });

  async function restore(state: unknown): Promise<Panel> {
    const panel = window.newPanel();
    await (serializers.get('wechatOpenid.batch') as Serializer).deserializeWebviewPanel(panel, state);
    return panel;
  }

  for (const problem of ['tooNew', 'damaged', 'cannotRead'] as const) {
    it(`say why a batch cannot be shown that is ${problem}`, async () => {
      source.entry = () => Promise.reject(new StoreError(problem));
      source.openSoon = () => Promise.reject(new StoreError(problem));
      const page = await window.show(await restore({ id: 'b1' }));
      await page.getByText(`It is ${problem}.`).waitFor();
      await page.close();
    });
  }

  it('know a decoded response from a list that is gone', async () => {
    for (const [state, text] of [
      [{ id: 'b1', isAnswer: true }, /^A decoded response is not kept over a reload/],
      [{ id: 'b1' }, /^This batch is no longer kept. Fetch the profiles of its list again/],
    ] as const) {
      const page = await window.show(await restore(state));
      await page.getByText(text).waitFor();
      await page.close();
    }
  });

  it('show the head at once, and the rows when they have been read', async () => {
    const batch = batchOf([follower(0), follower(1)]);
    let arrive: (batch: Batch) => void = () => assert.fail('nobody reads it');
    source.entry = () => Promise.resolve(batch);
    source.openSoon = () => new Promise(resolve => (arrive = resolve));
    const opening = panels.show(batch.id);
    const panel = await eventually(() => made[0] ?? assert.fail('no panel'));
    const page = await window.show(panel);
    await page.getByRole('heading', { name: 'followers.csv' }).waitFor();
    await page.getByText('Reading the rows…').waitFor();
    assert.equal(await page.getByRole('button').count(), 0);
    arrive(batch);
    await opening;
    await page.locator('#row-1').waitFor();
    assert.equal(panel.count('start'), 1);
    await page.close();
  });

  it('make way where they sleep since a reload, rather than stand beside another one', async () => {
    const batch = batchOf([follower(0)]);
    source.entry = () => Promise.resolve(batch);
    source.openSoon = () => Promise.resolve(batch);
    const closed: unknown[] = [];
    const tab = {
      label: 'followers.csv',
      isActive: false,
      input: new TabInputWebview('mainThreadWebview-wechatOpenid.batch'),
      group: { viewColumn: 2 },
    };
    vscodeWindow.tabGroups.all = [{ tabs: [tab], viewColumn: 2, activeTab: undefined }];
    vscodeWindow.tabGroups.close = (one: unknown) => Promise.resolve(closed.push(one) > 0);
    remembered.latestOfDead = () => Promise.resolve(batch.id);
    await panels.show(batch.id);
    assert.deepEqual(closed, [tab]);
    remembered.latestOfDead = () => Promise.resolve('another batch of that name');
    closed.length = 0;
    made[0]?.dispose();
    await panels.show(batch.id);
    assert.deepEqual(closed, []);
  });

  describe('that nobody has come back for', () => {
    const tab = {
      label: 'followers.csv',
      isActive: true,
      input: new TabInputWebview('mainThreadWebview-wechatOpenid.batch'),
    };
    let closed: unknown[];
    let shown: string[];
    /** Lets the time go by that is waited for. */
    let goOn: () => Promise<void>;

    beforeEach(() => {
      [closed, shown] = [[], []];
      vscodeWindow.tabGroups.all = [{ tabs: [tab], viewColumn: 1, activeTab: tab }];
      vscodeWindow.tabGroups.close = (one: unknown) => {
        vscodeWindow.tabGroups.all = [];
        return Promise.resolve(closed.push(one) > 0);
      };
      let act = () => undefined as unknown;
      goOn = async () => {
        act();
        await new Promise(resolve => void setImmediate(resolve));
      };
      const watching = new OpenPanels(remembered, undefined, (_, given) => {
        act = given;
        return { dispose: () => (act = () => undefined) };
      });
      const ways = { 'wechatOpenid.batch': (id: string) => Promise.resolve(void shown.push(id)) };
      watching.replaceDeaf(ways, error => assert.fail(String(error)));
    });

    it('are shown anew where a killed host has left word of them', async () => {
      remembered.latestOfDead = () => Promise.resolve('b1');
      await goOn();
      assert.deepEqual([shown, closed], [['b1'], [tab]]);
    });

    it('stay for a minute where none has: VS Code may take long to give them back', async () => {
      remembered.latestOfDead = nobody;
      for (let seconds = 5; seconds < 60; seconds += 5) await goOn();
      assert.deepEqual(closed, []);
      await goOn();
      assert.deepEqual([shown, closed], [[], [tab]]);
    });

    it('are shown anew as soon as the host before is known to be dead', async () => {
      remembered.latestOfDead = nobody;
      await goOn();
      remembered.latestOfDead = () => Promise.resolve('b1');
      await goOn();
      assert.deepEqual([shown, closed], [['b1'], [tab]]);
    });
  });
});
