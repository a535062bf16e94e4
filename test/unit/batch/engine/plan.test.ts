import assert from 'node:assert/strict';
import { planBatch } from '../../../../src/batch';

const usual = (number: number) => `oTest_${String(number).padStart(22, '0')}`;

describe('planBatch', () => {
  it('asks for nothing when there is nothing', () => {
    assert.deepEqual(planBatch([]), { openids: [], chunks: [], calls: 0 });
  });

  it('fills calls of 100', () => {
    const openids = Array.from({ length: 201 }, (_, index) => usual(index));
    const plan = planBatch(openids);
    assert.equal(plan.calls, 3);
    assert.deepEqual(
      plan.chunks.map(chunk => chunk.length),
      [100, 100, 1],
    );
    assert.deepEqual(plan.chunks.flat(), openids);
  });

  it('asks for each openid once, in the order of first appearance', () => {
    assert.deepEqual(planBatch([usual(2), usual(1), usual(2)]).openids, [usual(2), usual(1)]);
  });

  it('keeps oddly shaped openids away from the others, behind them', () => {
    const plan = planBatch(['odd', usual(1), '__proto__', usual(2), '']);
    assert.deepEqual(plan.chunks, [
      [usual(1), usual(2)],
      ['odd', '__proto__', ''],
    ]);
  });
});
