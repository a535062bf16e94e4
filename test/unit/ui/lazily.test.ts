import assert from 'node:assert/strict';

import { lazily } from '../../../src/ui/lazily';

describe('what is loaded at its first use', () => {
  it('is loaded once, however many wait for it', async () => {
    let loads = 0;
    const load = lazily(() => Promise.resolve(++loads));
    assert.deepEqual(await Promise.all([load(), load()]), [1, 1]);
    assert.equal(await load(), 1);
  });

  it('is loaded again after a failure', async () => {
    let loads = 0;
    const load = lazily(() =>
      ++loads === 1 ? Promise.reject(new Error('no luck')) : Promise.resolve(loads),
    );
    await assert.rejects(load(), /no luck/);
    assert.equal(await load(), 2);
  });
});
