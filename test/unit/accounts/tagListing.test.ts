import assert from 'node:assert/strict';
import { type Names, TagListing } from '../../../src/accounts';

describe('the tags of an account', () => {
  const vip = { id: 100, name: 'VIP', count: 3 };
  let asked: number;
  let changed: string[];
  let learned: Names[];
  let fails: boolean;
  let listing: TagListing;

  beforeEach(() => {
    asked = 0;
    [changed, learned, fails] = [[], [], false];
    listing = new TagListing(
      () => (asked++, fails ? Promise.reject(new Error('48001')) : Promise.resolve([vip])),
      { learn: (_, names) => Promise.resolve(void learned.push(names)) },
      appId => changed.push(appId),
    );
  });

  it('are asked for once, by however many, and their names are learned', async () => {
    const both = await Promise.all([listing.of('wxA'), listing.of('wxA')]);
    assert.deepEqual(both, [[vip], [vip]]);
    assert.equal(asked, 1);
    assert.deepEqual(learned, [new Map([[100, 'VIP']])]);
    assert.deepEqual(await listing.known('wxA'), [vip]);
    assert.equal(await listing.known('wxB'), undefined);
  });

  it('are asked for anew once they are forgotten, which is told', async () => {
    await listing.of('wxA');
    listing.forget('wxA');
    assert.deepEqual(changed, ['wxA']);
    assert.equal(await listing.known('wxA'), undefined);
    await listing.of('wxA');
    assert.equal(asked, 2);
  });

  it('are at once what a change has made of them', async () => {
    await listing.of('wxA');
    const renamed = { ...vip, name: 'Gold' };
    await listing.note('wxA', [renamed]);
    assert.deepEqual(await listing.of('wxA'), [renamed]);
    assert.deepEqual(learned.at(-1), new Map([[100, 'Gold']]));
    assert.deepEqual(changed, ['wxA']);
    assert.equal(asked, 1);
  });

  it('are asked for again after a failure', async () => {
    fails = true;
    await assert.rejects(listing.of('wxA'), /48001/);
    assert.equal(await listing.known('wxA'), undefined);
    fails = false;
    assert.deepEqual(await listing.of('wxA'), [vip]);
  });
});
