import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';

import { keptSecretsOf } from '../../../../src/accounts';
import { AccountChanges } from '../../../../src/accounts/registry/accountChanges';
import { AccountFiles } from '../../../../src/accounts/registry/accountFiles';
import { type SharedSecretStore } from '../../../../src/accounts/vault/secretStore';
import { Vault } from '../../../../src/accounts/vault/vault';
import { MemoryFiles, type FileLayer } from '../../../../src/files';
import { appSecret } from '../entered';
import { SecretsInMemory } from '../secretsInMemory';
import { filesOf, finish, storeOf, Window } from './turns';

const appId = 'wx0123456789abcdef';
const folder = '/accounts';
const hour = 3_600_000;
const relay = { origin: 'https://relay.example.com', name: 'X-Key', value: 'of the relay' };
const server = {
  kind: 'tokenServer',
  address: 'https://tokens.example.com/?key=of-the-query',
  header: { name: 'Authorization', value: 'of the header' },
} as const;

/** What the registry of a window makes its changes with. */
interface Registry {
  readonly changes: AccountChanges;
  readonly files: AccountFiles;
}

type Act = (registry: Registry) => Promise<unknown>;

const place = () => ({ secretId: randomUUID() });
const acts: Readonly<Record<string, Act>> = {
  add: ({ changes }) => changes.add({ appId, name: 'new', relay }, appSecret('of add'), place()),
  replace: ({ changes }) => changes.replaceCredential(appId, appSecret('of replace'), place()),
  move: ({ changes }) =>
    changes.replaceCredential(appId, appSecret('of A'), { ...place(), preference: 'vscode' }),
  'change to a server': ({ changes }) => changes.replaceCredential(appId, server, place()),
  'change to no API': ({ changes }) => changes.replaceCredential(appId, { kind: 'none' }, place()),
  'give a header': ({ changes }) => changes.replaceRelay(appId, relay, place()),
  'take the header': ({ changes }) => changes.replaceRelay(appId, undefined, place()),
  rename: ({ changes }) => changes.rename(appId, 'renamed'),
  remove: ({ changes }) => changes.remove(appId),
  sweep: ({ changes, files }) => changes.sweep(() => files.all()),
};

/** Nothing of these tests is on a disk or takes time: what each window does next is decided operation by operation. */
describe('registries on one folder', () => {
  let disk: MemoryFiles;
  let stores: Record<'keychain' | 'vscode', SecretsInMemory>;
  let later: number;

  async function begin(): Promise<void> {
    disk = new MemoryFiles();
    stores = { keychain: new SecretsInMemory('keychain'), vscode: new SecretsInMemory('vscode') };
    later = 0;
    await open().changes.add({ appId, name: 'A', relay }, appSecret('of A'), place());
  }

  it('end with account and secrets or with neither, whatever two do, and wherever one is held up by the other', async () => {
    for (const [first, one] of Object.entries(acts)) {
      for (const [second, two] of Object.entries(acts)) {
        for (let at = 1, isOver = false; !isOver; at++) {
          // The first is held up at each operation; the second gets to one of its own, or to its end, before it goes on.
          for (const until of [(at % 11) + 1, Infinity]) {
            const windows = await started([one, two]);
            const [here, there] = windows;
            await here.run(at);
            isOver = here.isOver;
            await there.run(until);
            await here.run();
            await finish(windows);
            await assertWhole(`${first}, at ${at} held up by ${second} until ${until}`);
          }
        }
      }
    }
  });

  it('do so whatever three do, in any order', async () => {
    const random = seeded(20_26);
    const all = Object.values(acts);
    const names = Object.keys(acts);
    for (let round = 0; round < 1_000; round++) {
      const chosen = [0, 1, 2].map(() => Math.floor(random() * all.length));
      const windows = await started(chosen.map(index => all[index] ?? assert.fail()));
      while (windows.some(({ isOver }) => !isOver)) {
        const window = windows[Math.floor(random() * windows.length)];
        await window?.step();
      }
      await assertWhole(`round ${round}: ${chosen.map(index => names[index]).join(', ')}`);
    }
  });

  for (const [name, act] of Object.entries(acts)) {
    it(`are whole again after a sweep where a window is killed at any operation of: ${name}`, async () => {
      for (let at = 1, isOver = false; !isOver; at++) {
        const [killed] = await started([act]);
        await killed?.run(at);
        isOver = killed?.isOver ?? true;
        later = 2 * hour;
        await open()
          .changes.rename(appId, 'by another window')
          .catch(() => undefined);
        await acts['sweep']?.(open());
        await assertWhole(`killed at ${at}`);
      }
    });

    it(`are whole after a sweep where an operation on files fails during: ${name}`, async () => {
      for (let at = 1, didFail = true; didFail; at++) {
        let count = 0;
        const windows = await started([act], () => ++count === at);
        await finish(windows);
        didFail = count >= at;
        later = 2 * hour;
        await acts['sweep']?.(open());
        await assertWhole(`failed at ${at}`);
      }
    });
  }

  async function started(
    each: readonly Act[],
    fails?: () => boolean,
  ): Promise<[Window, Window, ...Window[]]> {
    await begin();
    const windows = each.map(act => {
      const window = new Window();
      const registry = open(filesOf(disk, window, fails), {
        keychain: storeOf(stores.keychain, window),
        vscode: storeOf(stores.vscode, window),
      });
      window.begin(() => act(registry));
      return window;
    });
    return windows as [Window, Window, ...Window[]];
  }

  function open(
    files: FileLayer = disk,
    at: Record<'keychain' | 'vscode', SharedSecretStore> = stores,
  ): Registry {
    const vault = new Vault(at, () => 'auto');
    const accounts = new AccountFiles(folder, files);
    const now = () => Date.now() + later;
    return { changes: new AccountChanges(folder, accounts, vault, now, files), files: accounts };
  }

  /** Every secret in a store is named by an account, and every one that is named is there. */
  async function assertWhole(when: string): Promise<void> {
    const account = await new AccountFiles(folder, disk).read(appId);
    const named = account ? keptSecretsOf(account) : [];
    for (const store of ['keychain', 'vscode'] as const) {
      assert.deepEqual(
        [...stores[store].entries.keys()].sort(),
        named
          .filter(({ secretStore }) => secretStore === store)
          .map(({ secretId }) => `${appId}:${secretId}`)
          .sort(),
        when,
      );
    }
  }
});

/** Numbers between 0 and 1, the same at every run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}
