import path from 'node:path';

import { type FileLayer } from '../../files';
import { type Account, accountName } from '../account/account';
import { AccountGone } from '../account/accountErrors';
import { type Credential, type EnteredCredential, keptSecretOf } from '../account/credential';
import { type Vault } from '../vault/vault';
import { type AccountFiles, type ReadFile } from './accountFiles';
import { AccountLock } from './accountLock';
import { SecretKeeper, type SecretLeft, type WizardPlace } from './secretKeeper';
import { SecretLedger } from './secretLedger';

/**
 * Changes of the registered accounts, with their secrets. What is written back is what is on disk now plus the change,
 * under a lock of the account.
 */
export class AccountChanges {
  private readonly lock: AccountLock;
  private readonly ledger: SecretLedger;
  private readonly keeper: SecretKeeper;

  constructor(
    folder: string,
    private readonly files: AccountFiles,
    vault: Vault,
    private readonly now: () => number,
    disk: FileLayer,
  ) {
    const secrets = path.join(folder, 'secrets');
    this.lock = new AccountLock(secrets, disk, now);
    this.ledger = new SecretLedger(secrets, disk, now);
    this.keeper = new SecretKeeper(vault, this.ledger, now);
  }

  async add(
    details: { readonly appId: string; readonly name: string },
    entered: EnteredCredential,
    place: WizardPlace,
  ): Promise<Account> {
    const { appId } = details;
    const credential = await this.keeper.keep(appId, entered, place);
    const account = { appId, name: accountName(details.name), credential, addedAt: this.now() };
    return this.settle(appId, credential, () => account);
  }

  async rename(appId: string, name: string): Promise<Account> {
    return this.lock.hold(appId, async () => {
      const current = await this.files.read(appId);
      if (!current) throw new AccountGone(appId);
      const renamed = { ...current, name: accountName(name) };
      await this.files.write(renamed);
      return renamed;
    });
  }

  async replaceCredential(appId: string, entered: EnteredCredential, place: WizardPlace): Promise<Account> {
    const credential = await this.keeper.keep(appId, entered, place);
    return this.settle(appId, credential, current => {
      if (!current) throw new AccountGone(appId);
      return { ...current, credential };
    });
  }

  /** The secret is noted as removed before the account is: what cannot be deleted now is not forgotten. */
  async remove(appId: string): Promise<SecretLeft | undefined> {
    const secret = await this.lock.hold(appId, async () => {
      const current = await this.files.read(appId);
      if (!current) return undefined;
      const kept = keptSecretOf(current.credential);
      if (kept) await this.ledger.noteRemoval({ appId, ...kept });
      await this.files.remove(appId);
      return kept;
    });
    return secret && this.keeper.discard({ appId, ...secret });
  }

  /** Deletes secrets that none of these files names. */
  async sweep(read: () => Promise<readonly ReadFile[]>): Promise<void> {
    const [entries, files] = await Promise.all([this.ledger.entries(), read()]);
    const used = new Set(files.map(({ account }) => account && keptSecretOf(account.credential)?.secretId));
    const notUnderstood = new Set(files.filter(({ account }) => !account).map(({ appId }) => appId));
    await this.keeper.sweep(
      entries.filter(({ secretId, appId }) => !used.has(secretId) && !notUnderstood.has(appId)),
    );
  }

  /** Writes the account whose secret is kept already, and lets go of the secret that is no longer named. */
  private async settle(
    appId: string,
    credential: Credential,
    change: (current: Account | undefined) => Account,
  ): Promise<Account> {
    const kept = keptSecretOf(credential);
    const { former, account } = await this.lock
      .hold(appId, async () => {
        const current = await this.files.read(appId);
        const account = change(current);
        await this.files.write(account);
        return { former: current && keptSecretOf(current.credential), account };
      })
      .catch(async (error: unknown) => {
        if (kept) await this.keeper.discard({ appId, ...kept }).catch(() => undefined);
        throw error;
      });
    // The account is written: what becomes of the former secret changes nothing about that.
    if (former && former.secretId !== kept?.secretId) await this.keeper.letGo({ appId, ...former });
    return account;
  }
}
