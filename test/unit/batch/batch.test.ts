import assert from 'node:assert/strict';
import { Batch, type Outcome, stillToAsk } from '../../../src/batch';
import { OutcomeTable } from '../../../src/batch/rows/outcomeTable';

const following = (openid: string): Outcome => ({
  kind: 'following',
  openid,
  profile: { openid, subscribe: 1, subscribe_time: 1_500_000_000 },
});
const gone = (openid: string): Outcome => ({
  kind: 'notFollowing',
  openid,
  profile: { openid, subscribe: 0 },
});
const fault = { reason: 'timeout' } as const;

describe('a batch in memory', () => {
  let now = 1_000;
  let batch: Batch;

  beforeEach(() => {
    now = 1_000;
    const origin = {
      id: 'b',
      appId: 'wx1',
      accountName: 'A',
      source: 's',
      lang: 'zh_CN',
      startedAt: 0,
    } as const;
    batch = new Batch(origin, new OutcomeTable(['o1', 'o2', 'o3']), () => now);
  });

  it('answers so many openids a second, in the run that is under way', () => {
    assert.equal(batch.rate, 0);
    batch.begin([]);
    now += 500;
    batch.record([following('o1'), gone('o2')], now);
    assert.equal(batch.rate, 4);
    batch.end('cancelled');
    assert.equal(batch.rate, 0);
    batch.begin(['notFollowing']);
    now += 1_000;
    assert.equal(batch.rate, 0);
    batch.record([gone('o2')], now);
    assert.equal(batch.rate, 1);
  });

  it('tells the pace of its run, and of no other', () => {
    batch.begin([]);
    batch.observe({ kind: 'pace', inFlight: 16, limit: { calls: 500, seconds: 60 } });
    assert.deepEqual(batch.pace, { inFlight: 16, limit: { calls: 500, seconds: 60 } });
    batch.end('done');
    assert.equal(batch.pace, undefined);
  });

  it('counts the rows that were verified, and those whose answer was shifted', () => {
    batch.observe({ kind: 'verified', openid: 'o1' });
    batch.observe({ kind: 'verified', openid: 'o2' });
    batch.observe({ kind: 'shifted', openids: ['o1', 'o2', 'o3'] });
    assert.deepEqual([batch.verified, batch.shifted], [2, 3]);
  });

  it('keeps an answer beside its mark until there is a new one, whatever befalls the call', () => {
    batch.record([following('o1'), gone('o2')], 5_000);
    batch.begin(['notFollowing']);
    assert.deepEqual(
      [batch.counts.notFollowing, batch.toAskAgain.notFollowing, stillToAsk(batch)],
      [1, 1, 2],
    );
    batch.record([{ kind: 'failed', openid: 'o2', fault }], 6_000);
    assert.equal(batch.outcomeAt(1)?.kind, 'notFollowing');
    assert.deepEqual([batch.answeredAt(1), batch.isToAskAgain(1)], [5_000, true]);
    batch.record([following('o2')], 7_000);
    assert.deepEqual([batch.answeredAt(1), batch.isToAskAgain(1)], [7_000, false]);
    assert.deepEqual(batch.openidsToAsk(), ['o3']);
  });

  it('tells whose rows are others, and that all may be where some are marked', () => {
    const told: (readonly string[] | undefined)[] = [];
    batch.onDidRecord(openids => told.push(openids));
    batch.begin([]);
    batch.record([following('o3')], now);
    batch.begin(['following']);
    assert.deepEqual(told, [['o3'], undefined]);
  });
});
