import assert from 'node:assert/strict';

import { RunProgress } from '../../../../src/jobs/batches/runProgress';

describe('the progress of a run', () => {
  it('moves a bar to its end, and never back', () => {
    const progress = new RunProgress(100);
    progress.observe(50);
    assert.equal(progress.takeIncrement(), 50);
    assert.equal(progress.takeIncrement(), 0);
    progress.observe(150);
    assert.equal(progress.takeIncrement(), 0);
    progress.observe(0);
    assert.equal(progress.takeIncrement(), 50);
  });

  it('of nothing is no progress', () => {
    assert.equal(new RunProgress(0).takeIncrement(), 0);
  });
});
