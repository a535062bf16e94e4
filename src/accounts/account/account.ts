import { type Credential, type KeptRelay } from './credential';

/** An account that the developer registered. Holds no secret. */
export interface Account {
  readonly appId: string;
  readonly name: string;
  readonly credential: Credential;
  /** Where the API is reached through a relay that wants a header of its own. */
  readonly relay?: KeptRelay;
  /** Milliseconds since 1970. */
  readonly addedAt: number;
}

/** AppIDs become file names, so the alphabet is narrow; anything else about their shape is WeChat's to judge. */
export const appIdPattern = /^[A-Za-z0-9_-]{1,64}$/;

export function isUsableAppId(text: string): boolean {
  return appIdPattern.test(text);
}

/** Whether anybody can be looked up with it. */
export function usesApi({ credential }: Pick<Account, 'credential'>): boolean {
  return credential.kind !== 'none';
}

/** Without controls, and marks that would turn the direction of every sentence with the name in it. */
const unfitForNames = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/** A name as it is kept and shown. */
export function accountName(text: string): string {
  return text.replace(unfitForNames, '').trim();
}
