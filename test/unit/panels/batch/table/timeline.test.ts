import assert from 'node:assert/strict';
import fc from 'fast-check';

import { timelineOf as stepsOf } from '../../../../../src/panels/batch/table/timeline';
import { finish } from '../../../../../src/panels/steps';
import { bounds } from '../../../../../src/protocol/bounds';

/** A moment in Beijing, in unix seconds. */
const beijing = (text: string) => Date.parse(`${text}+08:00`) / 1000;
const day = 86_400;
const timelineOf = (times: number[]) => finish(stepsOf(times));

describe('timeline of follows', () => {
  const units: [string, string, string][] = [
    ['2024-05-01T00:00', '2024-06-15T23:59', 'day'],
    ['2024-01-01T00:00', '2024-12-31T00:00', 'week'],
    ['2021-01-01T00:00', '2024-12-31T00:00', 'month'],
    ['2014-01-01T00:00', '2024-12-31T00:00', 'quarter'],
    ['2011-02-01T00:00', '2030-12-31T00:00', 'year'],
  ];
  for (const [first, last, unit] of units) {
    it(`from ${first} to ${last} has a bar for each ${unit}`, () => {
      assert.equal(timelineOf([beijing(first), beijing(last)])?.unit, unit);
    });
  }

  it('begins days at midnight in Beijing', () => {
    const timeline = timelineOf([beijing('2024-05-01T23:59:59'), beijing('2024-05-02T00:00:00')]);
    assert.deepEqual(timeline?.bins, [
      { from: beijing('2024-05-01T00:00'), to: beijing('2024-05-02T00:00'), count: 1 },
      { from: beijing('2024-05-02T00:00'), to: beijing('2024-05-03T00:00'), count: 1 },
    ]);
  });

  it('begins weeks on Monday', () => {
    const timeline = timelineOf([beijing('2024-01-10T12:00'), beijing('2024-12-01T12:00')]);
    assert.equal(timeline?.bins[0]?.from, beijing('2024-01-08T00:00'));
  });

  it('leaves out rows without a time, and times that no follow can have', () => {
    assert.equal(timelineOf([]), undefined);
    assert.equal(timelineOf([NaN, 0, 8.64e12]), undefined);
    assert.equal(timelineOf([NaN, beijing('2024-05-01T08:00'), 8.64e12])?.bins.length, 1);
  });

  it('counts each follow in exactly one of adjoining bars, never too many of them', () => {
    const times = fc.array(
      fc.integer({ min: beijing('2011-01-01T00:00'), max: beijing('2099-12-31T00:00') }),
      {
        minLength: 1,
      },
    );
    fc.assert(
      fc.property(times, list => {
        const bins = timelineOf(list)?.bins ?? [];
        assert.ok(bins.length > 0 && bins.length <= bounds.bins);
        assert.equal(
          bins.reduce((sum, { count }) => sum + count, 0),
          list.length,
        );
        for (const [index, { from, to, count }] of bins.entries()) {
          assert.ok(to - from >= day);
          assert.equal(count, list.filter(time => time >= from && time < to).length);
          if (index > 0) assert.equal(from, bins[index - 1]?.to);
        }
      }),
    );
  });
});
