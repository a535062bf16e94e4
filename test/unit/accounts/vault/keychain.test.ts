import assert from 'node:assert/strict';
import type * as keytar from 'keytar';

import { KeychainStore } from '../../../../src/accounts/vault/keychain';

describe('KeychainStore', () => {
  it('loads the add-on again after a loading that failed', async () => {
    let tries = 0;
    const store = new KeychainStore(() =>
      ++tries === 1 ? Promise.reject(new Error('no libsecret')) : Promise.resolve(fake()),
    );
    await assert.rejects(store.get('key'), { reason: 'unavailable' });
    assert.equal(await store.get('key'), 'secret');
  });

  it('tells of a late answer', async () => {
    let answer = () => {};
    const slow = { ...fake(), setPassword: () => new Promise<void>(resolve => (answer = resolve)) };
    const store = new KeychainStore(() => Promise.resolve(slow), 1);
    const failure = await store.set('key', 'secret').then(
      () => assert.fail('it did not answer'),
      (error: unknown) => error,
    );
    assert.ok(failure instanceof Error && 'late' in failure && failure.late instanceof Promise);
    answer();
    await failure.late;
  });
});

function fake(): typeof keytar {
  return {
    getPassword: () => Promise.resolve('secret'),
    setPassword: () => Promise.resolve(),
    deletePassword: () => Promise.resolve(true),
    findPassword: () => Promise.resolve(null),
    findCredentials: () => Promise.resolve([]),
  };
}
