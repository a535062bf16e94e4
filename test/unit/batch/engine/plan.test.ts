import assert from 'node:assert/strict';
import { planBatch } from '../../../../src/batch';
import { likely } from '../../../../src/batch/engine/plan';

/** Openids of the usual shape that begin so. */
function usual(count: number, prefix = 'oTest_'): string[] {
  return Array.from({ length: count }, (_, index) => prefix + String(index).padStart(22, '0'));
}

describe('planBatch', () => {
  it('asks for nothing when there is nothing', () => {
    assert.deepEqual(planBatch([]), { openids: [], chunks: [], calls: 0, verifyingCalls: 0 });
  });

  it('fills calls of 100, and may make sure of each that asks for more than one', () => {
    const openids = usual(201);
    const plan = planBatch(openids);
    assert.deepEqual([plan.calls, plan.verifyingCalls], [3, 2]);
    assert.deepEqual(
      plan.chunks.map(chunk => chunk.length),
      [100, 100, 1],
    );
    assert.deepEqual(plan.chunks.flat(), openids);
    assert.equal(planBatch(usual(200)).calls, 2);
  });

  it('asks for each openid once, in the order of first appearance', () => {
    const [one = '', two = ''] = usual(2);
    assert.deepEqual(planBatch([two, one, two]).openids, [two, one]);
  });

  it('keeps oddly shaped openids away from the others, behind them', () => {
    const [one = '', two = ''] = usual(2);
    const plan = planBatch(['odd', one, '__proto__', two, '']);
    assert.deepEqual(plan.chunks, [
      [one, two],
      ['odd', '__proto__', ''],
    ]);
  });
});

describe('openids that are as likely good as each other', () => {
  it('begin as most do; what begins otherwise stands behind them', () => {
    const [own, others] = [usual(3), usual(2, 'oOther')];
    assert.deepEqual(likely([...others, ...own]), [own, others]);
  });

  it('share a list where their beginnings are too few to fill a call, and have one of their own otherwise', () => {
    const [own, second, third, fourth] = [
      usual(120),
      usual(100, 'oSecon'),
      usual(99, 'oThird'),
      usual(1, 'oFourt'),
    ];
    assert.deepEqual(likely([...fourth, ...third, 'odd', ...second, ...own]), [
      own,
      second,
      [...third, ...fourth],
      ['odd'],
    ]);
  });

  it('are no list where there are none', () => {
    assert.deepEqual(likely(['odd']), [['odd']]);
  });
});
