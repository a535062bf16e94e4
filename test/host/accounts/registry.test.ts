import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';

import { AccountRegistry, keptSecretsOf, type StorePreference, Vault } from '../../../src/accounts';
import { appSecret } from '../../unit/accounts/entered';
import { SecretsInMemory } from '../../unit/accounts/secretsInMemory';

const details = { appId: 'wx0123456789abcdef', name: '演示公众号' };
const secret = '0123456789abcdef0123456789abcdef';

let folder: string;

describe('AccountRegistry', () => {
  let secrets: SecretsInMemory;

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'lens-accounts-'));
    secrets = new SecretsInMemory('keychain');
  });

  afterEach(() => rm(folder, { recursive: true }));

  it('keeps one private file an account, without the secret', async () => {
    await window().add(details, appSecret(secret));
    const file = path.join(folder, `${details.appId}.json`);
    assert.equal((await stat(file)).mode & 0o777, 0o600);
    assert.ok(!(await readFile(file, 'utf8')).includes(secret));
    assert.deepEqual([...secrets.entries.values()], [secret]);
  });

  it('shows what another window adds, renames and removes', async () => {
    const [here, there] = [window(), window()];
    assert.deepEqual(await here.all(), []);
    await untilWatching(here);
    const added = await changeSeenBy(here, () => there.add(details, appSecret(secret)));
    assert.deepEqual(await here.all(), [added]);
    await changeSeenBy(here, () => there.rename(added, 'Renamed'));
    assert.deepEqual(
      (await here.all()).map(({ name }) => name),
      ['Renamed'],
    );
    await changeSeenBy(here, () => there.remove(added));
    assert.deepEqual(await here.all(), []);
  });

  it('loses nothing when two windows add at once', async () => {
    const ids = Array.from({ length: 20 }, (_, index) => `wx00000000000000${(index + 10).toString()}`);
    const [here, there] = [window(), window()];
    await Promise.all(
      ids.map((appId, index) =>
        (index % 2 ? here : there).add({ appId, name: `Account ${index}` }, appSecret(secret)),
      ),
    );
    assert.deepEqual((await window().all()).map(({ appId }) => appId).sort(), ids);
  });

  it('never half saves: where the file cannot be written the secret goes again', async () => {
    const blocked = path.join(folder, 'blocked');
    await writeFile(blocked, 'a file where a folder should be');
    await assert.rejects(window(path.join(blocked, 'accounts')).add(details, appSecret(secret)));
    assert.equal(secrets.entries.size, 0);
  });

  it('keeps the account when its secret is gone, and takes the secret again', async () => {
    const registry = window();
    const account = await registry.add(details, appSecret(secret));
    secrets.entries.clear();
    assert.deepEqual(await registry.find(details.appId), account);
    await registry.replaceCredential(account, appSecret(secret));
    assert.deepEqual([...secrets.entries.values()], [secret]);
  });

  it('deletes the secret with the account', async () => {
    const registry = window();
    await registry.remove(await registry.add(details, appSecret(secret)));
    assert.equal(secrets.entries.size, 0);
    assert.deepEqual(await readdir(folder), ['secrets']);
    assert.deepEqual(await readdir(path.join(folder, 'secrets')), []);
  });

  it('passes over files that are no accounts', async () => {
    await writeFile(path.join(folder, 'broken.json'), '{"version":1,');
    await writeFile(path.join(folder, 'newer.json'), '{"version":99,"appId":"wx1"}');
    const account = await window().add(details, appSecret(secret));
    assert.deepEqual(await window().all(), [account]);
  });

  it('moves a secret from one store to the other', async () => {
    const editor = new SecretsInMemory('vscode');
    const registry = window(folder, editor);
    const moved = await registry.replaceCredential(
      await registry.add(details, appSecret(secret)),
      appSecret(secret),
      {
        preference: 'vscode',
      },
    );
    assert.equal(keptSecretsOf(moved)[0]?.secretStore, 'vscode');
    assert.equal(secrets.entries.size, 0);
    assert.deepEqual([...editor.entries.values()], [secret]);
  });

  /** As a window of VS Code has it: its own registry over the same files and the same keychain. */
  function window(at = folder, editor = new SecretsInMemory('vscode'), preference: StorePreference = 'auto') {
    const vault = new Vault({ keychain: secrets, vscode: editor }, () => preference);
    return new AccountRegistry(at, vault, (watched, changed) => {
      const watcher = vscode.workspace.createFileSystemWatcher(
        new vscode.RelativePattern(vscode.Uri.file(watched), '*.json'),
      );
      return vscode.Disposable.from(
        watcher,
        watcher.onDidCreate(changed),
        watcher.onDidChange(changed),
        watcher.onDidDelete(changed),
      );
    });
  }
});

/** VS Code's watcher begins to see a moment after it was asked for: a file that is no account is written until then. */
async function untilWatching(registry: AccountRegistry): Promise<void> {
  const file = path.join(folder, 'probe.json');
  let seen = false;
  const subscription = registry.onDidChange(() => (seen = true));
  while (!seen) {
    await writeFile(file, '{}');
    await new Promise(resolve => setTimeout(resolve, 50));
  }
  subscription.dispose();
}

async function changeSeenBy<T>(registry: AccountRegistry, act: () => Promise<T>): Promise<T> {
  const seen = new Promise<void>(resolve => {
    const subscription = registry.onDidChange(() => {
      subscription.dispose();
      resolve();
    });
  });
  const result = await act();
  await seen;
  return result;
}
