import { type Account, type EnteredCredential, keptSecretsOf } from '../../../src/accounts';

/** An AppSecret as somebody enters it. */
export function appSecret(secret: string): EnteredCredential {
  return { kind: 'appSecret', secret };
}

/** The random part of the key of an account's secret; undefined where it has none. */
export function secretIdOf(account: Account | undefined): string | undefined {
  return account && keptSecretsOf(account)[0]?.secretId;
}
