import { type SecretStoreName } from '../account/credential';

/** A place for secrets. Both implementations pass the same contract test. */
export interface SecretStore {
  readonly name: SecretStoreName;
  /** Undefined where no such secret is kept. */
  get(key: string): Promise<string | undefined>;
  set(key: string, secret: string): Promise<void>;
  /** Deleting what is not there is no error. */
  delete(key: string): Promise<void>;
}

/** One that others share, and that tells what is in it. */
export interface SharedSecretStore extends SecretStore {
  keys(): Promise<string[]>;
}

/** The store could not be used. `silent`: it did not answer, as a keychain does that waits behind a locked prompt. */
export class SecretStoreFailure extends Error {
  constructor(
    readonly store: SecretStoreName,
    readonly reason: 'unavailable' | 'silent',
    readonly detail: string,
    /** Of a silent store: settles when the store has answered after all. */
    readonly late?: Promise<unknown>,
  ) {
    super(`${store} ${reason}: ${detail}`);
    this.name = 'SecretStoreFailure';
  }
}
