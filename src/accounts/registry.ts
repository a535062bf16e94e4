import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { type Disposable, EventEmitter } from 'vscode';

import { type FileLayer, nodeFiles, remove, keepWhole } from '../files';
import { type Account, accountName, formatAccount, parseAccount } from './account';
import { type StorePreference, type Vault } from './vault';

/** Tells that a file below the watched folder changed, in this window or another. */
export type Watch = (folder: string, changed: () => void) => Disposable;

/**
 * The registered accounts: one JSON file an account, so that two windows can add and edit at once without
 * losing anything and without a lock. Nothing is read before the first question.
 */
export class AccountRegistry implements Disposable {
  private readonly changed = new EventEmitter<void>();
  readonly onDidChange = this.changed.event;

  private accounts: Promise<readonly Account[]> | undefined;
  private watcher: Disposable | undefined;

  constructor(
    private readonly folder: string,
    private readonly vault: Vault,
    private readonly watch: Watch,
    private readonly now: () => number = Date.now,
    private readonly disk: FileLayer = nodeFiles,
  ) {}

  /** All accounts, by name and then by AppID. */
  all(): Promise<readonly Account[]> {
    // Folders that could not be read are read again at the next question.
    this.accounts ??= this.load().catch((error: unknown) => {
      this.accounts = undefined;
      throw error;
    });
    return this.accounts;
  }

  async find(appId: string): Promise<Account | undefined> {
    return (await this.all()).find(account => account.appId === appId);
  }

  /**
   * Keeps the secret first and the account second; where the second fails the first is undone, so that no
   * account is ever half saved.
   */
  async add(
    details: { appId: string; name: string },
    secret: string,
    preference?: StorePreference,
  ): Promise<Account> {
    const identity = {
      ...details,
      name: accountName(details.name),
      secretId: randomUUID(),
      addedAt: this.now(),
    };
    const account = { ...identity, secretStore: await this.vault.keep(identity, secret, preference) };
    try {
      await this.save(account);
    } catch (error) {
      await this.vault.drop(account).catch(() => undefined);
      throw error;
    }
    return account;
  }

  async rename(account: Account, name: string): Promise<Account> {
    const renamed = { ...account, name: accountName(name) };
    await this.save(renamed);
    return renamed;
  }

  /** The new secret replaces the old one under the same key; where it moves to another store the old one goes. */
  async replaceSecret(account: Account, secret: string, preference?: StorePreference): Promise<Account> {
    const secretStore = await this.vault.keep(account, secret, preference);
    if (secretStore === account.secretStore) {
      this.changed.fire();
      return account;
    }
    const moved = { ...account, secretStore };
    await this.save(moved);
    await this.vault.drop(account).catch(() => undefined);
    return moved;
  }

  /** Deletes the secret and then the account. Once the secret is gone nothing is undone. */
  async remove(account: Account): Promise<void> {
    await this.vault.drop(account);
    await remove(this.disk, this.fileOf(account));
    this.refresh();
  }

  /** Reads the files again at the next question. */
  refresh(): void {
    this.accounts = undefined;
    this.changed.fire();
  }

  dispose(): void {
    this.watcher?.dispose();
    this.changed.dispose();
  }

  private async save(account: Account): Promise<void> {
    await keepWhole(this.disk, this.fileOf(account), formatAccount(account));
    this.refresh();
  }

  private fileOf(account: Account): string {
    return path.join(this.folder, `${account.appId}.json`);
  }

  private async load(): Promise<readonly Account[]> {
    // A watcher on a folder that does not exist yet polls for it slowly, so the folder comes first.
    await this.disk.mkdir(this.folder);
    this.watcher ??= this.watch(this.folder, () => this.refresh());
    const names = (await this.disk.readdir(this.folder)).filter(name => name.endsWith('.json'));
    const texts = await Promise.all(
      // A file may go between the listing and the reading: another window removed the account.
      names.map(name => this.disk.readFile(path.join(this.folder, name)).catch(() => '')),
    );
    return texts
      .map(parseAccount)
      .filter(account => account !== undefined)
      .sort((a, b) => a.name.localeCompare(b.name) || a.appId.localeCompare(b.appId));
  }
}
