import assert from 'node:assert/strict';

import { lazily } from '../../../src/ui/lazily';

describe('what is loaded lazily', () => {
  it('is loaded once, at its first use', async () => {
    let loads = 0;
    const load = lazily(() => Promise.resolve(++loads));
    assert.equal(loads, 0);
    assert.deepEqual(await Promise.all([load(), load()]), [1, 1]);
    assert.equal(await load(), 1);
  });

  it('is loaded again after it failed', async () => {
    let isBroken = true;
    const load = lazily(() =>
      isBroken ? Promise.reject(new Error('no such file')) : Promise.resolve('here'),
    );
    await assert.rejects(load(), /no such file/);
    isBroken = false;
    assert.equal(await load(), 'here');
  });
});
