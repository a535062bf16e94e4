import assert from 'node:assert/strict';

import { Batch } from '../../../../src/batch/batch';
import { type Outcome } from '../../../../src/batch/outcome';
import { OutcomeTable } from '../../../../src/batch/rows/outcomeTable';
import { failureReason } from '../../../../src/jobs/batches/failureReason';
import { type Fault } from '../../../../src/wechat';
import { following, openidOf } from '../../panels/batch/people';

const reset: Fault = { reason: 'reset', detail: '' };
const busy: Fault = { errcode: -1, errmsg: 'system error' };

function batchOf(...outcomes: readonly Outcome[]): Batch {
  const origin = {
    id: 'b',
    appId: 'wx1',
    accountName: 'A',
    source: 's',
    lang: 'zh_CN',
    startedAt: 1,
  } as const;
  const batch = new Batch(origin, new OutcomeTable(outcomes.map(({ openid }) => openid)), Date.now);
  batch.begin([]);
  batch.record(outcomes);
  batch.end('done');
  return batch;
}

const failed = (number: number, fault: Fault): Outcome => ({
  kind: 'failed',
  openid: openidOf(number),
  fault,
});

describe('why openids failed', () => {
  it('is nothing where none did', () => {
    assert.equal(failureReason([batchOf(following(1)), batchOf()]), undefined);
  });

  it('is what most of them failed of, in all batches', () => {
    const first = batchOf(failed(1, busy), failed(2, reset), following(3));
    assert.match(failureReason([first, batchOf(failed(4, reset))]) ?? '', /^The connection broke before/);
    assert.match(failureReason([first, batchOf(failed(4, busy))]) ?? '', /^-1 · WeChat is busy/);
  });
});
