import { randomUUID } from 'node:crypto';
import path from 'node:path';

import { errorCode, type FileLayer, nodeFiles, remove, keepWhole } from '../files';
import { type Account, accountName, formatAccount, parseAccount, type SecretStoreName } from './account';
import { AccountGone, AccountNotUnderstood } from './accountErrors';
import { AccountLock } from './accountLock';
import { SecretLedger } from './secretLedger';
import { type StorePreference, type Vault } from './vault';

interface Disposable {
  dispose(): void;
}

/** Tells that a file below the watched folder changed, in this window or another. */
export type Watch = (folder: string, changed: () => void) => Disposable;

/** Where a secret goes: an id for one wizard, whatever number of times it tries, and the store that the user chose. */
export interface SecretPlace {
  readonly secretId?: string;
  readonly preference?: StorePreference | undefined;
}

/** What a removal could not delete. */
export interface SecretLeft {
  readonly store: SecretStoreName;
  /** The account's name in the keychain. */
  readonly key: string;
}

/** A wizard that waits for a keychain or a user is not swept up after. */
const wizardMs = 3_600_000;

/**
 * The registered accounts: one JSON file an account, so that two windows can add and edit at once. What is written
 * back is what is on disk now plus the change, under a lock of the account. Nothing is read before the first question.
 */
export class AccountRegistry implements Disposable {
  private readonly listeners = new Set<{ readonly tell: () => void }>();
  private readonly lock: AccountLock;
  private readonly ledger: SecretLedger;
  private accounts: Promise<readonly Account[]> | undefined;
  private watcher: Disposable | undefined;

  constructor(
    private readonly folder: string,
    private readonly vault: Vault,
    private readonly watch: Watch,
    private readonly now: () => number = Date.now,
    private readonly disk: FileLayer = nodeFiles,
  ) {
    const secrets = path.join(folder, 'secrets');
    this.lock = new AccountLock(secrets, disk, now);
    this.ledger = new SecretLedger(secrets, disk, now);
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
   * Notes the secret's id, keeps the secret, and writes the account; where the last fails the secret goes again. An
   * account that another window added meanwhile is replaced, and its secret goes.
   * @throws {AccountNotUnderstood} where a file of a newer version is in the way
   */
  async add(
    details: { readonly appId: string; readonly name: string },
    secret: string,
    { secretId = this.newSecretId(), preference }: SecretPlace = {},
  ): Promise<Account> {
    const identity = { appId: details.appId, secretId };
    const secretStore = await this.keep(identity, secret, preference);
    const account = { ...identity, name: accountName(details.name), secretStore, addedAt: this.now() };
    return this.settle(account, () => account);
  }

  async rename({ appId }: Pick<Account, 'appId'>, name: string): Promise<Account> {
    return this.lock.hold(appId, async () => {
      const current = await this.onDisk(appId);
      if (!current) throw new AccountGone(appId);
      const renamed = { ...current, name: accountName(name) };
      await this.write(renamed);
      return renamed;
    });
  }

  /**
   * The new secret gets an id of its own, so that the old one stands until the account's file names the new one.
   * @throws {AccountGone} where the account was removed meanwhile; its new secret is not left behind
   */
  async replaceSecret(
    { appId }: Pick<Account, 'appId'>,
    secret: string,
    { secretId = this.newSecretId(), preference }: SecretPlace = {},
  ): Promise<Account> {
    const identity = { appId, secretId };
    const secretStore = await this.keep(identity, secret, preference);
    return this.settle({ ...identity, secretStore }, current => {
      if (!current) throw new AccountGone(appId);
      return { ...current, secretId, secretStore };
    });
  }

  /**
   * Removes the account whether its keychain answers or not. Returns where its secret may remain: that is
   * remembered, and the secret deleted once the keychain is back.
   */
  async remove({ appId }: Pick<Account, 'appId'>): Promise<SecretLeft | undefined> {
    const account = await this.lock.hold(appId, async () => {
      const current = await this.onDisk(appId);
      if (!current) return undefined;
      await this.ledger.noteRemoval(current);
      await remove(this.disk, this.fileOf(appId));
      return current;
    });
    this.refresh();
    return account && this.discard(account);
  }

  /** Deletes secrets that no account names any more: of removals while a keychain was away, of windows that were killed. */
  async sweep(): Promise<void> {
    const [entries, files] = await Promise.all([this.ledger.entries(), this.read()]);
    const used = new Set(files.map(({ account }) => account?.secretId));
    const notUnderstood = new Set(files.filter(({ account }) => !account).map(({ appId }) => appId));
    for (const entry of entries) {
      if (used.has(entry.secretId) || notUnderstood.has(entry.appId)) continue;
      if (entry.state === 'kept' && this.now() - entry.at < wizardMs) continue;
      if ((await this.vault.dropEverywhere(entry)).length === 0) await this.ledger.strike(entry.secretId);
    }
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

  private async keep(
    identity: Pick<Account, 'appId' | 'secretId'>,
    secret: string,
    preference: StorePreference | undefined,
  ): Promise<SecretStoreName> {
    await this.ledger.note(identity);
    return this.vault.keep(identity, secret, preference);
  }

  /** Writes the account whose secret is kept already, and lets go of the secret that is no longer named. */
  private async settle(
    kept: Pick<Account, 'appId' | 'secretId' | 'secretStore'>,
    change: (current: Account | undefined) => Account,
  ): Promise<Account> {
    try {
      const { current, account } = await this.lock.hold(kept.appId, async () => {
        const current = await this.onDisk(kept.appId);
        const account = change(current);
        await this.write(account);
        return { current, account };
      });
      if (current && current.secretId !== kept.secretId) {
        await this.ledger.noteRemoval(current);
        await this.discard(current);
      }
      return account;
    } catch (error) {
      await this.discard(kept).catch(() => undefined);
      throw error;
    }
  }

  /** Deletes a secret that no account names; undefined where nothing of it is left. */
  private async discard(
    secret: Pick<Account, 'appId' | 'secretId' | 'secretStore'>,
  ): Promise<SecretLeft | undefined> {
    try {
      await this.vault.drop(secret);
    } catch {
      await this.ledger.noteRemoval(secret).catch(() => undefined);
      return { store: secret.secretStore, key: `${secret.appId}:${secret.secretId}` };
    }
    // An entry that stays names nothing, and is swept.
    await this.ledger.strike(secret.secretId).catch(() => undefined);
    return undefined;
  }

  private async write(account: Account): Promise<void> {
    await keepWhole(this.disk, this.fileOf(account.appId), formatAccount(account));
    this.refresh();
  }

  private fileOf(appId: string): string {
    return path.join(this.folder, `${appId}.json`);
  }

  /** What is there now, whatever was read before. */
  private async onDisk(appId: string): Promise<Account | undefined> {
    try {
      const account = parseAccount(await this.disk.readFile(this.fileOf(appId)));
      if (!account) throw new AccountNotUnderstood(appId);
      return account;
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return undefined;
      throw error;
    }
  }

  private async load(): Promise<readonly Account[]> {
    const files = await this.read();
    return files
      .map(({ account }) => account)
      .filter(account => account !== undefined)
      .sort((a, b) => a.name.localeCompare(b.name) || a.appId.localeCompare(b.appId));
  }

  private async read(): Promise<{ appId: string; account: Account | undefined }[]> {
    // A watcher on a folder that does not exist yet polls for it slowly, so the folder comes first.
    await this.disk.mkdir(this.folder);
    this.watcher ??= this.watch(this.folder, () => this.refresh());
    const names = (await this.disk.readdir(this.folder)).filter(name => name.endsWith('.json'));
    const files = names.map(async name => {
      const appId = path.basename(name, '.json');
      try {
        return [{ appId, account: parseAccount(await this.disk.readFile(path.join(this.folder, name))) }];
      } catch (error) {
        // A file may go between the listing and the reading: another window removed the account.
        if (errorCode(error) === 'ENOENT') return [];
        throw error;
      }
    });
    return (await Promise.all(files)).flat();
  }
}
