import assert from 'node:assert/strict';
import { Allowance, allowanceOf } from '../../../../src/batch/engine/allowance';

const minute = 60_000;

describe('the allowance of an account', () => {
  /** Books so many calls at one time. */
  function book(allowance: Allowance, count: number, now: number): number[] {
    return Array.from({ length: count }, () => allowance.book(now));
  }

  it('lets any number of calls go at once where no limit is known', () => {
    const allowance = new Allowance();
    assert.deepEqual(new Set(book(allowance, 5_000, 7)), new Set([7]));
    assert.equal(allowance.limitAt(7), undefined);
  });

  it('keeps below 95 % of the limit that is named, in any time as long as that', () => {
    const allowance = new Allowance();
    allowance.name({ calls: 100, seconds: 10 }, 0);
    assert.deepEqual([allowance.limitAt(0)?.calls, allowance.limitAt(0)?.seconds], [95, 10]);
    const departures = [...book(allowance, 50, 0), ...book(allowance, 250, 4_000)];
    assert.deepEqual(departures.slice(0, 50), Array(50).fill(0));
    assert.deepEqual(departures.slice(50, 95), Array(45).fill(4_000));
    assert.deepEqual(departures.slice(95, 145), Array(50).fill(10_000));
    assert.deepEqual(departures.slice(145, 190), Array(45).fill(14_000));
    assert.equal(departures[190], 20_000);
  });

  it('counts the calls that went out before the limit was named', () => {
    const allowance = new Allowance();
    book(allowance, 95, 0);
    allowance.name({ calls: 100, seconds: 60 }, 10);
    assert.equal(allowance.book(10), minute);
    assert.equal(allowance.book(2 * minute), 2 * minute);
  });

  it('lets one call go even where less than one is left', () => {
    const allowance = new Allowance();
    allowance.name({ calls: 1, seconds: 60 }, 0);
    assert.deepEqual(book(allowance, 2, 0), [0, minute]);
  });

  it('holds for an hour', () => {
    const allowance = new Allowance();
    allowance.name({ calls: 100, seconds: 60 }, 0);
    assert.ok(allowance.limitAt(60 * minute - 1));
    assert.equal(allowance.limitAt(60 * minute), undefined);
  });

  it('gives back what was booked for later when a pause begins', () => {
    const allowance = new Allowance();
    allowance.name({ calls: 2, seconds: 60 }, 0);
    assert.deepEqual(book(allowance, 3, 0), [0, minute, 2 * minute]);
    allowance.cancel(1);
    assert.equal(allowance.book(1), minute);
    allowance.cancel(minute);
    assert.equal(allowance.book(minute), 2 * minute);
  });

  it('remembers a longer time than a minute where the limit needs it, however many calls there are', () => {
    const allowance = new Allowance();
    allowance.name({ calls: 4_000, seconds: 600 }, 0);
    book(allowance, 2_000, 0);
    book(allowance, 1_800, 9 * minute);
    assert.equal(allowance.book(9 * minute), 10 * minute);
  });

  describe('after 45011', () => {
    /** At most one call each so many milliseconds, from one time to another. */
    function callEvery(allowance: Allowance, milliseconds: number, from: number, to: number): void {
      for (let now = from; now < to; now += milliseconds) allowance.book(now);
    }

    it('is 95 % of what that minute had let through', () => {
      const allowance = new Allowance();
      book(allowance, 110, 5_000);
      allowance.learn(6_000, 10);
      assert.deepEqual([allowance.limitAt(6_000)?.calls, allowance.limitAt(6_000)?.seconds], [95, 60]);
    });

    it('counts the minute of the clock, where the last sixty seconds saw parts of two', () => {
      const allowance = new Allowance();
      callEvery(allowance, 100, minute / 2, minute + 40_000);
      allowance.learn(minute + 40_000, 0);
      assert.equal(allowance.limitAt(minute + 40_000)?.calls, 380);
    });

    it('counts the last sixty seconds, where the minute of the clock has just begun', () => {
      const allowance = new Allowance();
      callEvery(allowance, 100, 0, minute + 5_000);
      allowance.learn(minute + 5_000, 0);
      assert.equal(allowance.limitAt(minute + 5_000)?.calls, Math.floor(0.95 * 599));
    });

    it('counts the calls of the moment itself', () => {
      const allowance = new Allowance();
      book(allowance, 20, 5_000);
      allowance.learn(5_000, 0);
      assert.equal(allowance.limitAt(5_000)?.calls, 19);
    });

    it('counts the minute of the clock, where that has seen half of the calls', () => {
      const allowance = new Allowance();
      book(allowance, 40, 30_000);
      book(allowance, 40, minute + 10_000);
      allowance.learn(minute + 10_000, 0);
      assert.equal(allowance.limitAt(minute + 10_000)?.calls, 38);
    });

    it('counts no calls after it, and none that are older than a minute', () => {
      const allowance = new Allowance();
      book(allowance, 500, 0);
      book(allowance, 40, minute + 30_000);
      book(allowance, 500, minute + 40_000);
      allowance.learn(minute + 35_000, 0);
      assert.equal(allowance.limitAt(minute + 35_000)?.calls, 38);
    });

    it('stays unknown where so few went through that others must have used the minute', () => {
      const allowance = new Allowance();
      book(allowance, 20, 0);
      allowance.learn(1, 5);
      assert.equal(allowance.limitAt(1), undefined);
      allowance.learn(1, 4);
      assert.equal(allowance.limitAt(1)?.calls, 15);
    });
  });

  it('is one for all runs of a client', () => {
    const [one, other] = [{}, {}];
    assert.equal(allowanceOf(one), allowanceOf(one));
    assert.notEqual(allowanceOf(one), allowanceOf(other));
  });
});
