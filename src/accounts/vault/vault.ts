import { type KeptSecret, secretKey, type SecretStoreName } from '../account/credential';
import { type SecretStore, SecretStoreFailure, type SharedSecretStore } from './secretStore';

interface SecretName {
  readonly appId: string;
  readonly secretId: string;
}

export type StorePreference = 'auto' | SecretStoreName;

/** Chooses the store of each secret. Each credential remembers where its own went. */
export class Vault {
  /** Where this window put the secret of a key for good; absent while it is still to be decided. */
  private readonly placed = new Map<string, SecretStoreName>();

  constructor(
    private readonly stores: { readonly keychain: SharedSecretStore; readonly vscode: SecretStore },
    private readonly preference: () => StorePreference,
  ) {}

  /**
   * Keeps a secret and returns where. `auto` falls back to VS Code's storage where the machine has no keychain,
   * but not where a keychain is there and silent: whether to wait is the user's choice.
   * @throws {SecretStoreFailure}
   */
  async keep(name: SecretName, secret: string, preference = this.preference()): Promise<SecretStoreName> {
    const key = secretKey(name);
    if (preference !== 'auto') return this.place(preference, key, secret);
    try {
      return await this.place('keychain', key, secret);
    } catch (error) {
      if (!(error instanceof SecretStoreFailure) || error.reason === 'silent') throw error;
      return this.place('vscode', key, secret);
    }
  }

  /** @throws {SecretStoreFailure} where its store cannot be used. Undefined where the secret is gone. */
  read(secret: SecretName & KeptSecret): Promise<string | undefined> {
    return this.stores[secret.secretStore].get(secretKey(secret));
  }

  async drop(secret: SecretName & KeptSecret): Promise<void> {
    this.placed.delete(secretKey(secret));
    await this.stores[secret.secretStore].delete(secretKey(secret));
  }

  /**
   * Deletes a secret wherever it may be; returns the stores that could not be asked. A key's random id is ours
   * alone, so that nothing of another profile or editor is touched.
   */
  async dropEverywhere(secret: SecretName): Promise<readonly SecretStoreName[]> {
    const key = secretKey(secret);
    this.placed.delete(key);
    const doubtful: SecretStoreName[] = [];
    for (const name of ['keychain', 'vscode'] as const) {
      await this.stores[name].delete(key).catch(() => doubtful.push(name));
    }
    return doubtful;
  }

  /** Names of what the keychain holds for this extension, whoever put it there. @throws {SecretStoreFailure} */
  inKeychain(): Promise<readonly string[]> {
    return this.stores.keychain.keys();
  }

  /** Deletes an entry of the keychain by its name, whoever put it there. @throws {SecretStoreFailure} */
  dropFromKeychain(key: string): Promise<void> {
    return this.stores.keychain.delete(key);
  }

  private async place(store: SecretStoreName, key: string, secret: string): Promise<SecretStoreName> {
    try {
      await this.stores[store].set(key, secret);
    } catch (error) {
      if (error instanceof SecretStoreFailure) void this.undoWhenLate(error, key);
      throw error;
    }
    this.placed.set(key, store);
    return store;
  }

  /** A store that was given up may keep the secret after all: then it goes again, unless it was chosen meanwhile. */
  private async undoWhenLate({ store, late }: SecretStoreFailure, key: string): Promise<void> {
    try {
      if (!late) return;
      await late;
      if (this.placed.get(key) !== store) await this.stores[store].delete(key);
    } catch {
      // It kept nothing, or the ledger remembers what could not be deleted.
    }
  }
}
