import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import * as path from 'node:path';

import { LookupHistory } from '../../../../src/accounts';
import { BatchStore } from '../../../../src/batch';
import { HistoryRemoval } from '../../../../src/jobs/history/historyRemoval';
import { ListStore } from '../../../../src/lists';

const noImports = { keptOf: () => Promise.resolve([]), removeAll: () => Promise.resolve() };
const noChanges = { count: () => Promise.resolve(0), remove: () => Promise.resolve() };

describe('the removal of history', () => {
  let folder: string;
  let batches: BatchStore;
  let lookups: LookupHistory;
  let lists: ListStore;
  let removal: HistoryRemoval;
  /** Batches whose tables were closed. */
  let closed: string[];
  /** How often what was put together of people was let go of. */
  let forgotten: number;

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'lens-removal-'));
    batches = new BatchStore(path.join(folder, 'batches'), { retentionDays: () => 30 });
    lookups = new LookupHistory(path.join(folder, 'lookups'), () => 30, assert.ifError);
    closed = [];
    forgotten = 0;
    lists = new ListStore(path.join(folder, 'lists'), { retentionDays: () => 30 });
    const panels = { forget: (id: string) => Promise.resolve(void closed.push(id)) };
    const forgetPeople = () => {
      forgotten++;
      return Promise.resolve();
    };
    removal = new HistoryRemoval(lookups, batches, panels, lists, noChanges, noImports, forgetPeople);
  });

  afterEach(() => rm(folder, { recursive: true }));

  it('counts what is kept of one account', async () => {
    await fill('wxA', 2);
    await fill('wxB', 1);
    assert.deepEqual(await removal.sizeOf('wxA'), {
      batches: 2,
      lookups: 2,
      lists: 2,
      forMigration: 1,
      taggings: 0,
      imports: 0,
      nobodys: [],
    });
    assert.deepEqual(await removal.sizeOf('wxC'), {
      batches: 0,
      lookups: 0,
      lists: 0,
      forMigration: 0,
      taggings: 0,
      imports: 0,
      nobodys: [],
    });
  });

  it('lets go of people, and takes the rest, where lookups are held by another program', async () => {
    await fill('wxA', 1);
    lookups.clear = () => Promise.reject(new Error('EBUSY'));
    await assert.rejects(removal.removeAll('wxA'), /EBUSY/);
    const { batches: left, lists: kept } = await removal.sizeOf('wxA');
    assert.deepEqual([left, kept, forgotten], [0, 0, 1]);
  });

  it('takes all of one account and nothing of another, and closes its tables', async () => {
    const gone = await fill('wxA', 2);
    await fill('wxB', 1);
    await removal.removeAll('wxA');
    assert.deepEqual(await removal.sizeOf('wxA'), {
      batches: 0,
      lookups: 0,
      lists: 0,
      forMigration: 0,
      taggings: 0,
      imports: 0,
      nobodys: [],
    });
    assert.deepEqual(await removal.sizeOf('wxB'), {
      batches: 1,
      lookups: 1,
      lists: 1,
      forMigration: 0,
      taggings: 0,
      imports: 0,
      nobodys: [],
    });
    assert.deepEqual(closed.sort(), gone.sort());
  });

  it('takes one batch, and leaves the others open', async () => {
    const [first = ''] = await fill('wxA', 2);
    await removal.removeBatches([first]);
    assert.deepEqual([(await removal.sizeOf('wxA')).batches, closed], [1, [first]]);
  });

  /** So many batches, lookups and lists; the ids of the batches. */
  async function fill(appId: string, count: number): Promise<string[]> {
    const ids: string[] = [];
    for (let index = 0; index < count; index++) {
      const openid = `o${appId}${index}`;
      const origin = { appId, accountName: appId, source: 'list', openids: [openid], lang: 'en' } as const;
      ids.push((await batches.create(origin)).id);
      const list = { kind: 'followers' } as const;
      await lists.create({ appId, accountName: appId, list, forMigration: index > 0 });
      await lookups.keep(appId, appId, { kind: 'notReturned', openid });
    }
    return ids;
  }
});
