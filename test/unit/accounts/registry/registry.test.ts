import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { AccountRegistry } from '../../../../src/accounts/registry/registry';
import { type SharedSecretStore, SecretStoreFailure } from '../../../../src/accounts/vault/secretStore';
import { Vault } from '../../../../src/accounts/vault/vault';
import { type FileLayer, nodeFiles } from '../../../../src/files';
import { appSecret, secretIdOf } from '../entered';

const appId = 'wx0123456789abcdef';
const secret = 'an AppSecret that must be found nowhere';
const header = { name: 'Authorization', value: 'a header that must be found nowhere' };
const server = { kind: 'tokenServer', address: 'https://tokens.example.com/', header } as const;

describe('AccountRegistry', () => {
  let folder: string;
  let keychain: FakeStore;
  let now: number;

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'lens-accounts-'));
    keychain = new FakeStore('keychain');
    now = Date.now();
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('reads again after a reading that failed', async () => {
    let broken = true;
    const registry = open({
      ...nodeFiles,
      readdir: at => (broken ? Promise.reject(new Error('EIO')) : nodeFiles.readdir(at)),
    });
    await assert.rejects(registry.all());
    broken = false;
    assert.deepEqual(await registry.all(), []);
  });

  it('writes back what is on disk plus the change, whatever the caller holds', async () => {
    const [here, there] = [open(), open()];
    const old = await here.add({ appId, name: 'A' }, appSecret(secret));
    await there.replaceCredential(old, appSecret('another'));
    await here.rename(old, 'B');
    const kept = await open().find(appId);
    assert.equal(kept?.name, 'B');
    assert.deepEqual([...keychain.entries], [[`${appId}:${secretIdOf(kept)}`, 'another']]);
  });

  it('removes an account whose keychain is gone, says where its secret may remain, and cleans it up later', async () => {
    const registry = open();
    const secretId = secretIdOf(await registry.add({ appId, name: 'A' }, appSecret(secret)));
    keychain.away = true;
    assert.deepEqual(await registry.remove({ appId }), [{ store: 'keychain', key: `${appId}:${secretId}` }]);
    assert.deepEqual(await registry.all(), []);
    await open().sweep();
    keychain.away = false;
    assert.equal(keychain.entries.size, 1);
    await open().sweep();
    assert.equal(keychain.entries.size, 0);
    assert.deepEqual(await readdir(path.join(folder, 'secrets')), []);
  });

  it('notes each secret id before the secret, so that a killed window leaves none that nobody knows', async () => {
    const killed = open({
      ...nodeFiles,
      rename: (from, to) =>
        to.endsWith(`${appId}.json`) ? new Promise(() => undefined) : nodeFiles.rename(from, to),
    });
    void killed.add({ appId, name: 'A' }, appSecret(secret));
    while (keychain.entries.size === 0) await new Promise(setImmediate);
    await open().sweep();
    assert.equal(keychain.entries.size, 1, 'a wizard may still be at work');
    now += 3_600_001;
    await open().sweep();
    assert.equal(keychain.entries.size, 0);
  });

  it('keeps no secret whose id cannot be noted', async () => {
    const full = open({ ...nodeFiles, mkdir: () => Promise.reject(new Error('ENOSPC')) });
    await assert.rejects(full.add({ appId, name: 'A' }, appSecret(secret)));
    assert.equal(keychain.entries.size, 0);
  });

  it('sweeps no secret of an account, of any age, nor entries of another editor', async () => {
    await open().add({ appId, name: 'A' }, appSecret(secret));
    keychain.entries.set('wxother:foreign', 'not ours');
    now += 100 * 3_600_000;
    await open().sweep();
    assert.equal(keychain.entries.size, 2);
  });

  it('keeps the header of a token server like an AppSecret, and no pasted token', async () => {
    const registry = open();
    await registry.add({ appId, name: 'A' }, server);
    assert.deepEqual([...keychain.entries.values()], [header.value]);
    await registry.replaceCredential({ appId }, { kind: 'accessToken', token: 'pasted' });
    assert.equal(keychain.entries.size, 0);
    const names = (await readdir(folder)).filter(name => name.endsWith('.json'));
    const files = await Promise.all(names.map(name => readFile(path.join(folder, name), 'utf8')));
    assert.doesNotMatch(files.join(), /pasted|found nowhere/);
    assert.deepEqual(await readdir(path.join(folder, 'secrets')), []);
  });

  it('lists a file that it does not understand, never overwrites it, and leaves no secret for it', async () => {
    const file = path.join(folder, `${appId}.json`);
    await writeFile(file, '{"version":99}');
    const registry = open();
    assert.deepEqual(await registry.notUnderstood(), [appId]);
    await assert.rejects(registry.add({ appId, name: 'A' }, appSecret(secret)), {
      name: 'AccountNotUnderstood',
    });
    await assert.rejects(registry.rename({ appId }, 'B'), { name: 'AccountNotUnderstood' });
    assert.equal(await readFile(file, 'utf8'), '{"version":99}');
    assert.equal(keychain.entries.size, 0);
  });

  it('leaves exactly one copy after a slow keychain, two more tries and VS Code’s storage', async () => {
    const editor = new FakeStore('vscode');
    const registry = open(nodeFiles, editor);
    const secretId = registry.newSecretId();
    const add = (preference?: 'vscode') =>
      registry.add({ appId, name: 'A' }, appSecret(secret), { secretId, preference });
    keychain.slow = true;
    await assert.rejects(add());
    await assert.rejects(add());
    await assert.rejects(add());
    await add('vscode');
    keychain.slow = false;
    keychain.answerLate();
    for (let turn = 0; turn < 20; turn++) await new Promise(setImmediate);
    assert.equal(keychain.entries.size, 0);
    assert.deepEqual([...editor.entries], [[`${appId}:${secretId}`, secret]]);
  });

  it('brings no account back that was removed while its secret was asked for', async () => {
    const [here, there] = [open(), open()];
    const account = await here.add({ appId, name: 'A' }, appSecret(secret));
    await there.remove(account);
    await assert.rejects(here.replaceCredential(account, appSecret(secret)), { name: 'AccountGone' });
    await assert.rejects(here.rename(account, 'B'), { name: 'AccountGone' });
    assert.deepEqual(await open().all(), []);
    assert.equal(keychain.entries.size, 0);
  });

  function open(disk: FileLayer = nodeFiles, editor = new FakeStore('vscode')): AccountRegistry {
    const vault = new Vault({ keychain, vscode: editor }, () => 'auto');
    return new AccountRegistry(
      folder,
      vault,
      () => ({ dispose: () => undefined }),
      () => now,
      disk,
    );
  }
});

/** A keychain that may be away, or be too slow and answer in the end. */
class FakeStore implements SharedSecretStore {
  readonly entries = new Map<string, string>();
  away = false;
  slow = false;
  private readonly late: (() => void)[] = [];

  constructor(readonly name: 'keychain' | 'vscode') {}

  get(key: string): Promise<string | undefined> {
    return Promise.resolve(this.entries.get(key));
  }

  async set(key: string, value: string): Promise<void> {
    await Promise.resolve();
    if (this.slow) {
      const late = new Promise<void>(resolve =>
        this.late.push(() => {
          this.entries.set(key, value);
          resolve();
        }),
      );
      throw new SecretStoreFailure(this.name, 'silent', 'no answer', late);
    }
    this.answer();
    this.entries.set(key, value);
  }

  async keys(): Promise<string[]> {
    await Promise.resolve();
    this.answer();
    return [...this.entries.keys()];
  }

  async delete(key: string): Promise<void> {
    await Promise.resolve();
    this.answer();
    this.entries.delete(key);
  }

  answerLate(): void {
    for (const answer of this.late.splice(0)) answer();
  }

  private answer(): void {
    if (this.away) throw new SecretStoreFailure(this.name, 'silent', 'no answer');
  }
}
