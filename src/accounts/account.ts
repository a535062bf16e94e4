import * as v from 'valibot';

/** Where an AppSecret lives: the operating system's keychain, or VS Code's SecretStorage. */
export type SecretStoreName = 'keychain' | 'vscode';

/**
 * An Official Account that the developer registered. Holds no secret; `secretId` is the random part of the
 * secret's key, so that profiles and forks that share one keychain never delete each other's entries.
 */
export interface Account {
  readonly appId: string;
  readonly name: string;
  readonly secretId: string;
  readonly secretStore: SecretStoreName;
  /** Milliseconds since 1970. */
  readonly addedAt: number;
}

/** AppIDs become file names, so the alphabet is narrow; anything else about their shape is WeChat's to judge. */
const appIdPattern = /^[A-Za-z0-9_-]{1,64}$/;

export function isUsableAppId(text: string): boolean {
  return appIdPattern.test(text);
}

/** Without controls, and marks that would turn the direction of every sentence with the name in it. */
const unfitForNames = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/** A name as it is kept and shown. */
export function accountName(text: string): string {
  return text.replace(unfitForNames, '').trim();
}

const AccountFile = v.object({
  version: v.literal(1),
  appId: v.pipe(v.string(), v.regex(appIdPattern)),
  name: v.pipe(v.string(), v.maxLength(200), v.transform(accountName)),
  secretId: v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/)),
  secretStore: v.picklist(['keychain', 'vscode']),
  addedAt: v.number(),
});

export function formatAccount(account: Account): string {
  return `${JSON.stringify({ version: 1, ...account }, undefined, 2)}\n`;
}

/** Undefined for a file that is not an account of this version. */
export function parseAccount(text: string): Account | undefined {
  try {
    const { appId, name, secretId, secretStore, addedAt } = v.parse(AccountFile, JSON.parse(text));
    return { appId, name, secretId, secretStore, addedAt };
  } catch {
    return undefined;
  }
}

/** The keychain account (and SecretStorage key) of an AppSecret. */
export function secretKey(account: Pick<Account, 'appId' | 'secretId'>): string {
  return `${account.appId}:${account.secretId}`;
}
