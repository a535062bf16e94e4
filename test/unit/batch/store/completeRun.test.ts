import assert from 'node:assert/strict';
import { join } from 'node:path';
import { Batch, type BatchOrigin, type RunEvent, StoreError } from '../../../../src/batch';
import { Journal } from '../../../../src/batch/journal/journal';
import { Replay } from '../../../../src/batch/journal/replay';
import { OutcomeTable } from '../../../../src/batch/rows/outcomeTable';
import { completeRun } from '../../../../src/batch/store/completeRun';
import { nodeFiles } from '../../../../src/files';
import { type SimulatedWeChat, startWeChat } from '../../../wechat';
import { batchGetPath, clientOf, runOptions, withFolder } from '../scenario';

describe('completeRun', () => {
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

  function newBatch(openids: readonly string[], now: () => number = Date.now): Batch {
    return new Batch(origin, new OutcomeTable(openids), now);
  }

  const anybody = (count: number) => weChat.accounts[0].openids({}, count);

  async function withJournal(folder: string, batch: Batch): Promise<Journal> {
    const journal = new Journal(nodeFiles, join(folder, 'b.ndjson'), 'b');
    await journal.create(batch, batch.openids, batch);
    batch.journal = journal;
    await journal.begin();
    return journal;
  }

  async function reread(folder: string) {
    const replay = new Replay();
    for await (const block of new Journal(nodeFiles, join(folder, 'b.ndjson'), 'b').read())
      replay.take(block);
    return replay.end();
  }

  it('goes on in memory when the journal cannot be written, and says so', () =>
    withFolder(async folder => {
      const batch = newBatch(anybody(300));
      const journal = await withJournal(folder, batch);
      journal.note = () => {
        throw Object.assign(new Error('full'), { code: 'ENOSPC' });
      };
      await completeRun({ batch, client: clientOf(weChat), options: runOptions() });
      assert.equal(batch.state, 'done');
      assert.equal(batch.counts.following + batch.counts.notFollowing, 300);
      assert.equal(batch.storageFailure?.problem, 'cannotWrite');
      assert.equal(batch.storageFailure.code, 'ENOSPC');
      assert.ok(batch.isInMemory);
      await journal.end();
      assert.equal((await reread(folder)).table.counts.pending, 300);
    }));

  it('leaves the journal alone from the moment another window has taken the batch over', () =>
    withFolder(async folder => {
      const batch = newBatch(weChat.accounts[0].openids({ state: 'following' }, 400));
      const journal = await withJournal(folder, batch);
      const gate = weChat.hold(batchGetPath);
      const lost = new AbortController();
      const options = runOptions({ concurrency: 1 });
      const run = completeRun({ batch, client: clientOf(weChat), lost: lost.signal, options });
      await gate.arrived(1);
      gate.release();
      await gate.arrived(1);
      lost.abort(new StoreError('takenOver'));
      await assert.rejects(run, error => error instanceof StoreError && error.problem === 'takenOver');
      assert.equal(batch.state, 'interrupted');
      await journal.end();
      const { table, progress } = await reread(folder);
      assert.equal(table.counts.following, 100);
      assert.equal(progress.state, 'interrupted');
    }));

  it('adds up the time of its runs', async () => {
    let time = 0;
    const batch = newBatch(weChat.accounts[0].openids({ state: 'following' }, 250), () => time);
    const cancel = new AbortController();
    let calls = 0;
    const onEvent = ({ kind }: RunEvent) => {
      if (kind !== 'call') return;
      time += 1_000;
      if (++calls === 2) cancel.abort();
    };
    const client = clientOf(weChat);
    const options = runOptions({ concurrency: 1, onEvent, signal: cancel.signal });
    await completeRun({ batch, client, options });
    assert.equal(batch.duration, 2_000);
    time += 60_000;
    assert.equal(batch.duration, 2_000);
    await completeRun({ batch, client, options: runOptions({ concurrency: 1, onEvent }) });
    assert.equal(batch.state, 'done');
    assert.equal(batch.duration, 4_000);
    assert.equal(batch.apiCalls, calls);
  });

  it('notes with each answer when it came', async () => {
    let time = 1_700_000_000_000;
    const openids = weChat.accounts[0].openids({ state: 'following' }, 200);
    const batch = newBatch(openids);
    const now = () => (time += 1_000);
    await completeRun({ batch, client: clientOf(weChat), options: runOptions({ concurrency: 1, now }) });
    const first = batch.answeredAt(0) ?? 0;
    const last = batch.answeredAt(199) ?? 0;
    assert.ok(first > 1_700_000_000_000 && last > first && last <= time);
  });

  it('keeps an answer for which no new one came, still to be asked for, and says why', async () => {
    const away = weChat.accounts[0].openids({ state: 'notFollowing' }, 3);
    const batch = newBatch(away);
    await completeRun({ batch, client: clientOf(weChat), options: runOptions() });
    const answers = away.map((_, index) => batch.outcomeAt(index));
    weChat.faults.add({ kind: 'errcode', errcode: -1 }, { path: batchGetPath });
    const options = { ...runOptions(), again: ['notFollowing'] as const };
    await completeRun({ batch, client: clientOf(weChat), options });
    assert.deepEqual(
      away.map((_, index) => batch.outcomeAt(index)),
      answers,
    );
    assert.equal(batch.state, 'stopped');
    assert.ok(batch.stoppedBy && 'errcode' in batch.stoppedBy && batch.stoppedBy.errcode === -1);
    assert.deepEqual(batch.openidsToAsk(), away);
  });
});
