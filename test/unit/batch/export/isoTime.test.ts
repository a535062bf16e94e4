import assert from 'node:assert/strict';
import { isoTime } from '../../../../src/batch/export/isoTime';

describe('isoTime', () => {
  const followed = Date.UTC(2013, 9, 25, 9, 55, 57) / 1000;

  for (const [offset, text] of [
    [0, '2013-10-25T09:55:57+00:00'],
    [480, '2013-10-25T17:55:57+08:00'],
    [345, '2013-10-25T15:40:57+05:45'],
    [-210, '2013-10-25T06:25:57-03:30'],
    [-720, '2013-10-24T21:55:57-12:00'],
    [840, '2013-10-25T23:55:57+14:00'],
    [-1, '2013-10-25T09:54:57-00:01'],
  ] as const) {
    it(`tells ${text} at ${offset} minutes east of UTC`, () => assert.equal(isoTime(followed, offset), text));
  }

  it('leaves out parts of a second', () => {
    assert.equal(isoTime(0.999, 0), '1970-01-01T00:00:00+00:00');
    assert.equal(isoTime(-0.001, 0), '1969-12-31T23:59:59+00:00');
  });

  it('tells the last second of the calendar, and none that its offset leads beyond', () => {
    const last = 8.64e12;
    assert.equal(isoTime(last, 0), '+275760-09-13T00:00:00+00:00');
    assert.equal(isoTime(last - 480 * 60, 480), '+275760-09-13T00:00:00+08:00');
    assert.equal(isoTime(last, 1), undefined);
    assert.equal(isoTime(-last, -1), undefined);
    assert.equal(isoTime(NaN, 0), undefined);
  });
});
