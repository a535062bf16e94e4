import assert from 'node:assert/strict';

import { SecretStoreFailure, type StorePreference, Vault } from '../../../../src/accounts';
import { EditorSecretStore } from '../../../../src/accounts/vault/editorSecrets';
import { SecretsInMemory } from '../secretsInMemory';

const name = { appId: 'wx1', secretId: 'b9' };
const key = 'wx1:b9';

describe('the vault', () => {
  let keychain: SecretsInMemory;
  let editor: SecretsInMemory;
  let preference: StorePreference;
  let vault: Vault;

  beforeEach(() => {
    keychain = new SecretsInMemory('keychain');
    editor = new SecretsInMemory('vscode');
    preference = 'auto';
    vault = new Vault({ keychain, vscode: editor }, () => preference);
  });

  const fails = (reason: 'silent' | 'unavailable', late?: Promise<unknown>) => () =>
    Promise.reject(new SecretStoreFailure('keychain', reason, 'why', late));

  it('keeps a secret in the keychain, reads it there and deletes it there', async () => {
    const secretStore = await vault.keep(name, 'secret');
    assert.equal(secretStore, 'keychain');
    assert.deepEqual([...keychain.entries], [[key, 'secret']]);
    assert.equal(await vault.read({ ...name, secretStore }), 'secret');
    assert.equal(await vault.read({ ...name, secretStore: 'vscode' }), undefined);
    await vault.drop({ ...name, secretStore });
    assert.equal(keychain.entries.size + editor.entries.size, 0);
  });

  it('keeps it where the settings say, or whoever keeps it', async () => {
    preference = 'vscode';
    assert.equal(await vault.keep(name, 'secret'), 'vscode');
    assert.equal(await vault.keep(name, 'secret', 'keychain'), 'keychain');
  });

  it('falls back to VS Code’s storage where there is no keychain, and only then', async () => {
    keychain.set = fails('unavailable');
    assert.equal(await vault.keep(name, 'secret'), 'vscode');
    await assert.rejects(vault.keep(name, 'secret', 'keychain'), SecretStoreFailure);
    keychain.set = fails('silent');
    await assert.rejects(vault.keep(name, 'secret'), { reason: 'silent' });
    const bug = new Error('a bug');
    keychain.set = () => Promise.reject(bug);
    await assert.rejects(vault.keep(name, 'secret'), error => error === bug);
  });

  for (const [what, isKept, then] of [
    ['goes again where nobody waited for it', false, () => Promise.resolve()],
    ['goes again where another store has it by then', false, () => vault.keep(name, 'secret', 'vscode')],
    ['stays where the keychain was chosen again', true, () => vault.keep(name, 'secret', 'keychain')],
    [
      'goes again where it was chosen and dropped',
      false,
      async () => vault.drop({ ...name, secretStore: await vault.keep(name, 'secret', 'keychain') }),
    ],
    [
      'goes again where it was chosen and dropped everywhere',
      false,
      async () => {
        await vault.keep(name, 'secret', 'keychain');
        await vault.dropEverywhere(name);
      },
    ],
  ] as const) {
    it(`that is late: a secret ${what}`, async () => {
      const set = keychain.set.bind(keychain);
      let answer = () => {};
      const late = new Promise<void>(resolve => (answer = resolve));
      keychain.set = fails('silent', late);
      await assert.rejects(vault.keep(name, 'secret'));
      keychain.set = set;
      await then();
      keychain.entries.set(key, 'secret');
      answer();
      for (let turn = 0; turn < 5; turn++) await new Promise(setImmediate);
      assert.equal(keychain.entries.has(key), isKept);
    });
  }

  it('minds no late answer that is a failure, or cannot be undone', async () => {
    keychain.set = fails('silent', Promise.reject(new Error('locked')));
    await assert.rejects(vault.keep(name, 'secret'));
    keychain.set = fails('silent', Promise.resolve());
    keychain.delete = fails('unavailable');
    await assert.rejects(vault.keep(name, 'secret'));
    await new Promise(setImmediate);
  });

  it('deletes everywhere, and names the stores that could not be asked', async () => {
    await vault.keep(name, 'secret', 'vscode');
    keychain.delete = fails('unavailable');
    assert.deepEqual(await vault.dropEverywhere(name), ['keychain']);
    assert.equal(editor.entries.size, 0);
    keychain.delete = () => Promise.resolve();
    assert.deepEqual(await vault.dropEverywhere(name), []);
  });
});

describe('VS Code’s storage of secrets', () => {
  it('holds, gives and deletes under the key', async () => {
    const kept = new Map<string, string>();
    const store = new EditorSecretStore({
      get: each => Promise.resolve(kept.get(each)),
      store: (each, value) => Promise.resolve(void kept.set(each, value)),
      delete: each => Promise.resolve(void kept.delete(each)),
    });
    assert.equal(store.name, 'vscode');
    await store.set(key, 'secret');
    assert.deepEqual([[...kept], await store.get(key)], [[[key, 'secret']], 'secret']);
    await store.delete(key);
    assert.equal(await store.get(key), undefined);
  });
});

describe('a store that failed', () => {
  it('says which, how and why', () => {
    const { name: of, message, store, reason, detail } = new SecretStoreFailure('keychain', 'silent', 'why');
    assert.deepEqual([of, message], ['SecretStoreFailure', 'keychain silent: why']);
    assert.deepEqual([store, reason, detail], ['keychain', 'silent', 'why']);
  });
});
