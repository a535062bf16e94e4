import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { nodeFiles } from '../../../../src/files';
import { describePlan, HostileFiles, type Plan, strikesOn } from '../../files/hostileFiles';
import { WindowsLikeFiles } from '../../files/windowsLikeFiles';
import { appSecret, secretIdOf } from '../entered';
import { SecretsInMemory } from '../secretsInMemory';
import { appId, registryOn, type Scene, scenes } from './registryScenes';

const day = 86_400_000;

async function withFolder<T>(act: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), 'lens-registry-'));
  return act(folder).finally(() => rm(folder, { recursive: true, force: true }));
}

/** The account as it was before, in a folder and a keychain of its own. */
async function prepared(scene: Scene, folder: string): Promise<SecretsInMemory> {
  const keychain = new SecretsInMemory('keychain');
  const registry = registryOn(nodeFiles, folder, keychain);
  if (scene.begins) await registry.add({ appId, name: 'A' }, appSecret('of before'));
  return keychain;
}

async function filesIn(folder: string): Promise<string[]> {
  const files = await readdir(folder, { recursive: true });
  return files.filter(file => file !== 'secrets');
}

describe('AccountRegistry over files that fail', function () {
  this.timeout(60_000);
  let cases = 0;

  after(() => console.log(`      ${cases} cases`));

  for (const scene of scenes) {
    it(`${scene.name}: leaves account and secret or neither, whichever operation fails`, async () => {
      const usual = new HostileFiles();
      await withFolder(async folder => scene.act(registryOn(usual, folder, await prepared(scene, folder))));
      for (const plan of strikesOn(usual.operations)) await struck(scene, plan);
    });
  }

  function struck(scene: Scene, plan: Plan): Promise<void> {
    cases++;
    const name = `${scene.name}, ${describePlan(plan)}`;
    return withFolder(async folder => {
      const keychain = await prepared(scene, folder);
      let refusal: unknown;
      await scene
        .act(registryOn(new HostileFiles(plan), folder, keychain))
        .catch((error: unknown) => (refusal = error));
      const later = registryOn(nodeFiles, folder, keychain, () => Date.now() + day);
      const account = await later.find(appId);
      assert.deepEqual(await later.notUnderstood(), [], name);
      if (refusal === undefined) assert.ok(scene.isDone(account), `${name}: it was said to be done`);
      else if (scene.begins) assert.ok(account, `${name}: what was there before stays`);
      const kept = secretIdOf(account);
      const expected = kept === undefined ? [] : [`${appId}:${kept}`];
      for (const key of expected) assert.ok(keychain.entries.has(key), `${name}: the account has its secret`);

      const locks = (await filesIn(folder)).filter(file => file.endsWith('.lock'));
      assert.deepEqual(locks, [], `${name}: no lock is left`);
      await later.sweep();
      assert.deepEqual([...keychain.entries.keys()], expected, `${name}: no secret is forgotten`);
      const left = (await filesIn(folder)).filter(file => !file.startsWith('secrets'));
      assert.deepEqual(left, account ? [`${appId}.json`] : [], `${name}: nothing is left beside it`);

      if (scene.begins && !account) return;
      await scene.act(later);
      const again = await registryOn(nodeFiles, folder, keychain).find(appId);
      assert.ok(scene.isDone(again), `${name}: it is done where it is tried again`);
    });
  }
});

describe('AccountRegistry under the rules of Windows', () => {
  for (const scene of scenes) {
    it(`${scene.name}: asks for nothing that is refused there`, () =>
      withFolder(async folder => {
        const files = new WindowsLikeFiles();
        const keychain = await prepared(scene, folder);
        await scene.act(registryOn(files, folder, keychain));
        assert.deepEqual([files.refusals, files.openFiles], [[], []]);
      }));
  }

  it('renames an account while another window reads it all the time', () =>
    withFolder(async folder => {
      const files = new WindowsLikeFiles();
      const keychain = new SecretsInMemory('keychain');
      const here = registryOn(files, folder, keychain);
      await here.add({ appId, name: 'A' }, appSecret('secret'));
      const file = await files.open(path.join(folder, `${appId}.json`), 'r');
      const renaming = here.rename({ appId }, 'B');
      while (files.refusals.length === 0) await new Promise(setImmediate);
      await file.close();
      assert.equal((await renaming).name, 'B');
      assert.equal((await registryOn(files, folder, keychain).find(appId))?.name, 'B');
    }));
});
