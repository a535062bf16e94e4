import type * as keytar from 'keytar';

import { keychainService } from '../../manifest';
import { type SecretStore, SecretStoreFailure } from './secretStore';

type Keytar = typeof keytar;

/** Longer than anybody needs to type a keyring's password once the prompt is noticed, shorter than giving up. */
const patienceMs = 20_000;

/**
 * The operating system's keychain through keytar: macOS Keychain, Windows Credential Manager, or the Secret
 * Service (GNOME Keyring, KWallet). The native add-on loads at the first use, never at activation.
 */
export class KeychainStore implements SecretStore {
  readonly name = 'keychain';
  private keytar: Promise<Keytar> | undefined;

  constructor(
    private readonly load: () => Promise<Keytar> = loadKeytar,
    private readonly patience = patienceMs,
  ) {}

  async get(key: string): Promise<string | undefined> {
    return (await this.ask(keytar => keytar.getPassword(keychainService, key))) ?? undefined;
  }

  async set(key: string, secret: string): Promise<void> {
    await this.ask(keytar => keytar.setPassword(keychainService, key, secret));
  }

  async delete(key: string): Promise<void> {
    await this.ask(keytar => keytar.deletePassword(keychainService, key));
  }

  /** Names of all entries of the service, of other profiles and editors too. Their secrets are read, and dropped. */
  async keys(): Promise<string[]> {
    const entries = await this.ask(keytar => keytar.findCredentials(keychainService));
    return entries.map(({ account }) => account);
  }

  private async ask<T>(question: (keytar: Keytar) => Promise<T>): Promise<T> {
    const answer = this.answer(question);
    let timer: NodeJS.Timeout | undefined;
    const silence = new Promise<never>((_, reject) => {
      timer = setTimeout(
        () => reject(new SecretStoreFailure('keychain', 'silent', 'no answer', answer)),
        this.patience,
      );
    });
    try {
      return await Promise.race([answer, silence]);
    } catch (error) {
      if (error instanceof SecretStoreFailure) throw error;
      throw new SecretStoreFailure('keychain', 'unavailable', messageOf(error));
    } finally {
      clearTimeout(timer);
    }
  }

  private async answer<T>(question: (keytar: Keytar) => Promise<T>): Promise<T> {
    this.keytar ??= this.load().catch((error: unknown) => {
      // What is missing may be installed meanwhile: the next question loads again.
      this.keytar = undefined;
      throw error;
    });
    return question(await this.keytar);
  }
}

async function loadKeytar(): Promise<Keytar> {
  const module = await import('keytar');
  return 'default' in module ? module.default : module;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
