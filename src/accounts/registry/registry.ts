import { randomUUID } from 'node:crypto';
import path from 'node:path';

import { type FileLayer, nodeFiles } from '../../files';
import { type Account, accountName } from '../account/account';
import { AccountGone } from '../account/accountErrors';
import { type Credential, type EnteredCredential, keptSecretOf } from '../account/credential';
import { type Vault } from '../vault/vault';
import { AccountFiles } from './accountFiles';
import { AccountLock } from './accountLock';
import { SecretKeeper, type SecretLeft, type SecretPlace } from './secretKeeper';
import { SecretLedger } from './secretLedger';

interface Disposable {
  dispose(): void;
}

/** Tells that a file below the watched folder changed, in this window or another. */
export type Watch = (folder: string, changed: () => void) => Disposable;

/**
 * The registered accounts. What is written back is what is on disk now plus the change, under a lock of the account.
 * Nothing is read before the first question.
 */
export class AccountRegistry implements Disposable {
  private readonly listeners = new Set<{ readonly tell: () => void }>();
  private readonly files: AccountFiles;
  private readonly lock: AccountLock;
  private readonly ledger: SecretLedger;
  private readonly keeper: SecretKeeper;
  private accounts: Promise<readonly Account[]> | undefined;
  private watcher: Disposable | undefined;

  constructor(
    private readonly folder: string,
    vault: Vault,
    private readonly watch: Watch,
    private readonly now: () => number = Date.now,
    disk: FileLayer = nodeFiles,
  ) {
    const secrets = path.join(folder, 'secrets');
    this.files = new AccountFiles(folder, disk);
    this.lock = new AccountLock(secrets, disk, now);
    this.ledger = new SecretLedger(secrets, disk, now);
    this.keeper = new SecretKeeper(vault, this.ledger, now);
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
    entered: EnteredCredential,
    place: SecretPlace = {},
  ): Promise<Account> {
    const { appId } = details;
    const credential = await this.keep(appId, entered, place);
    const account = { appId, name: accountName(details.name), credential, addedAt: this.now() };
    return this.settle(appId, credential, () => account);
  }

  async rename({ appId }: Pick<Account, 'appId'>, name: string): Promise<Account> {
    return this.lock.hold(appId, async () => {
      const current = await this.files.read(appId);
      if (!current) throw new AccountGone(appId);
      const renamed = { ...current, name: accountName(name) };
      await this.write(renamed);
      return renamed;
    });
  }

  /**
   * A new secret gets an id of its own, so that the old one stands until the account's file names the new one.
   * @throws {AccountGone} where the account was removed meanwhile; its new secret is not left behind
   */
  async replaceCredential(
    { appId }: Pick<Account, 'appId'>,
    entered: EnteredCredential,
    place: SecretPlace = {},
  ): Promise<Account> {
    const credential = await this.keep(appId, entered, place);
    return this.settle(appId, credential, current => {
      if (!current) throw new AccountGone(appId);
      return { ...current, credential };
    });
  }

  /**
   * Removes the account whether its keychain answers or not. Returns where its secret may remain: that is
   * remembered, and the secret deleted once the keychain is back.
   */
  async remove({ appId }: Pick<Account, 'appId'>): Promise<SecretLeft | undefined> {
    const secret = await this.lock.hold(appId, async () => {
      const current = await this.files.read(appId);
      if (!current) return undefined;
      const kept = keptSecretOf(current.credential);
      if (kept) await this.ledger.noteRemoval({ appId, ...kept });
      await this.files.remove(appId);
      return kept;
    });
    this.refresh();
    return secret && this.keeper.discard({ appId, ...secret });
  }

  /** Deletes secrets that no account names any more. */
  async sweep(): Promise<void> {
    const [entries, files] = await Promise.all([this.ledger.entries(), this.read()]);
    const named = files.map(({ account }) => account && keptSecretOf(account.credential)?.secretId);
    const used = new Set(named);
    const notUnderstood = new Set(files.filter(({ account }) => !account).map(({ appId }) => appId));
    await this.keeper.sweep(
      entries.filter(({ secretId, appId }) => !used.has(secretId) && !notUnderstood.has(appId)),
    );
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

  private keep(appId: string, entered: EnteredCredential, place: SecretPlace): Promise<Credential> {
    return this.keeper.keep(appId, entered, { secretId: this.newSecretId(), ...place });
  }

  /** Writes the account whose secret is kept already, and lets go of the secret that is no longer named. */
  private async settle(
    appId: string,
    credential: Credential,
    change: (current: Account | undefined) => Account,
  ): Promise<Account> {
    const kept = keptSecretOf(credential);
    try {
      const { current, account } = await this.lock.hold(appId, async () => {
        const current = await this.files.read(appId);
        const account = change(current);
        await this.write(account);
        return { current, account };
      });
      const former = current && keptSecretOf(current.credential);
      if (former && former.secretId !== kept?.secretId) {
        await this.ledger.noteRemoval({ appId, ...former });
        await this.keeper.discard({ appId, ...former });
      }
      return account;
    } catch (error) {
      if (kept) await this.keeper.discard({ appId, ...kept }).catch(() => undefined);
      throw error;
    }
  }

  private async write(account: Account): Promise<void> {
    await this.files.write(account);
    this.refresh();
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
