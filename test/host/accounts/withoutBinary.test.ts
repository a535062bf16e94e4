import assert from 'node:assert/strict';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type * as keytar from 'keytar';
import * as vscode from 'vscode';

import { EditorSecretStore, KeychainStore, SecretStoreFailure, Vault } from '../../../src/accounts';
import { extensionId } from '../../../src/manifest';

/** As on musl, 32-bit ARM, or wherever the package brings no binary that can be loaded. */
describe('a machine for which there is no keychain binary', () => {
  const name = { appId: 'wx0123456789abcdef', secretId: 'without-binary' };
  let folder: string;
  let editor: EditorSecretStore;
  let load: () => Promise<typeof keytar>;

  before(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'lens-without-binary-'));
    const project = vscode.extensions.getExtension(extensionId)?.extensionPath ?? assert.fail();
    const copy = path.join(folder, 'keytar');
    await cp(path.join(project, 'node_modules/keytar'), copy, {
      recursive: true,
      filter: file => !/keytar[\\/](prebuilds|build)$/.test(file),
    });
    const requireHere = createRequire(path.join(copy, 'index.js'));
    load = () => Promise.resolve().then(() => requireHere(copy) as typeof keytar);
    const probe = vscode.extensions.getExtension<vscode.SecretStorage>(
      'wechat-openid-lens.secret-storage-probe',
    );
    editor = new EditorSecretStore((await probe?.activate()) ?? assert.fail());
  });
  after(() => rm(folder, { recursive: true }));

  it('has a keychain that says so, to whatever it is asked', async () => {
    const keychain = new KeychainStore(load);
    const isUnavailable = (error: unknown) => {
      assert.ok(error instanceof SecretStoreFailure);
      assert.equal(error.reason, 'unavailable');
      assert.match(error.detail, /keytar|No native build|Cannot find module/i);
      return true;
    };
    await assert.rejects(keychain.get('key'), isUnavailable);
    await assert.rejects(keychain.set('key', 'secret'), isUnavailable);
    await assert.rejects(keychain.delete('key'), isUnavailable);
    await assert.rejects(keychain.keys(), isUnavailable);
  });

  it("keeps secrets in VS Code's storage, reads them there and deletes them", async () => {
    const vault = new Vault({ keychain: new KeychainStore(load), vscode: editor }, () => 'auto');
    const secretStore = await vault.keep(name, 'a secret');
    assert.equal(secretStore, 'vscode');
    assert.equal(await vault.read({ ...name, secretStore }), 'a secret');
    await vault.drop({ ...name, secretStore });
    assert.equal(await vault.read({ ...name, secretStore }), undefined);
  });

  it('keeps none where the user wants the keychain or nothing', async () => {
    const vault = new Vault({ keychain: new KeychainStore(load), vscode: editor }, () => 'keychain');
    await assert.rejects(vault.keep(name, 'a secret'), { reason: 'unavailable' });
    assert.equal(await vault.read({ ...name, secretStore: 'vscode' }), undefined);
  });
});
