import assert from 'node:assert/strict';
import { Batch, StoreError } from '../../../../src/batch';
import { unstarted } from '../../../../src/batch/batchFacts';
import { JournalFolder } from '../../../../src/batch/journal/journalFolder';
import { OutcomeTable } from '../../../../src/batch/rows/outcomeTable';
import { type AboutWhom, answersAbout } from '../../../../src/batch/store/answersAbout';
import { BatchObjects } from '../../../../src/batch/store/batchObjects';
import { Verdicts } from '../../../../src/batch/store/verdicts';
import { headOf, linesOf, origin, WatchedFiles } from '../journal/watchedFiles';

const inJournal = { subscribe: 0, openid: 'o1' };
const row = { openid: 'o1', subscribe: 1 };

describe('what batches hold about some people', () => {
  let files: WatchedFiles;
  let folder: JournalFolder;
  let objects: BatchObjects;

  beforeEach(async () => {
    files = await WatchedFiles.with(linesOf(headOf(2), { openids: ['o1', 'o2'] }, { at: 5 }, inJournal));
    folder = new JournalFolder(files, '/batches');
    objects = new BatchObjects(folder, new Verdicts(files, '/verdicts.json'), () => 0);
  });

  async function about(whom: Partial<AboutWhom> = {}) {
    const found: (readonly [kind: string, notBefore: number])[] = [];
    const all = { appId: 'wx1', openids: new Set(['o1']), ...whom };
    for await (const { outcome, notBefore } of answersAbout(folder, objects, all))
      found.push([outcome.kind, notBefore]);
    return found;
  }

  /** A batch of this window under the name of the journal, which knows another answer. */
  function hold(journal = true, appId = 'wx1'): Batch {
    const table = new OutcomeTable(['o1', 'o2']);
    const batch = new Batch({ ...origin, appId }, table, () => 0, journal ? folder.journal('b') : undefined);
    batch.record([{ kind: 'following', openid: 'o1', profile: row }], 9);
    objects.hold(batch);
    return batch;
  }

  it('is read from journals that nobody has here', async () => {
    assert.deepEqual(await about(), [['notFollowing', 5]]);
    assert.deepEqual(await about({ openids: new Set(['o2']) }), []);
    assert.deepEqual(await about({ appId: 'wx2' }), []);
  });

  it('is what this window knows of a batch that it has whole, without its journal', async () => {
    hold();
    assert.deepEqual(await about(), [['following', 9]]);
    assert.deepEqual(files.reads, []);
    assert.deepEqual(
      await about({ openids: new Set(['o2', 'oNobody']) }),
      [],
      'nothing is known of who is pending',
    );
  });

  it('is what it knows of its own runs, and of what is in memory only', async () => {
    hold().begin([]);
    assert.deepEqual(await about(), [['following', 9]]);
    hold(false).runsElsewhere(true);
    assert.deepEqual(await about(), [['following', 9]]);
  });

  it('is read from the journal of a batch that another window runs, or that is still being read', async () => {
    hold().runsElsewhere(true);
    assert.deepEqual(await about(), [['notFollowing', 5]]);
    const loading = hold();
    loading.foretell({ ...unstarted, counts: loading.counts });
    assert.deepEqual(await about(), [['notFollowing', 5]]);
  });

  it('is nothing of another account’s batch', async () => {
    hold(true, 'wx2');
    assert.deepEqual(await about(), []);
  });

  it('is dated by the beginning of its batch where nobody noted a time', async () => {
    await files.unlink('/batches/b.ndjson');
    const file = await files.open('/batches/b.ndjson', 'wx');
    await file.appendFile(linesOf(headOf(1), { openids: ['o1'] }, inJournal));
    assert.deepEqual(await about(), [['notFollowing', origin.startedAt]]);
    hold().record([{ kind: 'following', openid: 'o1', profile: row }]);
    assert.deepEqual(await about(), [['following', origin.startedAt]]);
  });

  it('is nothing of what cannot be read, and ends with its signal', async () => {
    const reason = new Error('enough');
    await assert.rejects(about({ signal: AbortSignal.abort(reason) }), reason);
    files.refuse = operation => (operation === 'open r' ? 'EIO' : undefined);
    assert.deepEqual(await about(), []);
    files.refuse = operation => (operation === 'readdir' ? 'EIO' : undefined);
    await assert.rejects(about(), StoreError);
  });
});
