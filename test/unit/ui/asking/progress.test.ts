import assert from 'node:assert/strict';

import { withProgressIfSlow } from '../../../../src/ui/asking/progress';
import { useFakeVSCode } from '../../../fakeVSCode';

describe('progress of work that is quick as a rule', () => {
  const window = useFakeVSCode();
  const never = () => new Promise(() => undefined);
  const atOnce = () => Promise.resolve();

  it('shows nothing where it is quick', async () => {
    assert.equal(await withProgressIfSlow('Reading', () => Promise.resolve(7), never), 7);
    await assert.rejects(
      withProgressIfSlow('Reading', () => Promise.reject(new Error('no')), never),
      /no/,
    );
    assert.deepEqual(window.progress, []);
  });

  it('shows itself where it is not, and ends with its button', async () => {
    const work = (signal: AbortSignal) =>
      new Promise<never>((_, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason as Error));
      });
    const reading = withProgressIfSlow('Reading', work, atOnce);
    while (window.progress.length === 0) await Promise.resolve();
    window.progress[0]?.cancel();
    await assert.rejects(reading, { name: 'AbortError' });
    assert.equal(window.progress[0]?.title, 'Reading');
  });
});
