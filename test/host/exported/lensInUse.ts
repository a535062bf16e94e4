import assert from 'node:assert/strict';
import path from 'node:path';
import * as vscode from 'vscode';

import { AccountRegistry, EditorSecretStore, KeychainStore, Vault } from '../../../src/accounts';
import { type LensApi } from '../../../src/exported/api/lensApi';
import { commands, settingsSection } from '../../../src/manifest';
import { type SimulatedAccount, type SimulatedWeChat, startWeChat } from '../../wechat';

/** What the companion extension gives to the suite. */
export interface AnotherExtension {
  readonly storageOfLens: string;
  getApi(version: number): Promise<LensApi>;
  run(command: string, ...args: readonly unknown[]): Promise<unknown>;
}

/** Lens with a registered account of a simulated WeChat, beside another extension; gone again after the suite. */
export interface LensInUse {
  readonly another: AnotherExtension;
  readonly wechat: SimulatedWeChat;
  readonly account: SimulatedAccount;
}

export function useLens(): () => LensInUse {
  let lens: LensInUse | undefined;
  let remove: () => Promise<unknown>;

  before(async () => {
    const another = await vscode.extensions
      .getExtension<AnotherExtension>('wechat-openid-lens.another-extension')
      ?.activate();
    assert.ok(another);
    const wechat = await startWeChat({ followers: 40 });
    const [account] = wechat.accounts;
    await set('apiBaseUrl', wechat.url);
    const stores = {
      keychain: new KeychainStore(),
      vscode: new EditorSecretStore({ get: none, store: none, delete: none }),
    };
    const registry = new AccountRegistry(
      path.join(another.storageOfLens, 'accounts'),
      new Vault(stores, () => 'keychain'),
      () => new vscode.Disposable(() => undefined),
    );
    const { appId, name, secret } = account;
    await registry.add({ appId, name }, { kind: 'appSecret', secret });
    await another.run(commands.refresh);
    remove = () => registry.remove({ appId });
    lens = { another, wechat, account };
  });

  after(async () => {
    await remove();
    await lens?.another.run(commands.refresh);
    await lens?.wechat.close();
    for (const name of ['apiBaseUrl', 'exportedApi.enabled', 'languageModelTools.enabled'])
      await set(name, undefined);
  });

  return () => {
    if (!lens) throw new Error('Lens is in use only while tests run.');
    return lens;
  };
}

/** As a user does in the settings. */
export async function set(name: string, value: unknown): Promise<void> {
  const configuration = vscode.workspace.getConfiguration(settingsSection);
  await configuration.update(name, value, vscode.ConfigurationTarget.Global);
}

const none = () => Promise.reject(new Error('nothing is kept there'));
