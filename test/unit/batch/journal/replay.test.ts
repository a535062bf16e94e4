import assert from 'node:assert/strict';
import { noCounts, type OutcomeCounts } from '../../../../src/batch';
import { unstarted } from '../../../../src/batch/batchFacts';
import { type JournalBlock } from '../../../../src/batch/journal/journalReader';
import { parseRecord } from '../../../../src/batch/journal/journalRecord';
import { Replay } from '../../../../src/batch/journal/replay';
import { OutcomeTable } from '../../../../src/batch/rows/outcomeTable';
import { asLine, isProblem } from '../scenario';
import { origin } from './watchedFiles';

interface Read {
  readonly isAnew?: boolean;
  readonly listed?: number;
  readonly total?: number;
  readonly at?: number;
}

/** A block of these lines, of a journal for two openids of which both were read, unless it is said otherwise. */
function block(
  lines: readonly string[],
  { isAnew = false, listed = 2, total = 2, at }: Read = {},
): JournalBlock {
  const head = { version: 2, origin, total, line: '', end: 0 } as const;
  const records = lines.map(line => parseRecord(asLine(line), at));
  return { isAnew, records, position: { head, offset: 0, listed } };
}

const list = '{"openids":["o1","o2"]}';
const gone = '{"subscribe":0,"openid":"o1"}';
const some = (counts: OutcomeCounts) =>
  Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
const noted = (state: string, counts: object, more: object = {}) =>
  JSON.stringify({ state, counts: { ...noCounts, ...counts }, apiCalls: 3, duration: 4, ...more });

describe('the replay of a journal', () => {
  it('has no rows until all openids were read', () => {
    assert.equal(new Replay(new OutcomeTable(['o1'])).rows, undefined);
    const replay = new Replay();
    const openids = () => replay.rows?.openids;
    replay.take(block([], { isAnew: true, listed: 0 }));
    assert.equal(openids(), undefined);
    replay.take(block(['{"openids":["o1"]}'], { listed: 1 }));
    assert.equal(openids(), undefined);
    assert.throws(() => replay.end(), isProblem('damaged'));
    replay.take(block(['{"openids":["o2"]}']));
    assert.deepEqual(openids(), ['o1', 'o2']);
    assert.equal(replay.end().table, replay.rows);
  });

  it('has no rows of a list of nobody, which has no line', () => {
    const replay = new Replay();
    replay.take(block([], { isAnew: true, listed: 0, total: 0 }));
    assert.deepEqual(replay.rows?.openids, []);
    assert.deepEqual(replay.end().progress.state, 'done');
    const same = replay.rows;
    replay.take(block(['{"at":5}'], { listed: 0, total: 0 }));
    assert.equal(replay.rows, same);
  });

  it('does what the lines say', () => {
    const replay = new Replay();
    replay.take(block([list, gone, '{"kind":"notReturned","openid":"o2"}'], { isAnew: true, at: 7 }));
    replay.take(block(['{"still":["notReturned"]}', '{"at":9}', '{"later":1}']));
    const { table, progress } = replay.end();
    assert.deepEqual([table.at(0)?.kind, table.answeredAt(0), table.answeredAt(1)], ['notFollowing', 7, 7]);
    assert.deepEqual(
      [some(progress.counts), some(progress.toAskAgain)],
      [{ notFollowing: 1, notReturned: 1 }, { notReturned: 1 }],
    );
    assert.equal(replay.damaged, 0);
  });

  it('counts damaged lines, profiles among them, and takes odd profiles nevertheless', () => {
    const replay = new Replay();
    const odd = '{"subscribe":1, "openid":"o2","subscribe_time":8}';
    replay.take(
      block([list, '{"at":', '{"subscribe":1,"openid":"o1"', '{"subscribe":0}', odd], { isAnew: true }),
    );
    assert.equal(replay.damaged, 3);
    assert.deepEqual(some(replay.end().progress.counts), { pending: 1, following: 1 });
  });

  it('forgets everything where the journal is read anew', () => {
    const replay = new Replay();
    replay.take(block([list, gone, 'x', noted('cancelled', { pending: 2 })], { isAnew: true }));
    const before = replay.rows;
    replay.take(block([list], { isAnew: true }));
    assert.notEqual(replay.rows, before);
    const { progress } = replay.end();
    assert.deepEqual([replay.damaged, some(progress.counts)], [0, { pending: 2 }]);
    assert.deepEqual([progress.state, progress.apiCalls], ['interrupted', 0]);
  });

  it('goes on with the rows that it was given', () => {
    const first = new Replay();
    first.take(block([list, gone], { isAnew: true }));
    const table = first.rows;
    const second = new Replay(table);
    second.take(block([]));
    second.take(block(['{"subscribe":1,"openid":"o2"}']));
    assert.equal(second.end().table, table);
    assert.deepEqual(some(second.end().progress.counts), { notFollowing: 1, following: 1 });
  });

  it('ends as was noted last, or else as was known before, or else interrupted', () => {
    const known = { ...unstarted, counts: noCounts, state: 'cancelled', apiCalls: 9 } as const;
    const replay = new Replay();
    replay.take(block([list], { isAnew: true }));
    assert.deepEqual(replay.end().progress, { ...unstarted, counts: { ...noCounts, pending: 2 } });
    const { progress } = replay.end(known);
    assert.deepEqual(
      [progress.state, progress.apiCalls, some(progress.counts)],
      ['cancelled', 9, { pending: 2 }],
    );
    replay.take(block([noted('running', {}), noted('stopped', { following: 2 }, { verified: 5 })]));
    const last = replay.end(known).progress;
    assert.deepEqual([last.state, last.apiCalls, last.duration, last.verified], ['stopped', 3, 4, 5]);
    assert.deepEqual(some(last.counts), { pending: 2 }, 'the rows decide');
  });

  it('is done where the rows are, whatever was noted', () => {
    const replay = new Replay();
    replay.take(
      block([list, gone, gone.replace('o1', 'o2'), noted('running', { pending: 2 })], { isAnew: true }),
    );
    assert.deepEqual(
      [replay.end().progress.state, some(replay.end().progress.counts)],
      ['done', { notFollowing: 2 }],
    );
  });
});
