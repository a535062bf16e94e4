import assert from 'node:assert/strict';

import { SecretStoreFailure, type StorePreference } from '../../../../src/accounts';
import { keepSecret } from '../../../../src/jobs/credentials/secretKeeping';
import { Cancelled } from '../../../../src/ui/asking/steps';
import { useFakeVSCode } from '../../../fakeVSCode';

const question = 'The secret is not saved yet.';

describe('keeping a secret', () => {
  const window = useFakeVSCode();
  const { person } = window;
  let tried: (StorePreference | undefined)[];
  /** Fails as often as there are failures left. */
  let failures: Error[];
  let ids: number;

  beforeEach(() => {
    tried = [];
    failures = [];
    ids = 0;
  });

  const keep = () =>
    keepSecret({ newSecretId: () => `id-${++ids}` }, ({ secretId, preference }) => {
      assert.equal(secretId, 'id-1', 'one id for all tries');
      tried.push(preference);
      const failure = failures.shift();
      return failure ? Promise.reject(failure) : Promise.resolve('kept');
    });

  it('asks nothing where it is kept', async () => {
    assert.equal(await keep(), 'kept');
    assert.deepEqual([tried, window.shown], [[undefined], []]);
  });

  it('tries again where the user has unlocked the keychain', async () => {
    failures = [new SecretStoreFailure('keychain', 'silent', 'no answer')];
    person.chooses(/does not answer. It may be waiting behind a prompt/, 'Try Again');
    assert.equal(await keep(), 'kept');
    assert.deepEqual(tried, [undefined, undefined]);
  });

  it('uses VS Code’s storage where the user says so', async () => {
    failures = [new SecretStoreFailure('keychain', 'unavailable', 'no Secret Service')];
    person.chooses(/could not be used: no Secret Service\./, "Use VS Code's Secret Storage");
    assert.equal(await keep(), 'kept');
    assert.deepEqual(tried, [undefined, 'vscode']);
  });

  it('is cancelled with the question', async () => {
    failures = [new SecretStoreFailure('keychain', 'silent', 'no answer')];
    person.closes(question);
    await assert.rejects(keep(), Cancelled);
    assert.equal(tried.length, 1);
  });

  it('has no other way where VS Code’s own storage fails', async () => {
    failures = [new SecretStoreFailure('vscode', 'unavailable', 'full')];
    await assert.rejects(keep(), SecretStoreFailure);
  });

  it('passes on what is no failure of a store', async () => {
    failures = [new TypeError('a bug')];
    await assert.rejects(keep(), TypeError);
  });
});
