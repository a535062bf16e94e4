import assert from 'node:assert/strict';
import { Batch, noCounts } from '../../../../src/batch';
import { JournalFolder } from '../../../../src/batch/journal/journalFolder';
import { OutcomeTable } from '../../../../src/batch/rows/outcomeTable';
import { BatchObjects } from '../../../../src/batch/store/batchObjects';
import { Verdicts } from '../../../../src/batch/store/verdicts';
import { headOf, journalPath, linesOf, origin, WatchedFiles } from '../journal/watchedFiles';
import { isProblem } from '../scenario';

const megabyte = 1024 * 1024;
const start = linesOf(headOf(1), { openids: ['o1'] });
const end = linesOf({ state: 'done', counts: { ...noCounts, notFollowing: 1 }, apiCalls: 7, duration: 0 });

/** A journal of so many bytes, which ends with the answer about its only openid. */
function journalOf(bytes: number): string {
  const last = linesOf('{"subscribe":0,"openid":"o1"}') + end;
  const left = bytes - Buffer.byteLength(start + last);
  return (
    start +
    '{"at":1}\n'.repeat(Math.floor(left / 9) - 3) +
    linesOf(`{"x":"${'x'.repeat((left % 9) + 27 - 9)}"}`) +
    last
  );
}

describe('the batches of a window', () => {
  let files: WatchedFiles;
  let folder: JournalFolder;
  let verdicts: Verdicts;
  let objects: BatchObjects;

  async function begin(text?: string): Promise<void> {
    files = await WatchedFiles.with(text);
    folder = new JournalFolder(files, '/batches');
    verdicts = new Verdicts(files, '/verdicts.json');
    objects = new BatchObjects(folder, verdicts, () => 0);
  }

  beforeEach(() => begin(start));

  const append = async (text: string) => (await files.open(journalPath, 'a')).appendFile(text);
  const inMemory = () => new Batch({ ...origin, id: 'm' }, new OutcomeTable(['o1']), () => 0);
  const opened = async () => (await objects.open('b')) ?? assert.fail();

  it('are none at first', () => {
    assert.deepEqual([objects.all(), objects.inMemory(), objects.get('b')], [[], [], undefined]);
  });

  it('are one object for all who ask, also at the same time', async () => {
    const [first, second, soon] = await Promise.all([
      objects.open('b'),
      objects.open('b'),
      objects.open('b', true),
    ]);
    assert.ok(first);
    assert.deepEqual([second === first, soon === first, objects.get('b') === first], [true, true, true]);
    assert.deepEqual(objects.all(), [first]);
    assert.equal(await objects.open('b'), first);
    assert.equal(files.opened, 0);
  });

  it('are read with what their journal says, which the list need not read again', async () => {
    await append(linesOf('{"subscribe":0,"openid":"o1"}', 'x') + end);
    const stat = await files.stat(journalPath);
    const batch = await opened();
    assert.deepEqual(
      [batch.state, batch.counts.notFollowing, batch.apiCalls, batch.isInMemory],
      ['done', 1, 7, false],
    );
    assert.deepEqual([batch.id, batch.source, batch.isLoading], ['b', 'list.json', false]);
    const verdict = await verdicts.of('b', stat);
    assert.deepEqual([verdict?.damaged, verdict?.progress?.state], [1, 'done']);
  });

  it('are undefined where there is none, and a failure where it cannot be read, for all who wait', async () => {
    assert.deepEqual(await Promise.all([objects.open('c'), objects.open('c', true)]), [undefined, undefined]);
    await begin('hello\n');
    await assert.rejects(objects.open('b'), isProblem('damaged'));
    await assert.rejects(objects.open('b', true), isProblem('damaged'));
    await begin(start);
    await opened();
    files.refuse = () => 'ENOENT';
    assert.equal(await objects.open('b'), undefined, 'it has gone meanwhile');
  });

  it('are shown before all of their rows were read where their journal is above a megabyte', async () => {
    for (const [bytes, isLoading] of [
      [megabyte, false],
      [megabyte + 1, true],
    ] as const) {
      const text = journalOf(bytes);
      assert.equal(Buffer.byteLength(text), bytes);
      await begin(text);
      const batch = (await objects.open('b', true)) ?? assert.fail();
      assert.equal(batch.isLoading, isLoading);
      assert.deepEqual([batch.state, batch.counts.notFollowing, batch.apiCalls], ['done', 1, 7]);
      let told = 0;
      batch.onDidChange(() => {
        told++;
      });
      assert.equal(batch.outcomeAt(0)?.kind, isLoading ? 'pending' : 'notFollowing');
      assert.equal(await objects.open('b'), batch);
      assert.deepEqual([batch.isLoading, batch.outcomeAt(0)?.kind], [false, 'notFollowing']);
      assert.equal(told > 1, isLoading);
    }
  });

  it('are whole for those who want them whole, however long they are', async () => {
    await begin(journalOf(megabyte + 1));
    const batch = await opened();
    assert.deepEqual([batch.isLoading, batch.outcomeAt(0)?.kind], [false, 'notFollowing']);
  });

  it('are held where they end with the window, and otherwise as long as somebody looks at them', async () => {
    const memory = inMemory();
    objects.rest(memory);
    const saved = await opened();
    objects.hold(saved);
    assert.deepEqual([objects.inMemory(), objects.all()], [[memory], [memory, saved]]);
    assert.equal(await objects.open('m'), memory);
    objects.rest(saved);
    assert.deepEqual([objects.get('b'), objects.all()], [saved, [memory, saved]]);
    objects.forget('m');
    objects.forget('b');
    assert.deepEqual([objects.all(), objects.get('b'), objects.get('m')], [[], undefined, undefined]);
  });

  it('are not read again while they are held', async () => {
    objects.hold(await opened());
    await append(end);
    files.reads.length = 0;
    await objects.open('b');
    assert.deepEqual(files.reads, []);
  });

  describe('that another window goes on with', () => {
    it('take over what was added, once for all who ask', async () => {
      const batch = await opened();
      await append(linesOf('{"subscribe":0,"openid":"o1"}') + end);
      files.reads.length = 0;
      const reading = objects.catchUp(batch);
      assert.equal(objects.catchUp(batch), reading);
      await reading;
      assert.deepEqual([batch.state, batch.counts.notFollowing, batch.apiCalls], ['done', 1, 7]);
      const reads = files.reads.length;
      await objects.catchUp(batch);
      assert.equal(files.reads.length, reads, 'nothing has changed');
      await append('{"kind":"invalid","openid":"o1","fault":{"errcode":40003,"errmsg":""}}\n');
      assert.equal(await objects.open('b'), batch);
      assert.equal(batch.outcomeAt(0)?.kind, 'invalid');
    });

    it('are read anew where the journal is another one', async () => {
      const batch = await opened();
      await files.unlink(journalPath);
      await append(linesOf(headOf(2), { openids: ['o7', 'o8'] }));
      await objects.catchUp(batch);
      assert.deepEqual([batch.openids, batch.counts.pending], [['o7', 'o8'], 2]);
    });

    it('take over nothing while they run here, or have no journal', async () => {
      const batch = await opened();
      batch.begin([]);
      await append(end);
      files.reads.length = 0;
      await objects.catchUp(batch);
      await objects.catchUp(inMemory());
      assert.deepEqual([files.reads, batch.apiCalls], [[], 0]);
    });
  });
});
