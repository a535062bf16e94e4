import assert from 'node:assert/strict';
import { Pace, type Trip } from '../../../../src/batch/engine/pace';

describe('the pace of a run', () => {
  let time: number;
  let told: number[];

  beforeEach(() => {
    time = 0;
    told = [];
  });

  function begin(most = 32): Pace {
    return new Pace(
      most,
      () => time,
      inFlight => void told.push(inFlight),
    );
  }

  /** So many calls, one after the other, that take so long and bring so many rows. */
  function answer(pace: Pace, count: number, milliseconds = 50, rows = 100): void {
    for (let call = 0; call < count; call++) {
      const trip = pace.departs();
      time += milliseconds;
      pace.arrives(trip, rows);
    }
  }

  it('begins at 8, or at the user’s limit where that is less', () => {
    assert.equal(begin().inFlight, 8);
    assert.equal(begin(8).inFlight, 8);
    assert.equal(begin(3).inFlight, 3);
    assert.equal(begin(1).inFlight, 1);
  });

  it('doubles when as many answers in a row as may be in flight have come, up to the limit', () => {
    const pace = begin();
    answer(pace, 7);
    assert.equal(pace.inFlight, 8);
    answer(pace, 1);
    assert.equal(pace.inFlight, 16);
    answer(pace, 15);
    assert.equal(pace.inFlight, 16);
    answer(pace, 1);
    assert.equal(pace.inFlight, 32);
    answer(pace, 500);
    assert.equal(pace.inFlight, 32);
    assert.deepEqual(told, [16, 32]);
  });

  it('stops at a limit that is no power of two', () => {
    const pace = begin(20);
    answer(pace, 8 + 16);
    assert.equal(pace.inFlight, 20);
  });

  it('halves when a call fails, down to one', () => {
    const pace = begin();
    answer(pace, 24);
    for (const expected of [16, 8, 4, 2, 1, 1]) {
      pace.fails(pace.departs());
      assert.equal(pace.inFlight, expected);
    }
    assert.deepEqual(told, [16, 32, 16, 8, 4, 2, 1]);
  });

  it('halves once for all calls that were in flight together', () => {
    const pace = begin();
    const trips = Array.from({ length: 8 }, () => pace.departs());
    for (const trip of trips) pace.fails(trip);
    assert.equal(pace.inFlight, 4);
  });

  it('takes no earlier call for slow or failed, but for good', () => {
    const pace = begin();
    const early: Trip[] = Array.from({ length: 31 }, () => pace.departs());
    answer(pace, 8);
    time += 60_000;
    for (const trip of early.slice(0, 15)) pace.arrives(trip, 100);
    for (const trip of early.slice(15, 30)) pace.fails(trip);
    assert.equal(pace.inFlight, 16);
    for (const trip of early.slice(30)) pace.arrives(trip, 100);
    assert.equal(pace.inFlight, 32);
  });

  it('dares more again after trouble only when eight times as many calls went well', () => {
    const pace = begin();
    pace.fails(pace.departs());
    answer(pace, 31);
    assert.equal(pace.inFlight, 4);
    answer(pace, 1);
    assert.equal(pace.inFlight, 8);
    answer(pace, 8);
    assert.equal(pace.inFlight, 16);
  });

  it('begins to count anew after each failure', () => {
    const pace = begin();
    answer(pace, 7);
    pace.fails(pace.departs());
    answer(pace, 1);
    assert.equal(pace.inFlight, 4);
  });

  it('halves when the median of eight answers takes twice as long as the best did', () => {
    const pace = begin();
    answer(pace, 8 + 16, 50);
    answer(pace, 7, 100);
    assert.equal(pace.inFlight, 32);
    answer(pace, 1, 100);
    assert.equal(pace.inFlight, 16);
  });

  it('does not mind answers that take less than that, or a few that take very long', () => {
    const pace = begin();
    answer(pace, 8 + 16, 50);
    answer(pace, 100, 99);
    for (let round = 0; round < 20; round++) {
      answer(pace, 3, 5_000);
      answer(pace, 5, 50);
    }
    assert.equal(pace.inFlight, 32);
  });

  it('looks at the last eight answers, not at all', () => {
    const pace = begin();
    answer(pace, 8 + 16 + 200, 50);
    answer(pace, 3, 200);
    assert.equal(pace.inFlight, 32);
    answer(pace, 2, 200);
    assert.equal(pace.inFlight, 16);
  });

  it('compares answers of 50 rows and more alone: refusals and single calls are quicker', () => {
    const pace = begin();
    answer(pace, 24, 1, 49);
    answer(pace, 100, 50, 50);
    answer(pace, 100, 1_000, 0);
    assert.deepEqual(told, [16, 32]);
    answer(pace, 8, 1_000, 50);
    assert.equal(pace.inFlight, 16);
  });

  it('counts refusals among what goes well', () => {
    const pace = begin();
    answer(pace, 8, 50, 0);
    assert.equal(pace.inFlight, 16);
  });

  it('does not fall below its beginning because of slow answers, and takes them for usual there', () => {
    const pace = begin();
    answer(pace, 8, 10);
    answer(pace, 8, 1_000);
    assert.equal(pace.inFlight, 8);
    answer(pace, 8 * 8 - 1, 1_000);
    assert.equal(pace.inFlight, 8);
    answer(pace, 1, 1_000);
    assert.equal(pace.inFlight, 16);
    answer(pace, 16, 1_000);
    assert.equal(pace.inFlight, 32);
    answer(pace, 8, 2_000);
    assert.equal(pace.inFlight, 16);
  });

  it('is not slowed down by a clock that stands', () => {
    const pace = begin();
    answer(pace, 8 + 16 + 100, 0);
    assert.equal(pace.inFlight, 32);
  });
});
