import assert from 'node:assert/strict';
import { ClockTrust } from '../../../src/files';

const day = 86_400_000;
const now = Date.UTC(2026, 10, 28);

describe('ClockTrust', () => {
  const clock = (openFor: number) =>
    new ClockTrust(
      () => now,
      () => openFor,
    );

  it('believes a clock that stands at most 7 days past the newest file', () => {
    assert.equal(clock(0).trusts(now - 7 * day), true);
    assert.equal(clock(0).trusts(now - 7 * day - 1), false);
  });

  it('believes any other once the window has been open for a day', () => {
    assert.equal(clock(day - 1).trusts(now - 30 * day), false);
    assert.equal(clock(day).trusts(now - 30 * day), true);
  });

  it('believes what another clock agrees with, and never what it contradicts', () => {
    const agreed = clock(0);
    agreed.note(now + day - 1);
    assert.equal(agreed.trusts(0), true);
    const wrong = clock(2 * day);
    wrong.note(now - 30 * day);
    assert.equal(wrong.trusts(0), false);
    assert.equal(wrong.trusts(now), true);
  });

  it('takes no notice of a clock that told nothing', () => {
    const unheard = clock(0);
    unheard.note(undefined);
    unheard.note(NaN);
    assert.equal(unheard.trusts(0), false);
  });
});
