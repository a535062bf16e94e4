import assert from 'node:assert/strict';
import type * as keytar from 'keytar';

import { SecretStoreFailure } from '../../../../src/accounts';
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

  it('asks under the service of this extension, and knows an absent secret from a failure', async () => {
    const asked: (readonly string[])[] = [];
    const noting = (...args: readonly string[]) => void asked.push(args);
    const store = new KeychainStore(() =>
      Promise.resolve({
        ...fake(),
        getPassword: (...args) => (noting(...args), Promise.resolve(null)),
        setPassword: (...args) => (noting(...args), Promise.resolve()),
        deletePassword: (...args) => (noting(...args), Promise.resolve(false)),
      }),
    );
    assert.equal(store.name, 'keychain');
    assert.equal(await store.get('key'), undefined);
    await store.set('key', 'secret');
    await store.delete('key');
    const service = 'wechat-openid-lens';
    assert.deepEqual(asked, [
      [service, 'key'],
      [service, 'key', 'secret'],
      [service, 'key'],
    ]);
  });

  it('says what the add-on said, and loads it once', async () => {
    let loads = 0;
    const broken = { ...fake(), getPassword: () => Promise.reject(new Error('The name is not activatable')) };
    const store = new KeychainStore(() => (loads++, Promise.resolve(broken)));
    const failure = { store: 'keychain', reason: 'unavailable', detail: 'The name is not activatable' };
    await assert.rejects(store.get('key'), failure);
    await assert.rejects(store.get('key'), failure);
    assert.equal(loads, 1);
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- as native code may
    const odd = new KeychainStore(() => Promise.reject('no libsecret'));
    await assert.rejects(odd.get('key'), { detail: 'no libsecret' });
  });

  it('tells of a late answer', async () => {
    let answer = () => {};
    const slow = { ...fake(), setPassword: () => new Promise<void>(resolve => (answer = resolve)) };
    const store = new KeychainStore(() => Promise.resolve(slow), 1);
    const failure = await store.set('key', 'secret').then(
      () => assert.fail('it did not answer'),
      (error: unknown) => error,
    );
    assert.ok(failure instanceof SecretStoreFailure && failure.late instanceof Promise);
    assert.deepEqual([failure.store, failure.reason, failure.detail], ['keychain', 'silent', 'no answer']);
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
