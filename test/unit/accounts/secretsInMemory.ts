import { type SecretStoreName } from '../../../src/accounts';
import { type SharedSecretStore } from '../../../src/accounts/vault/secretStore';

/** A store for tests about what surrounds the stores. */
export class SecretsInMemory implements SharedSecretStore {
  readonly entries = new Map<string, string>();

  constructor(readonly name: SecretStoreName) {}

  get(key: string): Promise<string | undefined> {
    return Promise.resolve(this.entries.get(key));
  }

  set(key: string, secret: string): Promise<void> {
    this.entries.set(key, secret);
    return Promise.resolve();
  }

  delete(key: string): Promise<void> {
    this.entries.delete(key);
    return Promise.resolve();
  }

  keys(): Promise<string[]> {
    return Promise.resolve([...this.entries.keys()]);
  }
}
