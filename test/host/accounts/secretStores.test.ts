import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import * as vscode from 'vscode';

import { EditorSecretStore, KeychainStore, SecretStoreFailure, Vault } from '../../../src/accounts';
import { type SecretStore, type SharedSecretStore } from '../../../src/accounts/vault/secretStore';
import { SecretsInMemory } from '../../unit/accounts/secretsInMemory';

/** What both stores promise, asked of the real keychain and of VS Code's real SecretStorage. */
function behavesAsSecretStore(open: () => Promise<SecretStore>): void {
  let store: SecretStore;
  const key = `wx0123456789abcdef:${randomUUID()}`;

  before(async () => {
    store = await open();
  });

  afterEach(() => store.delete(key));

  it('has no secret that was never kept', async () => {
    assert.equal(await store.get(key), undefined);
  });

  it('gives back what it keeps, character for character', async () => {
    await store.set(key, 'p@ss "wörd" 密钥 🔑');
    assert.equal(await store.get(key), 'p@ss "wörd" 密钥 🔑');
  });

  it('replaces an earlier secret', async () => {
    await store.set(key, 'first');
    await store.set(key, 'second');
    assert.equal(await store.get(key), 'second');
  });

  it('tells keys apart', async () => {
    await store.set(key, 'mine');
    assert.equal(await store.get(`${key}x`), undefined);
  });

  it('forgets what is deleted, also when it is deleted twice', async () => {
    await store.set(key, 'gone soon');
    await store.delete(key);
    await store.delete(key);
    assert.equal(await store.get(key), undefined);
  });
}

describe("KeychainStore, over this machine's keychain", () => {
  behavesAsSecretStore(() => Promise.resolve(new KeychainStore()));

  it('names its entries, of whichever window or editor', async () => {
    const [store, key] = [new KeychainStore(), `wx0123456789abcdef:${randomUUID()}`];
    await store.set(key, 'secret');
    assert.ok((await store.keys()).includes(key));
    await store.delete(key);
    assert.ok(!(await store.keys()).includes(key));
  });

  it('says when the keychain cannot be used', async () => {
    const broken = new KeychainStore(() => Promise.reject(new Error('libsecret-1.so.0: cannot open')));
    await assert.rejects(broken.get('key'), (error: unknown) => {
      assert.ok(error instanceof SecretStoreFailure);
      assert.equal(error.reason, 'unavailable');
      return true;
    });
  });

  it('says when the keychain does not answer, instead of waiting for ever', async () => {
    const silent = new KeychainStore(() => new Promise(() => undefined), 1);
    await assert.rejects(silent.set('key', 'secret'), { reason: 'silent' });
  });
});

describe("EditorSecretStore, over VS Code's SecretStorage", () => {
  behavesAsSecretStore(async () => {
    const probe = vscode.extensions.getExtension<vscode.SecretStorage>(
      'wechat-openid-lens.secret-storage-probe',
    );
    assert.ok(probe);
    return new EditorSecretStore(await probe.activate());
  });
});

describe('Vault', () => {
  const account = { appId: 'wx0123456789abcdef', secretId: 'id' };

  it('prefers the keychain', async () => {
    const vault = new Vault(stores(new SecretsInMemory('keychain')), () => 'auto');
    assert.equal(await vault.keep(account, 'secret'), 'keychain');
  });

  it("falls back to VS Code's storage where there is no keychain", async () => {
    const vault = new Vault(stores(failing('unavailable')), () => 'auto');
    assert.equal(await vault.keep(account, 'secret'), 'vscode');
  });

  it('leaves it to the user whether to wait for a silent keychain', async () => {
    const vault = new Vault(stores(failing('silent')), () => 'auto');
    await assert.rejects(vault.keep(account, 'secret'), SecretStoreFailure);
  });

  it('uses the keychain or nothing where the user says so', async () => {
    const vault = new Vault(stores(failing('unavailable')), () => 'keychain');
    await assert.rejects(vault.keep(account, 'secret'), SecretStoreFailure);
  });

  function stores(keychain: SharedSecretStore) {
    return { keychain, vscode: new SecretsInMemory('vscode') };
  }

  function failing(reason: 'unavailable' | 'silent'): SharedSecretStore {
    const fail = () => Promise.reject(new SecretStoreFailure('keychain', reason, 'no Secret Service'));
    return { name: 'keychain', get: fail, set: fail, delete: fail, keys: fail };
  }
});
