import assert from 'node:assert/strict';
import { BatchStopped } from '../../../../src/batch';

describe('what stops a run', () => {
  const fault = { errcode: 45009, errmsg: 'reach max api daily quota limit' };

  it('names its fault, its cause, and since when nothing went well', () => {
    const cause = new Error('refused');
    const error = new BatchStopped(fault, { cause, since: 5 });
    assert.deepEqual([error.name, error.fault, error.cause, error.since], ['BatchStopped', fault, cause, 5]);
    assert.match(error.message, /^The batch was stopped/);
    assert.deepEqual([new BatchStopped(fault).since, new BatchStopped(fault).cause], [undefined, undefined]);
  });
});
