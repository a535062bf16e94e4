import assert from 'node:assert/strict';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Batch, type BatchOrigin, type RunEvent, StoreError } from '../../../../src/batch';
import { completeBatch } from '../../../../src/batch/engine/batchRun';
import { readJournal } from '../../../../src/batch/journal/journalReader';
import { createJournal, JournalWriter } from '../../../../src/batch/journal/journalWriter';
import { OutcomeTable } from '../../../../src/batch/outcomeTable';
import { type SimulatedWeChat, startWeChat } from '../../../wechat';
import { batchGetPath, clientOf, runOptions, withFolder } from '../scenario';

describe('completeBatch', () => {
  let weChat: SimulatedWeChat;

  beforeEach(async () => {
    weChat = await startWeChat({ followers: 600 });
  });

  afterEach(() => weChat.close());

  const origin: BatchOrigin = {
    id: 'b',
    appId: 'wx0000000000000000',
    accountName: 'A',
    source: 'a test',
    lang: 'en',
    startedAt: 1_700_000_000_000,
  };

  function newBatch(count: number, now: () => number = Date.now): Batch {
    return new Batch(origin, new OutcomeTable(weChat.accounts[0].openids({}, count)), now);
  }

  it('goes on in memory when the journal cannot be written, and says so', () =>
    withFolder(async folder => {
      const batch = newBatch(300);
      const path = join(folder, 'b.ndjson');
      await mkdir(folder);
      await createJournal(path, batch);
      const journal = await JournalWriter.open(path);
      // The file is gone from under the writer, as it is on a disk that was pulled out.
      await journal.close();
      await completeBatch({ batch, client: clientOf(weChat), again: [], journal, options: runOptions() });
      assert.equal(batch.state, 'done');
      assert.equal(batch.counts.following, 300);
      assert.equal(batch.storageFailure?.problem, 'cannotWrite');
      assert.equal(batch.storageFailure.code, 'EBADF');
      assert.equal((await readJournal(path)).table.counts.pending, 300);
    }));

  it('leaves the journal alone from the moment another window has taken the batch over', () =>
    withFolder(async folder => {
      const batch = newBatch(400);
      const path = join(folder, 'b.ndjson');
      await mkdir(folder);
      await createJournal(path, batch);
      const journal = await JournalWriter.open(path);
      const gate = weChat.hold(batchGetPath);
      const lost = new AbortController();
      const options = runOptions({ concurrency: 1 });
      const run = completeBatch({
        batch,
        client: clientOf(weChat),
        again: [],
        journal,
        lost: lost.signal,
        options,
      });
      await gate.arrived(1);
      gate.release();
      await gate.arrived(1);
      lost.abort(new StoreError('takenOver'));
      await assert.rejects(run, error => error instanceof StoreError && error.problem === 'takenOver');
      assert.equal(batch.state, 'interrupted');
      await journal.close();
      const { table, progress } = await readJournal(path);
      assert.equal(table.counts.following, 100);
      assert.equal(progress.state, 'interrupted');
    }));

  it('adds up the time of its runs', async () => {
    let time = 0;
    const batch = newBatch(250, () => time);
    const cancel = new AbortController();
    let calls = 0;
    const onEvent = ({ kind }: RunEvent) => {
      if (kind !== 'call') return;
      time += 1_000;
      if (++calls === 2) cancel.abort();
    };
    const client = clientOf(weChat);
    await completeBatch({
      batch,
      client,
      again: [],
      options: runOptions({ concurrency: 1, onEvent, signal: cancel.signal }),
    });
    assert.equal(batch.duration, 2_000);
    time += 60_000;
    assert.equal(batch.duration, 2_000);
    await completeBatch({ batch, client, again: [], options: runOptions({ concurrency: 1, onEvent }) });
    assert.equal(batch.state, 'done');
    assert.equal(batch.duration, 4_000);
    assert.equal(batch.apiCalls, calls);
  });
});
