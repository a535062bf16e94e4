import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Uri } from 'vscode';

import { KeychainStore, SecretStoreFailure } from '../../../../src/accounts';
import { commands } from '../../../../src/manifest';
import { byHand } from '../../../../src/ui/asking/byHand';
import { until, useExtension } from '../../useExtension';

const question = 'Remove everything that WeChat OpenID Lens keeps';
const others = 'The keychain holds 2 further entries';
const remove = 'Remove Everything';

describe('Remove Everything…', () => {
  const { window, extension, person } = useExtension({ registered: 2, followers: 40 });
  // No test looks into the keychain of the machine that it runs on.
  // eslint-disable-next-line @typescript-eslint/unbound-method -- put back as they were
  const real = { keys: KeychainStore.prototype.keys, delete: KeychainStore.prototype.delete };
  let keychain: Map<string, string>;
  let isAway: boolean;
  let elsewhere: string;

  beforeEach(async () => {
    keychain = new Map();
    isAway = false;
    elsewhere = await mkdtemp(path.join(tmpdir(), 'lens-own-file-'));
    const answer = <T>(value: T): Promise<T> =>
      isAway
        ? Promise.reject(new SecretStoreFailure('keychain', 'unavailable', 'away'))
        : Promise.resolve(value);
    KeychainStore.prototype.keys = () => answer([...keychain.keys()]);
    KeychainStore.prototype.delete = key => answer(void keychain.delete(key));
  });
  afterEach(async () => {
    Object.assign(KeychainStore.prototype, real);
    await rm(elsewhere, { recursive: true });
  });

  /** One of each kind of thing that is kept. */
  async function fill(): Promise<void> {
    const { account } = extension;
    const { appId } = account;
    const openids = account.openids({ state: 'following' }, 3);
    await extension.run(commands.lookup, { openid: openids[0], appId });
    await extension.run(commands.batchFetch, { openids, appId });
    person.chooses(/^Browse the followers/, 'Browse');
    await extension.run(commands.browseFollowers, { appId });
    const label = `$(tag) ${account.tags.all.find(({ id }) => id === 105)?.name ?? ''}`;
    person.chooses('Tag 2 people of', label).chooses(/^Tag \d \w+ of .* with/s, 'Tag People');
    await extension.run(commands.tagPeople, byHand({ appId, openids: openids.slice(0, 2) }));
    const file = path.join(elsewhere, 'users.csv');
    await writeFile(file, `unionid,openid\noUnion0000000000000000000001,${openids[0] ?? ''}\n`);
    person.chooses(/Import UnionID Pairs from/, '$(check) Import');
    await extension.run(commands.importPairs, Uri.file(file));
  }

  const files = async () =>
    (await readdir(extension.folder, { recursive: true, withFileTypes: true }))
      .filter(entry => entry.isFile())
      .map(({ name }) => name);
  const told = async () => {
    await until(() => window.messages.some(text => text.startsWith('Removed. ')));
    return window.messages.find(text => text.startsWith('Removed. ')) ?? '';
  };

  it('removes nothing where the question is closed', async () => {
    person.closes(question);
    await extension.run(commands.removeEverything);
    assert.equal((await extension.registry().all()).length, 2);
    assert.equal(extension.secrets.kept.size, 2);
  });

  it('counts what there is, and leaves no file, no secret and no account', async () => {
    await fill();
    const rooms = await readdir(extension.folder);
    for (const room of [
      'accounts',
      'batches',
      'lists',
      'lookups',
      'imports',
      'taggings',
      'changes',
      'prefixes',
    ])
      assert.ok(rooms.includes(room), room);
    const counts =
      /Accounts: 2, batches: 1, follower lists: 1, recent lookups: 1, imports of pairs: 1, tagging results: 1/;
    person.chooses(new RegExp(`^${question}.*${counts.source}`, 's'), remove);
    await extension.run(commands.removeEverything);
    assert.match(
      await told(),
      new RegExp(`^Removed\\. ${counts.source}, secrets: 2\\. What open windows hold`),
    );
    assert.deepEqual(await files(), []);
    assert.deepEqual([...extension.secrets.kept], []);
    assert.deepEqual(await extension.registry().all(), []);
  });

  it('removes what it does not understand, and secrets that only the ledger knows', async () => {
    await writeFile(path.join(extension.folder, 'accounts/wxNewer.json'), '{"version":99}');
    const ledger = path.join(extension.folder, 'accounts/secrets/orphan.json');
    const entry = { version: 1, appId: 'wxGone', secretId: 'orphan', state: 'kept', at: Date.now() };
    await writeFile(ledger, JSON.stringify(entry));
    extension.secrets.kept.set('wxGone:orphan', 'a secret');
    keychain.set('wxGone:orphan', 'a secret');
    await mkdir(path.join(extension.folder, 'of-a-newer-version'));
    await writeFile(path.join(extension.folder, 'of-a-newer-version/file'), '');
    person.chooses(question, remove);
    await extension.run(commands.removeEverything);
    assert.match(await told(), /Accounts: 3, .* secrets: 3\./);
    assert.deepEqual([await files(), [...extension.secrets.kept], [...keychain]], [[], [], []]);
  });

  it('leaves what others keep in the keychain, unless the user says so once more', async () => {
    keychain.set('wxElse:1', 's').set('wxElse:2', 's');
    person.chooses(question, remove).closes(others);
    await extension.run(commands.removeEverything);
    assert.match(
      window.messages[1] ?? '',
      /other profiles of VS Code, of VS Code Insiders.*wxElse:1, wxElse:2/s,
    );
    assert.match(await told(), /Entries of others in the keychain stay: 2\./);
    assert.equal(keychain.size, 2);
    person.chooses(question, remove).chooses(others, 'Delete These, Too');
    await extension.run(commands.removeEverything);
    await until(() => window.messages.some(text => text.includes('Entries of others deleted: 2.')));
    assert.equal(keychain.size, 0);
  });

  it('says what may remain where the keychain does not answer, and remembers it', async () => {
    isAway = true;
    const entry = { version: 1, appId: 'wxGone', secretId: 'orphan', state: 'kept', at: Date.now() };
    await writeFile(path.join(extension.folder, 'accounts/secrets/orphan.json'), JSON.stringify(entry));
    person.chooses(question, remove);
    await extension.run(commands.removeEverything);
    assert.match(await told(), /Secrets may remain in: .*wxGone:orphan.*whether it holds entries of other/s);
    assert.deepEqual(await files(), ['orphan.json']);
  });

  it('leaves a batch that runs whole, and says so', async () => {
    const openids = extension.account.openids({}, 3);
    extension.weChat.faults.add({ kind: 'never' }, { path: '/cgi-bin/user/info/batchget' });
    const running = extension.run(commands.batchFetch, { openids, appId: extension.account.appId });
    await until(() => extension.weChat.calls('/cgi-bin/user/info/batchget') > 0);
    person.chooses(question, remove);
    await extension.run(commands.removeEverything);
    assert.match(await told(), /In use, or held by another program: 1\./);
    assert.equal((await extension.store().list()).length, 1);
    window.progress.at(-1)?.cancel();
    await running;
  });
});
