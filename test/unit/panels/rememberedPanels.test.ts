import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { RememberedPanels } from '../../../src/panels/rememberedPanels';
import { StateFiles } from '../../../src/panels/stateFiles';

const batch = 'wechatOpenid.batch';
const profile = 'wechatOpenid.profile';

describe('the panels that are remembered', () => {
  let folder: string;
  const failures: unknown[] = [];

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'panels-'));
    failures.length = 0;
  });

  afterEach(async () => {
    await rm(folder, { recursive: true });
    assert.deepEqual(failures, []);
  });

  function aWindow({ keeps = true } = {}): RememberedPanels {
    return new RememberedPanels(new StateFiles(folder, () => keeps), error => failures.push(error));
  }

  it('are found by view type and title, also by the next extension host', async () => {
    const before = aWindow();
    before.add({ viewType: batch, id: 'b1', title: 'followers.csv' });
    before.add({ viewType: profile, id: 'p1', title: 'followers.csv' });
    assert.equal(await before.idOf(batch, 'followers.csv'), 'b1');
    assert.equal(await aWindow().idOf(profile, 'followers.csv'), 'p1');
    assert.equal(await aWindow().idOf(batch, 'other.csv'), undefined);
  });

  it('are the latest of one title, those left out that are in sight already', async () => {
    const panels = aWindow();
    for (const id of ['b1', 'b2', 'b3', 'b2']) panels.add({ viewType: batch, id, title: 'list.json' });
    assert.equal(await panels.idOf(batch, 'list.json'), 'b2');
    assert.equal(await panels.idOf(batch, 'list.json', id => id !== 'b2'), 'b3');
    assert.equal(await panels.idOf(batch, 'list.json', () => false), undefined);
  });

  it('are forgotten when they are closed', async () => {
    const panels = aWindow();
    panels.add({ viewType: batch, id: 'b1', title: 'list.json' });
    panels.add({ viewType: batch, id: 'b2', title: 'list.json' });
    panels.delete({ viewType: batch, id: 'b2', title: 'list.json' });
    assert.equal(await panels.idOf(batch, 'list.json'), 'b1');
  });

  it('are those of all windows', async () => {
    const [one, other] = [aWindow(), aWindow()];
    one.add({ viewType: batch, id: 'b1', title: 'one.json' });
    await one.idOf(batch, 'one.json');
    other.add({ viewType: batch, id: 'b2', title: 'other.json' });
    assert.equal(await other.idOf(batch, 'one.json'), 'b1');
    assert.equal(await one.idOf(batch, 'other.json'), 'b2');
  });

  it('are two hundred at most', async () => {
    const panels = aWindow();
    for (let count = 0; count < 203; count++)
      panels.add({ viewType: batch, id: `b${count}`, title: `list ${count}` });
    assert.equal(await panels.idOf(batch, 'list 2'), undefined);
    assert.equal(await panels.idOf(batch, 'list 3'), 'b3');
  });

  it('are none where the user wants nothing kept', async () => {
    const panels = aWindow({ keeps: false });
    panels.add({ viewType: batch, id: 'b1', title: 'list.json' });
    assert.equal(await panels.idOf(batch, 'list.json'), undefined);
  });
});
