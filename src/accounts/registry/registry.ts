import { randomUUID } from 'node:crypto';

import { type FileLayer, nodeFiles } from '../../files';
import { type Account } from '../account/account';
import { type EnteredCredential, type EnteredRelay } from '../account/credential';
import { type Vault } from '../vault/vault';
import { type AccountChanges, type NewAccount, type RemovedAccounts } from './accountChanges';
import { AccountFiles } from './accountFiles';
import { type SecretLeft, type SecretPlace, type WizardPlace } from './secretKeeper';

interface Disposable {
  dispose(): void;
}

/** Tells that a file below the watched folder changed, in this window or another. */
export type Watch = (folder: string, changed: () => void) => Disposable;

/** The registered accounts. Nothing is read before the first question; what changes them is loaded with the first change. */
export class AccountRegistry implements Disposable {
  private readonly listeners = new Set<{ readonly tell: () => void }>();
  private readonly files: AccountFiles;
  private changes: Promise<AccountChanges> | undefined;
  private accounts: Promise<readonly Account[]> | undefined;
  private watcher: Disposable | undefined;

  constructor(
    private readonly folder: string,
    private readonly vault: Vault,
    private readonly watch: Watch,
    private readonly now: () => number = Date.now,
    private readonly disk: FileLayer = nodeFiles,
  ) {
    this.files = new AccountFiles(folder, disk);
  }

  onDidChange(listener: () => void): Disposable {
    const entry = { tell: listener };
    this.listeners.add(entry);
    return { dispose: () => void this.listeners.delete(entry) };
  }

  /** All accounts, by name and then by AppID. A failure is not kept: the next question reads again. */
  all(): Promise<readonly Account[]> {
    if (this.accounts) return this.accounts;
    const reading = this.load().catch((error: unknown) => {
      if (this.accounts === reading) this.accounts = undefined;
      throw error;
    });
    this.accounts = reading;
    return reading;
  }

  async find(appId: string): Promise<Account | undefined> {
    return (await this.all()).find(account => account.appId === appId);
  }

  /** A secret's id, to be made once for all tries of one wizard. */
  newSecretId(): string {
    return randomUUID();
  }

  /**
   * Notes the ids of secrets, keeps these, and writes the account; where the last fails they go again. An account that
   * another window added meanwhile is replaced, and its secrets go.
   * @throws {AccountNotUnderstood} where a file of a newer version is in the way
   */
  async add(details: NewAccount, entered: EnteredCredential, place: SecretPlace = {}): Promise<Account> {
    return this.change(changes => changes.add(details, entered, this.placed(place)));
  }

  /** @throws {AccountGone} */
  async rename({ appId }: Pick<Account, 'appId'>, name: string): Promise<Account> {
    return this.change(changes => changes.rename(appId, name));
  }

  /**
   * A new secret gets an id of its own, so that the old one stands until the account's file names the new one. The
   * header of a relay stays.
   * @throws {AccountGone} where the account was removed meanwhile; its new secret is not left behind
   */
  async replaceCredential(
    { appId }: Pick<Account, 'appId'>,
    entered: EnteredCredential,
    place: SecretPlace = {},
  ): Promise<Account> {
    return this.change(changes => changes.replaceCredential(appId, entered, this.placed(place)));
  }

  /**
   * Gives the account the header that a relay wants, or takes it away.
   * @throws {AccountGone}
   */
  async replaceRelay(
    { appId }: Pick<Account, 'appId'>,
    entered: EnteredRelay | undefined,
    place: SecretPlace = {},
  ): Promise<Account> {
    return this.change(changes => changes.replaceRelay(appId, entered, this.placed(place)));
  }

  /**
   * Removes the account whether its keychain answers or not. Returns where secrets of it may remain: that is
   * remembered, and they are deleted once the keychain is back.
   */
  async remove({ appId }: Pick<Account, 'appId'>): Promise<readonly SecretLeft[]> {
    return this.change(changes => changes.remove(appId));
  }

  /** Removes all accounts, with every secret that this profile knows of, in both stores. */
  async removeAll(): Promise<RemovedAccounts> {
    return this.change(changes => changes.removeAll(() => this.read()));
  }

  /** Deletes secrets that no account names any more. */
  async sweep(): Promise<void> {
    const changes = await this.changing();
    await changes.sweep(() => this.read());
  }

  /** AppIDs of files that this version does not understand: they are listed, and never written. */
  async notUnderstood(): Promise<readonly string[]> {
    return (await this.read()).filter(({ account }) => !account).map(({ appId }) => appId);
  }

  /** Reads the files again at the next question. */
  refresh(): void {
    this.accounts = undefined;
    for (const { tell } of [...this.listeners]) tell();
  }

  dispose(): void {
    this.watcher?.dispose();
    this.listeners.clear();
  }

  private async change<T>(act: (changes: AccountChanges) => Promise<T>): Promise<T> {
    const changes = await this.changing();
    try {
      return await act(changes);
    } finally {
      this.refresh();
    }
  }

  private changing(): Promise<AccountChanges> {
    this.changes ??= this.loadChanges().catch((error: unknown) => {
      this.changes = undefined;
      throw error;
    });
    return this.changes;
  }

  private async loadChanges(): Promise<AccountChanges> {
    const { AccountChanges } = await import('../atFirstUse');
    return new AccountChanges(this.folder, this.files, this.vault, this.now, this.disk);
  }

  private placed(place: SecretPlace): WizardPlace {
    return { secretId: this.newSecretId(), ...place };
  }

  private async load(): Promise<readonly Account[]> {
    const files = await this.read();
    return files
      .map(({ account }) => account)
      .filter(account => account !== undefined)
      .sort((a, b) => a.name.localeCompare(b.name) || a.appId.localeCompare(b.appId));
  }

  private async read(): ReturnType<AccountFiles['all']> {
    // A watcher on a folder that does not exist yet polls for it slowly, so the folder comes first.
    await this.files.makeFolder();
    this.watcher ??= this.watch(this.folder, () => this.refresh());
    return this.files.all();
  }
}
