import { type SecretStorage } from 'vscode';

import { type SecretStore } from './secretStore';

/**
 * VS Code's SecretStorage, the fallback where there is no keychain. It promises less: a server without a
 * keychain of its own may keep it in memory only, for one window.
 */
export class EditorSecretStore implements SecretStore {
  readonly name = 'vscode';

  constructor(private readonly storage: Pick<SecretStorage, 'get' | 'store' | 'delete'>) {}

  async get(key: string): Promise<string | undefined> {
    return this.storage.get(key);
  }

  async set(key: string, secret: string): Promise<void> {
    await this.storage.store(key, secret);
  }

  async delete(key: string): Promise<void> {
    await this.storage.delete(key);
  }
}
