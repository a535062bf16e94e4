import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { commands as vscodeCommands, Disposable, type ExtensionContext } from 'vscode';

import { AccountRegistry, EditorSecretStore, KeychainStore, LookupHistory, Vault } from '../../src/accounts';
import { type BatchEntry, BatchStore } from '../../src/batch';
import { type LensExports } from '../../src/exported/api/lensApi';
import { activate } from '../../src/extension';
import { type FollowerList, ListStore } from '../../src/lists';
import { type CommandId, settingsSection } from '../../src/manifest';
import { Problems } from '../../src/ui/problems/problems';
import { fakeWindow, useFakeVSCode } from '../fakeVSCode';
import { type Context, newContext, Secrets } from '../fakeVSCode/context';
import { type SimulatedAccount, type SimulatedWeChat, startWeChat } from '../wechat';

/** Paths of WeChat's that tests count calls of. */
export const paths = {
  token: '/cgi-bin/stable_token',
  userInfo: '/cgi-bin/user/info',
  batchGet: '/cgi-bin/user/info/batchget',
  clearQuota: '/cgi-bin/clear_quota',
  quota: '/cgi-bin/openapi/quota/get',
  followers: '/cgi-bin/user/get',
  tags: '/cgi-bin/tags/get',
};

/** What is being put into words. */
const explained = new Set<Promise<unknown>>();
// eslint-disable-next-line @typescript-eslint/unbound-method -- called with its own `this`
const { explain } = Problems.prototype;
Problems.prototype.explain = function (error) {
  const explaining = explain.call(this, error);
  explained.add(explaining);
  return explaining.finally(() => explained.delete(explaining));
};

/** One window of VS Code with the whole extension in it, over a simulated WeChat. */
export class ExtensionWindow {
  weChat!: SimulatedWeChat;
  /** The first account of the simulated WeChat, and the second. */
  account!: SimulatedAccount;
  other!: SimulatedAccount;
  secrets!: Secrets;
  /** The extension's global storage. */
  folder!: string;
  /** What other extensions get. */
  exports!: LensExports;
  private context!: Context;

  async open(registered: number, followers: number): Promise<void> {
    this.weChat = await startWeChat({ followers });
    [this.account, this.other] = this.weChat.accounts;
    this.folder = await mkdtemp(path.join(tmpdir(), 'lens-window-'));
    this.secrets = new Secrets();
    fakeWindow.set(`${settingsSection}.apiBaseUrl`, this.weChat.url);
    // No test leaves anything in the keychain of a machine.
    fakeWindow.set(`${settingsSection}.credentialStore`, 'vscode');
    // Most tests call as another extension that may: with results, and silently.
    fakeWindow.set(`${settingsSection}.exportedApi.enabled`, true);
    for (const account of this.weChat.accounts.slice(0, registered)) await this.register(account);
    this.activate();
  }

  async close(): Promise<void> {
    this.leave();
    await this.weChat.close();
    // A panel may still be writing how it was left.
    await rm(this.folder, { recursive: true, force: true, maxRetries: 10 });
  }

  /** Ends this window, and opens another over the same files. */
  reload(): void {
    this.leave();
    this.activate();
  }

  /** Runs a command as a menu does: its failures are shown, and give undefined. */
  async run(command: CommandId, ...args: readonly unknown[]): Promise<unknown> {
    try {
      return await vscodeCommands.executeCommand(command, ...args);
    } finally {
      // A command does not wait for the message about its failure, which a test looks for.
      await Promise.allSettled(explained);
      await setImmediate();
    }
  }

  /** The registered accounts, as another window sees them. */
  registry(): AccountRegistry {
    const stores = { keychain: new KeychainStore(), vscode: new EditorSecretStore(this.secrets) };
    const unwatched = () => new Disposable(() => undefined);
    return new AccountRegistry(
      path.join(this.folder, 'accounts'),
      new Vault(stores, () => 'vscode'),
      unwatched,
    );
  }

  lookups(): LookupHistory {
    return new LookupHistory(path.join(this.folder, 'lookups'), () => 30, assert.ifError);
  }

  /** What was changed of the first account's people, as its file has it. */
  async changes(): Promise<string> {
    return readFile(path.join(this.folder, 'changes', `${this.account.appId}.ndjson`), 'utf8');
  }

  /** The saved batches, as another window sees them. */
  store(): BatchStore {
    return new BatchStore(path.join(this.folder, 'batches'), { retentionDays: () => 30 });
  }

  /** The saved follower lists, as another window sees them. */
  lists(): ListStore {
    return new ListStore(path.join(this.folder, 'lists'), { retentionDays: () => 30 });
  }

  /** The only saved follower list. */
  async list(): Promise<FollowerList> {
    const [list, ...others] = (await this.lists().lists()).lists;
    assert.ok(list && others.length === 0, 'one list is kept');
    return list;
  }

  /** The only saved batch. */
  async batch(): Promise<BatchEntry> {
    const [batch, ...others] = await this.store().list();
    assert.ok(batch && others.length === 0, 'one batch is kept');
    return batch;
  }

  async register({ appId, name, secret }: SimulatedAccount): Promise<void> {
    await this.registry().add({ appId, name }, { kind: 'appSecret', secret });
  }

  private activate(): void {
    this.context = newContext(this.folder, this.secrets);
    this.exports = activate(this.context as ExtensionContext);
  }

  private leave(): void {
    Disposable.from(...this.context.subscriptions).dispose();
  }
}

/** Opens a window for each test of the surrounding `describe`, with so many accounts registered. */
export function useExtension({ registered = 1, followers = 900 } = {}) {
  const extension = new ExtensionWindow();
  // Before the fake's own check, which may fail: a server left open keeps the whole suite from ending.
  afterEach(() => extension.close());
  const window = useFakeVSCode();
  beforeEach(() => extension.open(registered, followers));
  return { window, extension, person: window.person };
}

/** Resolves as soon as something holds; what never does ends the test, and not only its wait. */
export async function until(holds: () => boolean): Promise<void> {
  const patience = AbortSignal.timeout(10_000);
  while (!holds()) {
    patience.throwIfAborted();
    await new Promise(resolve => setTimeout(resolve, 5));
  }
}
