import assert from 'node:assert/strict';

import { sortNumbers, sortTexts } from '../../../../src/panels/table/sortSteps';
import { finish } from '../../../../src/panels/steps';

/** The same numbers every time, in no order. */
function shuffled(length: number): number[] {
  let seed = 7;
  return Array.from({ length }, () => (seed = (seed * 48_271) % 2_147_483_647));
}

describe('sorting in steps', () => {
  for (const length of [0, 1, 1000, 65_537, 300_001]) {
    it(`sorts ${length} numbers`, () => {
      const numbers = shuffled(length);
      const sorted = finish(sortNumbers(Float64Array.from(numbers)));
      assert.deepEqual(
        [...sorted],
        numbers.sort((a, b) => a - b),
      );
    });
  }

  for (const length of [0, 1, 1025, 9000]) {
    it(`sorts ${length} texts as it is told to`, () => {
      const texts = shuffled(length).map(String);
      const backwards = (a: string, b: string) => (a < b ? 1 : a > b ? -1 : 0);
      assert.deepEqual(finish(sortTexts(texts, backwards)), [...texts].sort(backwards));
    });
  }

  it('takes a breath again and again', () => {
    let breaths = 0;
    for (const steps = sortTexts(shuffled(20_000).map(String), (a, b) => a.localeCompare(b)); ; breaths++)
      if (steps.next().done) break;
    assert.ok(breaths > 20, `${breaths}`);
  });
});
