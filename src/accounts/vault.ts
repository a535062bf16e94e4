import { type Account, secretKey, type SecretStoreName } from './account';
import { type SecretStore, SecretStoreFailure } from './secretStore';

export type StorePreference = 'auto' | SecretStoreName;

/** Chooses the store of each secret. Each account remembers where its own went. */
export class Vault {
  constructor(
    private readonly stores: Readonly<Record<SecretStoreName, SecretStore>>,
    private readonly preference: () => StorePreference,
  ) {}

  /**
   * Keeps a secret and returns where. `auto` falls back to VS Code's storage where the machine has no keychain,
   * but not where a keychain is there and silent: whether to wait is the user's choice.
   * @throws {SecretStoreFailure}
   */
  async keep(
    account: Pick<Account, 'appId' | 'secretId'>,
    secret: string,
    preference = this.preference(),
  ): Promise<SecretStoreName> {
    const key = secretKey(account);
    if (preference !== 'auto') {
      await this.stores[preference].set(key, secret);
      return preference;
    }
    try {
      await this.stores.keychain.set(key, secret);
      return 'keychain';
    } catch (error) {
      if (!(error instanceof SecretStoreFailure) || error.reason === 'silent') throw error;
      await this.stores.vscode.set(key, secret);
      return 'vscode';
    }
  }

  /** @throws {SecretStoreFailure} where the account's store cannot be used. Undefined where the secret is gone. */
  read(account: Account): Promise<string | undefined> {
    return this.stores[account.secretStore].get(secretKey(account));
  }

  async drop(account: Account): Promise<void> {
    await this.stores[account.secretStore].delete(secretKey(account));
  }
}
