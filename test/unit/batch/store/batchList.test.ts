import assert from 'node:assert/strict';
import { Batch, noCounts } from '../../../../src/batch';
import { unstarted } from '../../../../src/batch/batchFacts';
import { JournalFolder } from '../../../../src/batch/journal/journalFolder';
import { OutcomeTable } from '../../../../src/batch/rows/outcomeTable';
import { BatchList } from '../../../../src/batch/store/batchList';
import { BatchObjects } from '../../../../src/batch/store/batchObjects';
import { Verdicts } from '../../../../src/batch/store/verdicts';
import { headOf, journalPath, linesOf, origin, WatchedFiles } from '../journal/watchedFiles';
import { isProblem } from '../scenario';

const progress = { ...unstarted, counts: { ...noCounts, pending: 1 } };
const whole = linesOf(
  headOf(1),
  { openids: ['o1'] },
  { state: 'cancelled', counts: progress.counts, apiCalls: 0, duration: 0 },
);
const cancelled = { ...progress, state: 'cancelled' };

describe('the list of batches', () => {
  let files: WatchedFiles;
  let folder: JournalFolder;
  let objects: BatchObjects;
  let verdicts: Verdicts;
  let running: Set<string>;
  let list: BatchList;

  beforeEach(async () => {
    files = await WatchedFiles.with(whole);
    folder = new JournalFolder(files, '/batches');
    verdicts = new Verdicts(files, '/verdicts.json');
    objects = new BatchObjects(folder, verdicts, () => 0);
    running = new Set();
    list = new BatchList(folder, objects, running, verdicts, Date.now);
  });

  const entry = { ...origin, ...cancelled, isInMemory: false };
  const append = async (text: string) => (await files.open(journalPath, 'a')).appendFile(text);
  const hold = (id: string, journal?: ReturnType<JournalFolder['journal']>) => {
    const batch = new Batch({ ...origin, id }, new OutcomeTable(['o1']), () => 0, journal);
    objects.hold(batch);
    return batch;
  };

  it('has what journals tell of themselves', async () => {
    assert.deepEqual(await list.all(), { batches: [entry], unreadable: [] });
    assert.deepEqual(await list.one('b'), entry);
    assert.equal(await list.one('c'), undefined);
  });

  it('looks into a journal again only where it has changed', async () => {
    await list.all();
    files.reads.length = 0;
    await list.all();
    await list.one('b');
    assert.deepEqual(files.reads, []);
    await append(linesOf({ state: 'stopped', counts: progress.counts, apiCalls: 7, duration: 0 }));
    assert.equal((await list.one('b'))?.apiCalls, 7);
  });

  it('looks again where a journal has another time, or another size, alone', async () => {
    let told = await files.stat(journalPath);
    files.stat = () => Promise.resolve(told);
    await list.all();
    for (const change of [{ mtimeMs: told.mtimeMs + 1 }, { size: told.size + 1 }]) {
      files.reads.length = 0;
      told = { ...told, ...change };
      await list.all();
      assert.ok(files.reads.length > 0, JSON.stringify(change));
    }
  });

  it('has batches in memory first, and one that is also saved once', async () => {
    hold('m');
    hold('b');
    const { batches } = await list.all();
    assert.deepEqual(
      batches.map(({ id, isInMemory }) => [id, isInMemory]),
      [
        ['m', true],
        ['b', true],
      ],
    );
    assert.deepEqual(await list.one('m'), { ...origin, id: 'm', ...progress, isInMemory: true });
  });

  it('has what runs here as this window knows it, from before its first answer', async () => {
    const batch = hold('b', folder.journal('b'));
    batch.observe({ kind: 'call' });
    running.add('b');
    const expected = { ...origin, ...progress, state: 'running', apiCalls: 1, isInMemory: false };
    assert.deepEqual([(await list.all()).batches, await list.one('b')], [[expected], expected]);
    running.clear();
    assert.deepEqual(await list.one('b'), entry, 'the journal knows better');
  });

  it('has what another window runs as running', async () => {
    const lock = await folder.journal('b').lock();
    assert.equal((await list.all()).batches[0]?.state, 'running');
    assert.equal((await list.one('b'))?.state, 'running');
    await lock.release();
    assert.equal((await list.one('b'))?.state, 'cancelled');
  });

  it('reads one whole whose end tells nothing, and has what its rows say', async () => {
    await append('{"subscribe":0,"openid":"o1"}\nx\n');
    const [first] = (await list.all()).batches;
    assert.deepEqual([first?.state, first?.counts.notFollowing, first?.damaged], ['done', 1, 1]);
    files.reads.length = 0;
    await list.all();
    assert.deepEqual(files.reads, []);
  });

  it('does not read one whole that is being written', async () => {
    await append('{"subscribe":0,"openid":"o1"}\n');
    const lock = await folder.journal('b').lock();
    assert.deepEqual((await list.all()).batches[0]?.counts, progress.counts);
    assert.equal(objects.get('b'), undefined);
    await lock.release();
  });

  it('tells which journals cannot be read, whose they are, and looks at them once', async () => {
    await (await files.open('/batches/c.ndjson', 'wx')).appendFile('{"journal":3,"appId":"wx7"}\n');
    await (await files.open('/batches/d.ndjson', 'wx')).appendFile('hello\n');
    const { batches, unreadable } = await list.all();
    assert.equal(batches.length, 1);
    assert.deepEqual(
      unreadable.map(({ id, appId, failure }) => [id, appId, failure.problem]),
      [
        ['c', 'wx7', 'tooNew'],
        ['d', undefined, 'damaged'],
      ],
    );
    assert.ok(unreadable[1] && !('appId' in unreadable[1]));
    files.reads.length = 0;
    assert.deepEqual(await list.all(), { batches, unreadable });
    assert.deepEqual(files.reads, []);
    await assert.rejects(list.one('d'), isProblem('damaged'));
  });

  it('looks again at one that was refused', async () => {
    files.refuse = operation => (operation === 'open r' ? 'EIO' : undefined);
    assert.deepEqual(
      (await list.all()).unreadable.map(({ failure }) => failure.problem),
      ['cannotRead'],
    );
    files.refuse = () => undefined;
    assert.deepEqual((await list.all()).batches, [entry]);
  });

  it('passes over one that goes while it is listed, and forgets it', async () => {
    files.refuse = operation => (operation === 'open r' ? 'ENOENT' : undefined);
    assert.deepEqual(await list.all(), { batches: [], unreadable: [] });
    assert.equal(await list.one('b'), undefined);
  });
});
