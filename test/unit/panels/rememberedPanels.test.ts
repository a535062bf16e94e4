import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import path from 'node:path';

import { RememberedPanels } from '../../../src/panels/rememberedPanels';
import { StateFiles } from '../../../src/panels/stateFiles';

const batch = 'wechatOpenid.batch';
const profile = 'wechatOpenid.profile';
const list = { viewType: batch, title: 'list.json' };
const any = () => true;

describe('the panels that are remembered', () => {
  let folder: string;
  let files: StateFiles;
  let now = 0;
  const failures: unknown[] = [];
  const windows: RememberedPanels[] = [];

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'panels-'));
    files = new StateFiles(folder, () => true);
    failures.length = 0;
    windows.length = 0;
  });

  afterEach(async () => {
    // Each first writes all that it was told.
    for (const window of windows) await window.latest(list, any);
    await rm(folder, { recursive: true });
    assert.deepEqual(failures, []);
  });

  function aWindow(): RememberedPanels {
    const window = new RememberedPanels(
      files,
      error => failures.push(error),
      () => ++now,
    );
    windows.push(window);
    return window;
  }

  /** What a host left that was killed. */
  async function deadWindow(id: string, openedAt: number): Promise<void> {
    const { pid } = spawnSync(process.execPath, ['--version']);
    const panels = [{ ...list, id, openedAt }];
    await files.write(`dead ${id}`, { process: { host: hostname(), pid }, panels });
  }

  it('are found by view type and title, in whatever window', async () => {
    const [one, other] = [aWindow(), aWindow()];
    one.add(list, 'b1');
    one.add({ viewType: profile, title: 'list.json' }, 'p1');
    assert.equal(await one.latest(list, any), 'b1');
    assert.equal(await other.latest({ viewType: profile, title: 'list.json' }, any), 'p1');
    assert.equal(await one.latest({ viewType: batch, title: 'other.csv' }, any), undefined);
  });

  it('are the latest of one title, those left out that are in sight already', async () => {
    const panels = aWindow();
    for (const id of ['b1', 'b2', 'b3', 'b2']) panels.add(list, id);
    assert.equal(await panels.latest(list, any), 'b2');
    assert.equal(await panels.latest(list, id => id !== 'b2'), 'b3');
    assert.equal(await panels.latest(list, () => false), undefined);
  });

  it('are forgotten when they are closed, and leave no file behind', async () => {
    const panels = aWindow();
    panels.add(list, 'b1');
    panels.add(list, 'b2');
    panels.delete(list, 'b2');
    assert.equal(await panels.latest(list, any), 'b1');
    panels.delete(list, 'b1');
    assert.equal(await panels.latest(list, any), undefined);
    assert.deepEqual(await readdir(folder), []);
  });

  it('of a window stay when another one closes the same', async () => {
    const [one, other] = [aWindow(), aWindow()];
    one.add(list, 'b1');
    other.add(list, 'b1');
    other.delete(list, 'b1');
    assert.equal(await one.latest(list, any), 'b1');
  });

  it('are none lost where windows write at the same time', async () => {
    const twenty = Array.from({ length: 20 }, aWindow);
    twenty.forEach((panels, at) => panels.add({ viewType: batch, title: `list ${at}` }, `b${at}`));
    for (const [at, panels] of twenty.entries())
      assert.equal(await panels.latest({ viewType: batch, title: `list ${at}` }, any), `b${at}`);
  });

  it('of a killed host are told from those of living windows', async () => {
    const living = aWindow();
    living.add(list, 'theirs');
    assert.equal(await living.latestOfDead(list, any), undefined);
    await deadWindow('ours', 0);
    assert.equal(await living.latestOfDead(list, any), 'ours');
    assert.equal(await living.latest(list, any), 'theirs');
  });

  it('are none where the user wants nothing kept', async () => {
    const panels = new RememberedPanels(new StateFiles(folder, () => false), error => failures.push(error));
    panels.add(list, 'b1');
    assert.equal(await panels.latest(list, any), undefined);
  });
});
