import assert from 'node:assert/strict';
import { BatchStore, type BatchStoreOptions, noCounts, type Outcome } from '../../../../../src/batch';
import { headOf, linesOf, WatchedFiles } from '../../journal/watchedFiles';
import { isProblem } from '../../scenario';

const outcome = (openid: string): Outcome => ({
  kind: 'following',
  openid,
  profile: { openid, subscribe: 1 },
});
const made = {
  appId: 'wx1',
  accountName: 'A',
  source: 's',
  openids: ['o1', 'o2', 'o1'],
  lang: 'en',
} as const;

describe('BatchStore', () => {
  let files: WatchedFiles;
  let told: number;

  beforeEach(() => (files = new WatchedFiles()));

  function open(options: Partial<BatchStoreOptions> = {}): BatchStore {
    const now = () => Date.UTC(2026, 0, 2, 3, 4, 5, 678);
    const store = new BatchStore('/batches', { retentionDays: () => 30, files, now, ...options });
    told = 0;
    store.onDidChange(() => {
      told++;
    });
    return store;
  }

  async function write(id: string, text: string): Promise<void> {
    await (await files.open(`/batches/${id}.ndjson`, 'wx')).appendFile(text);
  }

  it('names a batch by its time, and shortens what people called it', async () => {
    const store = open();
    const long = '张'.repeat(600);
    const batch = await store.create({ ...made, source: long, accountName: long });
    assert.match(batch.id, /^20260102030405-[\da-f]{8}$/);
    assert.deepEqual([batch.source.length, batch.accountName.length], [500, 500]);
    assert.deepEqual([batch.openids, batch.counts], [['o1', 'o2'], { ...noCounts, pending: 2 }]);
    assert.deepEqual(
      [batch.appId, batch.lang, batch.startedAt],
      ['wx1', 'en', Date.UTC(2026, 0, 2, 3, 4, 5, 678)],
    );
    assert.deepEqual([told, batch.isInMemory], [1, false]);
  });

  it('keeps a batch in memory where nothing is to be kept, and where it cannot be', async () => {
    const store = open({ retentionDays: () => 0 });
    const first = await store.create(made);
    assert.deepEqual(
      [first.isInMemory, first.storageFailure, await files.readdir('/batches')],
      [true, undefined, []],
    );
    files.refuse = operation => (operation === 'append' ? 'ENOSPC' : undefined);
    const other = open();
    const second = await other.create(made);
    assert.ok(isProblem('cannotWrite')(second.storageFailure));
    assert.deepEqual([second.isInMemory, told, other.held()], [true, 1, [second]]);
    assert.deepEqual(
      (await other.list()).map(({ id, isInMemory }) => [id, isInMemory]),
      [[second.id, true]],
    );
  });

  describe('a saved answer', () => {
    it('is a batch in memory that is done, of no account', async () => {
      const store = open();
      const batch = await store.keep({
        accountName: '',
        source: 'clipboard',
        outcomes: [outcome('o1'), outcome('o2')],
      });
      assert.deepEqual(
        [batch.appId, batch.state, batch.isInMemory, batch.counts.following],
        ['', 'done', true, 2],
      );
      assert.deepEqual([told, store.held(), batch.refreshedAt], [1, [batch], undefined]);
    });

    it('is let go when nothing shows it any more', async () => {
      const store = open();
      const batch = await store.keep({ accountName: '', source: 's', outcomes: [outcome('o1')] });
      told = 0;
      assert.equal(store.leave(batch.id), undefined);
      assert.deepEqual([told, store.held()], [1, []]);
      assert.equal(store.leave(batch.id), undefined);
      assert.equal(told, 1);
    });
  });

  it('tells of what was fetched, ends with the window and was not exported, and keeps it', async () => {
    const store = open({ retentionDays: () => 0 });
    const batch = await store.create(made);
    told = 0;
    assert.equal(store.leave(batch.id), batch);
    batch.begin([]);
    assert.equal(store.leave(batch.id), undefined, 'it runs');
    batch.end('done');
    batch.noteExported();
    assert.equal(store.leave(batch.id), undefined);
    assert.deepEqual([told, store.held()], [0, [batch]]);
    assert.equal(open().leave(batch.id), undefined);
    const saved = await open().create(made);
    assert.equal(store.leave(saved.id), undefined);
  });

  it('tells what is kept of an account, and of what nobody can say whose it is', async () => {
    await write('a', linesOf(headOf(0)));
    await write('b', linesOf({ ...headOf(0), appId: 'wx2' }));
    await write('c', '{"journal":2,"appId":"wx1",\n');
    await write('d', 'hello\n');
    await write('e', '{"journal":3}\n');
    const kept = await open().keptOf('wx1');
    assert.deepEqual([kept.own.sort(), kept.nobodys], [['a', 'c'], ['d']]);
  });

  it('finds the batches of an account that hold an openid, the latest first, among the latest fifty', async () => {
    const list = { openids: ['o1'] };
    for (let day = 0; day < 51; day++) {
      const startedAt = new Date(Date.UTC(2026, 0, 1) + day * 86_400_000).toISOString();
      await write(`j${day}`, linesOf({ ...headOf(1), startedAt }, list));
    }
    await write('other', linesOf({ ...headOf(1), appId: 'wx2' }, list));
    const store = open();
    const found = await store.holding('o1', 'wx1');
    assert.deepEqual(
      found.map(({ id }) => id),
      Array.from({ length: 50 }, (_, index) => `j${50 - index}`),
    );
    assert.deepEqual(await store.holding('o2', 'wx1'), []);
    await store.open('j50');
    files.reads.length = 0;
    const [first] = await store.holding('o1', 'wx1');
    assert.equal(first?.id, 'j50');
  });

  it('believes its clock where nobody says otherwise, and tells when it has removed something', async () => {
    await write('a', linesOf(headOf(0)));
    const late = () => Date.now() + 9 * 86_400_000;
    const doubting = open({ now: late, trustsClock: () => false });
    await doubting.removeOlderThan(3);
    assert.deepEqual([await files.readdir('/batches'), told], [['a.ndjson'], 1]);
    await open({ now: late }).removeOlderThan(3);
    assert.deepEqual([await files.readdir('/batches'), told], [[], 1]);
  });

  it('tells of each removal, also where one was refused', async () => {
    for (const id of ['a', 'b', 'c']) await write(id, linesOf(headOf(0)));
    const store = open();
    await store.remove('a');
    assert.equal(told, 1);
    await assert.rejects(store.remove('x'), isProblem('gone'));
    assert.equal(told, 1);
    await assert.rejects(store.removeAll(['x', 'b']), isProblem('gone'));
    assert.deepEqual([told, await files.readdir('/batches')], [2, ['c.ndjson']]);
  });

  it('tells of what a check and a look for damage have found', async () => {
    await write('a', `${linesOf(headOf(1), { openids: ['o1'] })}x\n`);
    const store = open();
    await store.lookForDamage();
    assert.deepEqual([told, (await store.list())[0]?.damaged], [1, 1]);
    assert.deepEqual((await store.check('a')).damaged, [1]);
    assert.equal(told, 2);
    await store.lookForDamage();
    assert.equal(told, 2);
    assert.deepEqual((await store.entry('a'))?.damaged, 1);
    await assert.rejects(store.check('b'), isProblem('gone'));
  });
});
