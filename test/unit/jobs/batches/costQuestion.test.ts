import assert from 'node:assert/strict';

import { confirmCost } from '../../../../src/jobs/batches/costQuestion';
import { Cancelled } from '../../../../src/ui/asking/steps';
import { useFakeVSCode } from '../../../fakeVSCode';

const cost = { profiles: 1500, accountName: 'Books', calls: 15, verifyingCalls: 15 };

describe('the question what a large batch costs', () => {
  const window = useFakeVSCode();
  const { person } = window;

  it('adds what is left of the day when that is told', async () => {
    person.chooses('Fetch 1,500 profiles with Books?', 'Fetch');
    await confirmCost(cost, () => Promise.resolve(4985));
    assert.deepEqual(window.shown[0]?.notes, ['Left of today: 4,985 calls.']);
  });

  it('says that it is not known where it cannot be had', async () => {
    person.chooses('Fetch 1,500', 'Fetch').chooses('Fetch 1,500', 'Fetch');
    await confirmCost(cost, () => Promise.resolve(undefined));
    await confirmCost(cost, () => Promise.reject(new Error('48001')));
    for (const { notes } of window.shown)
      assert.deepEqual(notes, ['How many calls are left today is not known.']);
  });

  it('does not wait for it, and asks no longer once it is answered', async () => {
    let asking: AbortSignal | undefined;
    person.closes('Fetch 1,500');
    const never = (signal: AbortSignal) => {
      asking = signal;
      return new Promise<number>(() => undefined);
    };
    await assert.rejects(confirmCost(cost, never), Cancelled);
    assert.ok(asking?.aborted);
  });
});
