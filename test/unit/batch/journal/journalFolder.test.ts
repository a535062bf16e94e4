import assert from 'node:assert/strict';
import { JournalFolder } from '../../../../src/batch/journal/journalFolder';
import { type BatchLock } from '../../../../src/batch/journal/lock/batchLock';
import { isProblem } from '../scenario';
import { headOf, linesOf, WatchedFiles } from './watchedFiles';

const hour = 3_600_000;

describe('JournalFolder', () => {
  let files: WatchedFiles;
  let folder: JournalFolder;

  beforeEach(() => {
    files = new WatchedFiles();
    folder = new JournalFolder(files, '/batches');
  });

  async function write(name: string, text = linesOf(headOf(1), { openids: ['o1'] })): Promise<void> {
    const file = await files.open(`/batches/${name}`, 'wx');
    await file.appendFile(text);
    await file.close();
  }

  it('has a journal for each file that is named as one', async () => {
    for (const name of [
      'a-1_B.ndjson',
      'b.ndjson',
      'b.lock',
      'c.ndjson.bak',
      'd.e.ndjson',
      '.ndjson',
      'e.json',
    ])
      await write(name);
    assert.deepEqual((await folder.ids()).sort(), ['a-1_B', 'b']);
    const stats = await folder.stats();
    assert.deepEqual([...stats.keys()].sort(), ['a-1_B', 'b']);
    assert.equal(stats.get('b')?.size, Buffer.byteLength(linesOf(headOf(1), { openids: ['o1'] })));
  });

  it('has none where there is no folder, and says so where it cannot be read', async () => {
    files.refuse = () => 'ENOENT';
    assert.deepEqual(await folder.ids(), []);
    assert.deepEqual([...(await folder.running(0))], []);
    files.refuse = () => 'EIO';
    await assert.rejects(folder.ids(), isProblem('cannotRead'));
    await assert.rejects(folder.running(0), isProblem('cannotRead'));
    await assert.rejects(folder.stat('b'), isProblem('cannotRead'));
  });

  it('waits for a scanner that holds the folder for a moment', async () => {
    await write('b.ndjson');
    const refused = new Set<string>();
    files.refuse = operation => (refused.has(operation) ? undefined : (refused.add(operation), 'EBUSY'));
    assert.deepEqual(await folder.ids(), ['b']);
    assert.ok(await folder.stat('b'));
    assert.deepEqual([...refused], ['readdir', 'stat']);
  });

  it('leaves out a journal that goes while it is listed', async () => {
    await write('a.ndjson');
    await write('b.ndjson');
    files.refuse = (operation, file) =>
      operation === 'stat' && file.includes('a.nd') ? 'ENOENT' : undefined;
    assert.deepEqual([...(await folder.stats()).keys()], ['b']);
    assert.equal(await folder.stat('a'), undefined);
  });

  for (const id of ['', '.', '../b', 'a/b', 'a\\b', 'b.ndjson', 'b\n'])
    it(`does not lead out of itself: ${JSON.stringify(id)}`, async () => {
      assert.throws(() => folder.journal(id), isProblem('gone'));
      await assert.rejects(folder.summary(id), isProblem('gone'));
      await assert.rejects(folder.stat(id), isProblem('gone'));
      assert.deepEqual([await folder.owner(id), files.reads], [undefined, []]);
    });

  it('tells the owner of a journal, be it damaged or too new, if that can be read', async () => {
    await write('b.ndjson', '{"journal":3,"appId":"wx7"');
    assert.deepEqual([await folder.owner('b'), files.opened], ['wx7', 0]);
    assert.equal(await folder.owner('c'), undefined);
  });

  it('tells whether a list holds an openid; one that cannot be read holds none', async () => {
    await write('b.ndjson');
    assert.deepEqual([await folder.holds('b', 'o1'), await folder.holds('b', 'o2')], [true, false]);
    assert.equal(await folder.holds('c', 'o1'), false);
  });

  it('sums up a journal, and opens it', async () => {
    await write('b.ndjson');
    assert.equal((await folder.summary('b')).progress.counts.pending, 1);
    assert.equal(folder.journal('b').id, 'b');
    await assert.rejects(folder.summary('c'), isProblem('gone'));
  });

  describe('that some window runs a batch of', () => {
    let lock: BatchLock;
    beforeEach(async () => {
      await write('b.ndjson');
      lock = await folder.journal('b').lock();
    });
    afterEach(() => lock.release());

    it('tells which', async () => {
      const now = Date.now();
      assert.deepEqual([...(await folder.running(now))], ['b']);
      assert.deepEqual([await folder.isRunning('b', now), await folder.isRunning('a', now)], [true, false]);
      files.refuse = () => 'EIO';
      assert.equal(await folder.isRunning('b', now), false);
    });

    it('does not remove its journal', async () => {
      await assert.rejects(folder.remove('b', Date.now()), isProblem('busy'));
      assert.deepEqual(await folder.ids(), ['b']);
    });

    it('does not remove it on a full disk either', async () => {
      files.refuse = (operation, file) =>
        operation === 'open wx' && file.endsWith('.lock') ? 'ENOSPC' : undefined;
      await assert.rejects(folder.remove('b', Date.now()), isProblem('busy'));
      assert.deepEqual(await folder.ids(), ['b']);
    });
  });

  it('removes a journal, and lets go of its lock', async () => {
    await write('b.ndjson');
    await folder.remove('b', Date.now());
    assert.deepEqual(await files.readdir('/batches'), []);
    await assert.rejects(folder.remove('b', Date.now()), isProblem('gone'));
    assert.deepEqual(await files.readdir('/batches'), []);
  });

  it('removes a journal from a full disk', async () => {
    await write('b.ndjson');
    files.refuse = operation => (operation === 'open wx' ? 'ENOSPC' : undefined);
    await folder.remove('b', Date.now());
    assert.deepEqual(await files.readdir('/batches'), []);
  });

  it('lets go of its lock where a journal cannot be removed', async () => {
    await write('b.ndjson');
    files.refuse = (operation, file) =>
      operation === 'unlink' && file.endsWith('.ndjson') ? 'EIO' : undefined;
    await assert.rejects(folder.remove('b', Date.now()), isProblem('cannotRemove'));
    assert.deepEqual(await files.readdir('/batches'), ['b.ndjson']);
  });

  it('removes what dead windows have left aside, once it is an hour old, and locks that nobody wants', async () => {
    for (const name of ['.a-1.tmp', 'b.ndjson', 'b.x.lock']) await write(name, '{}');
    const written = (await files.stat('/batches/.a-1.tmp')).mtimeMs;
    await folder.removeForsaken(written + hour);
    assert.deepEqual(await files.readdir('/batches'), ['.a-1.tmp', 'b.ndjson', 'b.x.lock']);
    await folder.removeForsaken(written + hour + 1);
    assert.deepEqual(await files.readdir('/batches'), ['b.ndjson', 'b.x.lock']);
    await folder.removeForsaken(written + 8 * 24 * hour);
    assert.deepEqual(await files.readdir('/batches'), ['b.ndjson']);
    files.refuse = () => 'EIO';
    await assert.rejects(folder.removeForsaken(0), isProblem('cannotRemove'));
  });
});
