import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as vscode from 'vscode';

import {
  AccountGone,
  AccountRegistry,
  ActiveAccount,
  LearnedPrefixes,
  Vault,
} from '../../../../src/accounts';
import { AccountChoice } from '../../../../src/jobs/credentials/accountChoice';
import { Problem } from '../../../../src/ui/problem';
import { Cancelled } from '../../../../src/ui/steps';
import { useFakeVSCode } from '../../../fakeVSCode';
import { memento } from '../../../fakeVSCode/context';
import { appSecret } from '../../accounts/entered';
import { SecretsInMemory } from '../../accounts/secretsInMemory';

const ofA = 'oAAAAA6789012345678901234567';
const ofB = 'oBBBBB6789012345678901234567';

describe('AccountChoice', () => {
  const window = useFakeVSCode();
  const { person } = window;
  let folder: string;
  let registry: AccountRegistry;
  let active: ActiveAccount;
  let prefixes: LearnedPrefixes;
  let choice: AccountChoice;

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'lens-choice-'));
    const stores = { keychain: new SecretsInMemory('keychain'), vscode: new SecretsInMemory('vscode') };
    const unwatched = () => new vscode.Disposable(() => undefined);
    registry = new AccountRegistry(path.join(folder, 'accounts'), new Vault(stores, () => 'auto'), unwatched);
    active = new ActiveAccount(registry, memento());
    prefixes = new LearnedPrefixes(path.join(folder, 'prefixes'), assert.ifError);
    choice = new AccountChoice(registry, active, prefixes);
  });

  afterEach(() => rm(folder, { recursive: true }));

  it('says how to add an account where there is none', async () => {
    await assert.rejects(choice.for(ofA), Problem);
  });

  it('takes the only account', async () => {
    await add('wxA');
    assert.equal((await choice.for(ofA)).appId, 'wxA');
  });

  it('takes the account that is named, and says when it is gone', async () => {
    await add('wxA');
    await add('wxB');
    assert.equal((await choice.for(ofA, 'wxB')).appId, 'wxB');
    await assert.rejects(choice.for(ofA, 'wxC'), AccountGone);
  });

  it('takes the active account for an openid that nothing is known about', async () => {
    await add('wxA');
    await active.set(await add('wxB'));
    assert.equal((await choice.for(ofA)).appId, 'wxB');
  });

  it('takes the account whose openids begin like it, whichever is active', async () => {
    await add('wxA');
    await active.set(await add('wxB'));
    await prefixes.learn('wxA', [{ kind: 'following', openid: ofA, profile: { openid: ofA } }]);
    assert.equal((await choice.for(ofA)).appId, 'wxA');
    assert.equal((await choice.for(ofB)).appId, 'wxB');
  });

  it('asks where nothing tells, with the active account marked, and is cancelled with the question', async () => {
    await add('wxA');
    await active.set(await add('wxB'));
    await prefixes.learn('wxB', [{ kind: 'following', openid: ofB, profile: { openid: ofB } }]);
    person.chooses(`Which account does ${ofA} belong to?`, 'wxA').closes('Which account');
    assert.equal((await choice.for(ofA)).appId, 'wxA');
    assert.deepEqual(
      window.shown[0]?.items.map(({ description }) => description),
      ['wxA', 'wxB · active'],
    );
    await assert.rejects(choice.for(ofA), Cancelled);
  });

  function add(appId: string) {
    return registry.add({ appId, name: appId }, appSecret('secret'));
  }
});
