import assert from 'node:assert/strict';
import { Batch, type Outcome, type ProfileSource } from '../../../../src/batch';
import { Changes } from '../../../../src/batch/changes';
import { JournalFolder } from '../../../../src/batch/journal/journalFolder';
import { OutcomeTable } from '../../../../src/batch/rows/outcomeTable';
import { BatchObjects } from '../../../../src/batch/store/batchObjects';
import { Runs } from '../../../../src/batch/store/runs';
import { Verdicts } from '../../../../src/batch/store/verdicts';
import { headOf, linesOf, origin, WatchedFiles } from '../journal/watchedFiles';
import { isProblem, runOptions } from '../scenario';

const openid = 'oTest_0000000000000000000000';
const gone: Outcome = { kind: 'notFollowing', openid, profile: { openid, subscribe: 0 } };
const start = linesOf(headOf(1), { openids: [openid] });

describe('the runs of a window', () => {
  let files: WatchedFiles;
  let folder: JournalFolder;
  let objects: BatchObjects;
  let runs: Runs;
  let told: string[];

  beforeEach(async () => {
    files = await WatchedFiles.with(start);
    folder = new JournalFolder(files, '/batches');
    objects = new BatchObjects(folder, new Verdicts(files, '/verdicts.json'), () => 0);
    const changes = new Changes();
    runs = new Runs(objects, changes);
    told = [];
    changes.subscribe(
      () =>
        void told.push(
          runs
            .all()
            .map(({ id }) => id)
            .join(),
        ),
    );
  });

  const saved = async () => (await objects.open('b')) ?? assert.fail();
  const inMemory = (id = 'm') => new Batch({ ...origin, id }, new OutcomeTable([openid]), () => 0);
  const names = () => files.readdir('/batches');

  /** Answers once a test lets it. */
  function slow() {
    let answer = () => {};
    const asked = new Promise<void>(resolve => (answer = resolve));
    let began = () => {};
    const begun = new Promise<void>(resolve => (began = resolve));
    const client: ProfileSource = {
      userInfo: () => Promise.reject(new Error('nobody is asked for singly')),
      batchGet: async openids => {
        began();
        await asked;
        return openids.map(each => ({ openid: each, subscribe: 0 }));
      },
    };
    return { client, answer: () => answer(), begun };
  }

  it('are told when one begins and when it ends', async () => {
    const { client, answer, begun } = slow();
    const batch = await saved();
    const run = runs.run(batch, client, runOptions());
    assert.deepEqual([runs.has('b'), runs.all(), told], [true, [batch], ['b']]);
    await begun;
    answer();
    await run;
    assert.deepEqual([runs.has('b'), runs.all(), told], [false, [], ['b', '']]);
    assert.equal(batch.state, 'done');
    assert.deepEqual(await names(), ['b.ndjson'], 'its lock has gone');
  });

  it('are one of a batch, and several of several', async () => {
    const [first, second] = [slow(), slow()];
    const batch = await saved();
    const running = runs.run(batch, first.client, runOptions());
    await assert.rejects(runs.run(batch, first.client, runOptions()), isProblem('busy'));
    assert.deepEqual(told, ['b']);
    const other = runs.run(inMemory(), second.client, runOptions());
    assert.deepEqual(
      runs.all().map(({ id }) => id),
      ['b', 'm'],
    );
    first.answer();
    second.answer();
    await Promise.all([running, other]);
  });

  it('hold their batch until they end; one that is saved is held by nobody then', async () => {
    const { client, answer, begun } = slow();
    const batch = await saved();
    const run = runs.run(batch, client, runOptions());
    await begun;
    assert.deepEqual(objects.inMemory(), []);
    assert.equal(objects.get('b'), batch);
    answer();
    await run;
    assert.equal(objects.get('b'), batch);
  });

  it('are none where another window has the lock, and nothing is left behind', async () => {
    const batch = await saved();
    const lock = await folder.journal('b').lock();
    await assert.rejects(runs.run(batch, slow().client, runOptions()), isProblem('busy'));
    assert.deepEqual([runs.all(), told], [[], ['b', '']]);
    await lock.release();
    assert.deepEqual(await names(), ['b.ndjson']);
  });

  it('are none where the journal has gone or cannot be written, and the lock goes', async () => {
    const batch = await saved();
    files.refuse = operation => (operation === 'open a' ? 'EROFS' : undefined);
    await assert.rejects(runs.run(batch, slow().client, runOptions()), isProblem('cannotRun'));
    assert.deepEqual(await names(), ['b.ndjson']);
    files.refuse = () => undefined;
    await files.unlink('/batches/b.ndjson');
    await assert.rejects(runs.run(batch, slow().client, runOptions()), isProblem('gone'));
    assert.deepEqual(await names(), []);
  });

  it('go on in memory where the last of the journal cannot be written', async () => {
    const batch = await saved();
    const { client, answer, begun } = slow();
    const run = runs.run(batch, client, runOptions());
    await begun;
    files.refuse = (operation, file) =>
      operation === 'append' && file.endsWith('.ndjson') ? 'ENOSPC' : undefined;
    answer();
    await run;
    assert.deepEqual([batch.state, batch.isInMemory], ['done', true]);
    assert.ok(isProblem('cannotWrite')(batch.storageFailure));
    assert.deepEqual(objects.inMemory(), [batch], 'nobody else has it');
  });

  describe('an answer that comes apart from them', () => {
    it('is taken into the batch and its journal, and told', async () => {
      const batch = await saved();
      await runs.amend(batch, gone, 7);
      assert.deepEqual([batch.outcomeAt(0), batch.answeredAt(0), told], [gone, 7, ['']]);
      const progress =
        '{"state":"interrupted","counts":{"following":0,"notFollowing":1,"invalid":0,"notReturned":0,"failed":0,"pending":0},"apiCalls":0,"duration":0}';
      const answer = `{"openid":"${openid}","subscribe":0}`;
      assert.equal(await files.text(), start + linesOf({ at: 7 }, answer, progress));
      assert.deepEqual(await names(), ['b.ndjson']);
    });

    it('is taken into a batch that has no journal', async () => {
      const batch = inMemory();
      await runs.amend(batch, gone, 7);
      assert.deepEqual([batch.outcomeAt(0), told], [gone, ['']]);
    });

    it('is taken between the answers of a run here, under the lock of that', async () => {
      const { client, answer, begun } = slow();
      const batch = await saved();
      const run = runs.run(batch, client, runOptions());
      await begun;
      await runs.amend(batch, gone, 7);
      assert.equal(batch.answeredAt(0), 7);
      answer();
      await run;
      assert.ok((await files.text()).includes('{"at":7}\n'));
    });

    it('is not taken while another window runs the batch', async () => {
      const batch = await saved();
      const lock = await folder.journal('b').lock();
      await assert.rejects(runs.amend(batch, gone, 7), isProblem('busy'));
      await lock.release();
      assert.deepEqual([batch.outcomeAt(0)?.kind, told], ['pending', []]);
    });
  });
});
