import assert from 'node:assert/strict';

import { TagNames } from '../../../src/accounts';
import { MemoryFiles } from '../../../src/files';
import { systemGroupNames } from '../../../src/wechat';

const appId = 'wxA';

describe('names of tags', () => {
  const own = systemGroupNames('en');
  const tags = [{ id: 100, name: 'VIP', count: 1 }];
  let disk: MemoryFiles;
  let asked: number;
  let changed: string[];

  beforeEach(() => {
    disk = new MemoryFiles();
    asked = 0;
    changed = [];
  });

  function names({ inUse = true, fails = false } = {}) {
    const client = {
      tags: () => {
        asked++;
        return fails ? Promise.reject(new Error('48001')) : Promise.resolve(tags);
      },
    };
    const clients = { inUse: () => (inUse ? client : undefined) } as unknown as ConstructorParameters<
      typeof TagNames
    >[1];
    return new TagNames(
      '/tags',
      clients,
      () => own,
      disk,
      of => changed.push(of),
    );
  }

  it('are asked for once, and hold WeChat’s own, which it did not name', async () => {
    const known = names();
    const told = await known.of(appId);
    assert.deepEqual(
      [...told],
      [
        [0, 'Ungrouped'],
        [1, 'Blacklist'],
        [2, 'Starred'],
        [100, 'VIP'],
      ],
    );
    assert.equal(await known.of(appId), told);
    assert.equal(asked, 1);
  });

  it('are WeChat’s own where nothing else is known, each time the same', async () => {
    const known = names({ inUse: false });
    assert.equal(await known.of(appId), own);
    assert.equal(await known.kept(appId), own);
    assert.equal(await known.told(appId), undefined);
  });

  it('are there after a reload, those that WeChat told apart from its own', async () => {
    await names().of(appId);
    const later = names({ inUse: false });
    assert.equal((await later.of(appId)).get(1), 'Blacklist');
    assert.deepEqual([...((await later.told(appId)) ?? [])], [[100, 'VIP']]);
  });

  it('are called as WeChat calls them, also its own', async () => {
    const known = names();
    await known.learn(appId, new Map([[2, '星标组']]));
    assert.deepEqual([...(await known.of(appId)).values()], ['Ungrouped', 'Blacklist', '星标组']);
  });

  it('tell of a change, and of none where they are the same', async () => {
    const known = names();
    await known.learn(appId, new Map([[100, 'VIP']]));
    await known.learn(appId, new Map([[100, 'VIP']]));
    assert.deepEqual(changed, [appId]);
    await known.learn(appId, new Map([[100, 'Gold']]));
    assert.deepEqual(changed, [appId, appId]);
  });

  it('are asked for again where WeChat told none, and are as kept until then', async () => {
    await names().of(appId);
    const known = names({ fails: true });
    assert.equal((await known.of(appId)).get(100), 'VIP');
    await known.of(appId);
    assert.equal(asked, 3);
  });
});
