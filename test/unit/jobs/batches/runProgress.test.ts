import assert from 'node:assert/strict';

import { RunProgress } from '../../../../src/jobs/batches/runProgress';

describe('the progress of a run', () => {
  let now = 0;
  beforeEach(() => (now = 0));

  it('is as fast as its own answers came', () => {
    const progress = new RunProgress(1000, () => now);
    now = 2000;
    progress.observe(900);
    progress.observe(400);
    assert.equal(progress.rate, 300);
  });

  it('has no rate below zero where it asks again what was known', () => {
    const progress = new RunProgress(0, () => now);
    progress.observe(20_000);
    now = 500;
    assert.equal(progress.rate, 0);
    progress.observe(19_900);
    assert.equal(progress.rate, 200);
  });

  it('moves a bar to its end, and never back', () => {
    const progress = new RunProgress(100, () => now);
    progress.observe(50);
    assert.equal(progress.takeIncrement(), 50);
    assert.equal(progress.takeIncrement(), 0);
    progress.observe(150);
    assert.equal(progress.takeIncrement(), 0);
    progress.observe(0);
    assert.equal(progress.takeIncrement(), 50);
  });

  it('of nothing is no progress', () => {
    assert.equal(new RunProgress(0, () => now).takeIncrement(), 0);
    assert.equal(new RunProgress(0, () => now).rate, 0);
  });
});
