import path from 'node:path';

import { type FileLayer } from '../../files';
import { type Account, accountName, usesApi } from '../account/account';
import { AccountGone } from '../account/accountErrors';
import {
  type EnteredCredential,
  type EnteredRelay,
  type KeptSecret,
  keptSecretsOf,
} from '../account/credential';
import { type Vault } from '../vault/vault';
import { type AccountFiles, type ReadFile } from './accountFiles';
import { AccountLock } from './accountLock';
import { SecretKeeper, type SecretLeft, type WizardPlace } from './secretKeeper';
import { SecretLedger } from './secretLedger';

/** An account that is to be added, as somebody entered it. */
export interface NewAccount {
  readonly appId: string;
  readonly name: string;
  readonly relay?: EnteredRelay | undefined;
}

/** What a removal of everything came to. */
export interface RemovedAccounts {
  readonly accounts: number;
  readonly secrets: number;
  readonly left: readonly SecretLeft[];
}

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
    { appId, name, relay: enteredRelay }: NewAccount,
    entered: EnteredCredential,
    place: WizardPlace,
  ): Promise<Account> {
    const credential = await this.keeper.keep(appId, entered, place);
    const kept = keptSecretsOf({ credential });
    const relay =
      enteredRelay &&
      (await this.orLetGo(appId, kept, () => this.keeper.keepRelay(appId, enteredRelay, place)));
    const account = {
      ...{ appId, name: accountName(name), credential, addedAt: this.now() },
      ...(relay && { relay }),
    };
    return this.settle(appId, keptSecretsOf(account), () => account);
  }

  async rename(appId: string, name: string): Promise<Account> {
    return this.settle(appId, [], current => ({ ...registered(current, appId), name: accountName(name) }));
  }

  async replaceCredential(appId: string, entered: EnteredCredential, place: WizardPlace): Promise<Account> {
    const credential = await this.keeper.keep(appId, entered, place);
    return this.settle(appId, keptSecretsOf({ credential }), current => {
      const { relay, ...account } = { ...registered(current, appId), credential };
      // Nothing is sent for an account without the API, and no secret kept for it.
      return relay && usesApi(account) ? { ...account, relay } : account;
    });
  }

  /** Undefined takes the header away. */
  async replaceRelay(appId: string, entered: EnteredRelay | undefined, place: WizardPlace): Promise<Account> {
    const kept = entered && (await this.keeper.keepRelay(appId, entered, place));
    return this.settle(appId, kept ? [kept] : [], current => {
      const { relay: former, ...account } = registered(current, appId);
      const relay = usesApi(account) ? kept : former;
      return relay ? { ...account, relay } : account;
    });
  }

  /** The secrets are noted as removed before the account is: what cannot be deleted now is not forgotten. */
  async remove(appId: string): Promise<readonly SecretLeft[]> {
    const secrets = await this.lock.hold(appId, async () => {
      const current = await this.files.read(appId);
      if (!current) return [];
      const kept = keptSecretsOf(current);
      for (const secret of kept) await this.ledger.noteRemoval({ appId, ...secret });
      await this.files.remove(appId);
      return kept;
    });
    return this.discard(appId, secrets);
  }

  /** Removes every account, files that nobody understands too, and every secret that the ledger names. */
  async removeAll(read: () => Promise<readonly ReadFile[]>): Promise<RemovedAccounts> {
    const files = await read();
    const noted = new Set((await this.ledger.entries()).map(({ secretId }) => secretId));
    const named = files.flatMap(({ account }) => (account ? keptSecretsOf(account) : []));
    const left: SecretLeft[] = [];
    for (const { appId, account } of files) {
      // One that is not understood names no secret that could be read: the ledger does.
      if (account) left.push(...(await this.remove(appId)));
      else await this.files.remove(appId);
    }
    const orphans = (await this.ledger.entries()).filter(
      ({ secretId }) => !named.some(kept => kept.secretId === secretId),
    );
    left.push(...(await this.keeper.discardEverywhere(orphans)));
    const secrets = new Set([...noted, ...named.map(({ secretId }) => secretId)]).size;
    const doubtful = new Set(left.map(({ key }) => key)).size;
    return { accounts: files.length, secrets: secrets - doubtful, left };
  }

  /** Deletes secrets that none of these files names. */
  async sweep(read: () => Promise<readonly ReadFile[]>): Promise<void> {
    const [entries, files] = await Promise.all([this.ledger.entries(), read()]);
    const used = new Set(
      files.flatMap(({ account }) => (account ? keptSecretsOf(account) : [])).map(({ secretId }) => secretId),
    );
    const notUnderstood = new Set(files.filter(({ account }) => !account).map(({ appId }) => appId));
    await this.keeper.sweep(
      entries.filter(({ secretId, appId }) => !used.has(secretId) && !notUnderstood.has(appId)),
    );
  }

  /**
   * Writes the account whose new secrets are kept already, and lets go of those that it no longer names: the former
   * ones, or the new ones where it was not written.
   */
  private async settle(
    appId: string,
    kept: readonly KeptSecret[],
    change: (current: Account | undefined) => Account,
  ): Promise<Account> {
    const { current, account } = await this.orLetGo(appId, kept, () =>
      this.lock.hold(appId, async () => {
        const current = await this.files.read(appId);
        const account = change(current);
        await this.files.write(account);
        return { current, account };
      }),
    );
    const named = new Set(keptSecretsOf(account).map(({ secretId }) => secretId));
    const before = [...(current ? keptSecretsOf(current) : []), ...kept];
    const former = before.filter(({ secretId }) => !named.has(secretId));
    // The account is written: what becomes of the former secrets changes nothing about that.
    for (const secret of former) await this.keeper.letGo({ appId, ...secret });
    return account;
  }

  /** What was kept for an act that fails is not left behind. */
  private async orLetGo<T>(appId: string, kept: readonly KeptSecret[], act: () => Promise<T>): Promise<T> {
    try {
      return await act();
    } catch (error) {
      await this.discard(appId, kept).catch(() => undefined);
      throw error;
    }
  }

  private async discard(appId: string, secrets: readonly KeptSecret[]): Promise<readonly SecretLeft[]> {
    const left: SecretLeft[] = [];
    for (const secret of secrets) {
      const remains = await this.keeper.discard({ appId, ...secret });
      if (remains) left.push(remains);
    }
    return left;
  }
}

/** @throws {AccountGone} */
function registered(current: Account | undefined, appId: string): Account {
  if (!current) throw new AccountGone(appId);
  return current;
}
