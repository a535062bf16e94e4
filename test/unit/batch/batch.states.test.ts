import assert from 'node:assert/strict';
import { Batch, noCounts, type Outcome, StoreError } from '../../../src/batch';
import { type BatchProgress } from '../../../src/batch/batchFacts';
import { Journal } from '../../../src/batch/journal/journal';
import { OutcomeTable } from '../../../src/batch/rows/outcomeTable';
import { MemoryFiles } from '../../../src/files';

const origin = { id: 'b', appId: 'wx1', accountName: 'A', source: 's', lang: 'zh_TW', startedAt: 5 } as const;
const fault = { errcode: 45009, errmsg: 'quota' };
const following = (openid: string): Outcome => ({
  kind: 'following',
  openid,
  profile: { openid, subscribe: 1 },
});
const left: BatchProgress = {
  ...{ state: 'stopped', stoppedBy: fault, counts: { ...noCounts, failed: 2 }, toAskAgain: noCounts },
  ...{ apiCalls: 7, duration: 8, verified: 9, shifted: 10, refreshedAt: 11 },
};

describe('a batch', () => {
  let now: number;
  let batch: Batch;
  let heard: number;

  function make(journal?: Journal): Batch {
    now = 1_000;
    heard = 0;
    batch = new Batch(origin, new OutcomeTable(['o1', 'o2']), () => now, journal);
    batch.onDidChange(() => {
      heard++;
    });
    return batch;
  }

  beforeEach(() => void make());

  /** How often its listeners are told while something is done. */
  function changes(act: () => void): number {
    heard = 0;
    act();
    return heard;
  }

  const facts = (from: BatchProgress) => {
    const { state, stoppedBy, counts, toAskAgain, apiCalls, duration, verified, shifted, refreshedAt } = from;
    return { state, stoppedBy, counts, toAskAgain, apiCalls, duration, verified, shifted, refreshedAt };
  };

  it('is what it was made as, with all rows pending, interrupted before it began', () => {
    const { id, appId, accountName, source, lang, startedAt } = batch;
    assert.deepEqual({ id, appId, accountName, source, lang, startedAt }, origin);
    assert.deepEqual(facts(batch), {
      ...{
        state: 'interrupted',
        stoppedBy: undefined,
        counts: { ...noCounts, pending: 2 },
        toAskAgain: noCounts,
      },
      ...{ apiCalls: 0, duration: 0, verified: 0, shifted: 0, refreshedAt: undefined },
    });
    assert.deepEqual(
      [batch.isLoading, batch.runsHere, batch.wasExported, batch.revision],
      [false, false, false, 0],
    );
    assert.deepEqual(
      [batch.pace, batch.pausedUntil, batch.storageFailure],
      [undefined, undefined, undefined],
    );
    assert.deepEqual(batch.openids, ['o1', 'o2']);
  });

  it('tells of its rows', () => {
    batch.record([following('o2')], 7);
    assert.deepEqual(batch.outcomeAt(1), following('o2'));
    assert.equal(batch.outcomeAt(2), undefined);
    assert.deepEqual([batch.changeOf(0), batch.changeOf(1)], [0, 1]);
    assert.deepEqual([batch.answeredAt(0), batch.answeredAt(1)], [undefined, 7]);
    assert.deepEqual([batch.indexOf('o2'), batch.indexOf('o9')], [1, undefined]);
    assert.deepEqual([batch.openidsOf(['following']), batch.openidsToAsk()], [['o2'], ['o1']]);
    assert.equal(batch.isToAskAgain(1), false);
    batch.begin(['following']);
    assert.equal(batch.isToAskAgain(1), true);
    assert.deepEqual(batch.toSummary(), { id: 'b', counts: { ...noCounts, following: 1, pending: 1 } });
  });

  it('is in memory where it has no journal, and from when that cannot be written', () => {
    assert.equal(batch.isInMemory, true);
    const journal = new Journal(new MemoryFiles(), '/b.ndjson', 'b');
    assert.equal(make(journal).isInMemory, false);
    const failure = new StoreError('cannotWrite');
    assert.equal(
      changes(() => batch.detach(failure)),
      1,
    );
    assert.deepEqual([batch.isInMemory, batch.storageFailure], [true, failure]);
  });

  it('tells of a run from its beginning to its end', () => {
    assert.equal(
      changes(() => batch.begin([])),
      1,
    );
    assert.deepEqual([batch.state, batch.runsHere], ['running', true]);
    now += 40;
    assert.equal(
      changes(() => batch.record([following('o1'), following('o2')], now)),
      1,
    );
    assert.equal(batch.revision, 2);
    assert.equal(batch.duration, 40);
    assert.equal(
      changes(() => batch.end('stopped', fault)),
      1,
    );
    assert.deepEqual([batch.state, batch.stoppedBy, batch.runsHere], ['stopped', fault, false]);
  });

  it('tells of what a run says where that can be seen', () => {
    assert.equal(
      changes(() => batch.observe({ kind: 'call' })),
      0,
    );
    assert.equal(
      changes(() => batch.observe({ kind: 'pause', fault, until: 9 })),
      1,
    );
    assert.deepEqual([batch.apiCalls, batch.pausedUntil], [1, 9]);
  });

  it('is watched while somebody listens to it', () => {
    const other = new Batch(origin, new OutcomeTable([]), () => 0);
    assert.equal(other.isWatched, false);
    const listening = other.onDidChange(() => undefined);
    assert.equal(other.isWatched, true);
    listening.dispose();
    assert.equal(other.isWatched, false);
  });

  it('was exported until there is another outcome', () => {
    batch.noteExported();
    assert.equal(batch.wasExported, true);
    batch.begin([]);
    assert.equal(batch.wasExported, true);
    batch.record([following('o1')]);
    assert.equal(batch.wasExported, false);
  });

  it('notes when those who follow were begun to be asked again, once until that is done', () => {
    batch.record([following('o1'), following('o2')]);
    batch.begin(['notFollowing']);
    assert.equal(batch.refreshedAt, undefined);
    batch.begin(['following']);
    assert.equal(batch.refreshedAt, 1_000);
    now = 2_000;
    batch.begin(['following']);
    assert.equal(batch.refreshedAt, 1_000, 'it goes on');
    batch.record([following('o1'), following('o2')]);
    batch.begin(['following']);
    assert.equal(batch.refreshedAt, 2_000);
  });

  it('runs elsewhere as long as another window runs it, or until it is begun here', () => {
    assert.equal(
      changes(() => batch.runsElsewhere(false)),
      0,
    );
    assert.equal(
      changes(() => batch.runsElsewhere(true)),
      1,
    );
    assert.equal(
      changes(() => batch.runsElsewhere(true)),
      0,
    );
    assert.deepEqual([batch.state, batch.runsHere], ['running', false]);
    assert.equal(
      changes(() => batch.runsElsewhere(false)),
      1,
    );
    assert.equal(batch.state, 'interrupted');
    batch.runsElsewhere(true);
    batch.begin([]);
    batch.end('cancelled');
    assert.equal(batch.state, 'cancelled');
  });

  it('is what the end of its journal says while its rows are read, and what they say then', () => {
    assert.equal(
      changes(() => batch.foretell(left)),
      0,
    );
    assert.equal(batch.isLoading, true);
    assert.deepEqual(facts(batch), left);
    batch.rows.record(following('o1'));
    assert.equal(
      changes(() => batch.reread()),
      1,
    );
    assert.deepEqual([batch.isLoading, facts(batch)], [true, left]);
    assert.equal(
      changes(() => batch.reread({ ...left, state: 'cancelled', stoppedBy: undefined })),
      1,
    );
    assert.equal(batch.isLoading, false);
    assert.deepEqual(facts(batch), {
      ...{ ...left, state: 'cancelled', stoppedBy: undefined },
      counts: { ...noCounts, following: 1, pending: 1 },
    });
  });

  it('knows of no refreshing while its rows are read where the end of its journal knows none', () => {
    batch.begin(['following']);
    assert.equal(batch.refreshedAt, 1_000);
    batch.foretell({ ...left, refreshedAt: undefined });
    assert.equal(batch.refreshedAt, undefined);
  });

  it('takes other rows over, whoever’s they are', () => {
    const told: unknown[] = [];
    batch.onDidRecord(openids => told.push(openids));
    const rows = new OutcomeTable(['o7']);
    batch.reread(left, rows);
    assert.deepEqual([batch.rows, batch.openids, told], [rows, ['o7'], [undefined]]);
    assert.deepEqual([batch.apiCalls, batch.state], [7, 'stopped']);
  });
});
