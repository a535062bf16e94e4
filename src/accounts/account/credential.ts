/** Where a secret lives: the operating system's keychain, or VS Code's SecretStorage. */
export type SecretStoreName = 'keychain' | 'vscode';

/** Where one secret is kept. `secretId` is the random part of its key, see {@link secretKey}. */
export interface KeptSecret {
  readonly secretId: string;
  readonly secretStore: SecretStoreName;
}

/** A header that a server wants. Its value is a secret, and in the vault. */
export interface KeptHeader extends KeptSecret {
  readonly name: string;
}

/** The header that a relay to WeChat's API wants. It is for that relay alone, whatever the settings name later. */
export interface KeptRelay extends KeptHeader {
  readonly origin: string;
}

/**
 * How an account comes by access tokens: by its AppSecret, from a server of the team, by one that somebody pasted
 * (in memory only), or not at all, as a Mini Program that only takes part in joins. Holds no secret itself.
 */
export type Credential =
  | ({ readonly kind: 'appSecret' } & KeptSecret)
  | {
      readonly kind: 'tokenServer';
      /** Without the query, which may hold a key and is a secret. */
      readonly address: string;
      readonly query?: KeptSecret;
      readonly header?: KeptHeader;
    }
  | { readonly kind: 'accessToken' }
  | { readonly kind: 'none' };

export type CredentialKind = Credential['kind'];

/** A credential as somebody enters it, before its secret is kept. */
export type EnteredCredential =
  | { readonly kind: 'appSecret'; readonly secret: string }
  | { readonly kind: 'tokenServer'; readonly address: string; readonly header?: EnteredHeader }
  | { readonly kind: 'accessToken'; readonly token: string }
  | { readonly kind: 'none' };

export interface EnteredHeader {
  readonly name: string;
  readonly value: string;
}

/** The header of a relay as somebody enters it. */
export interface EnteredRelay extends EnteredHeader {
  readonly origin: string;
}

/** All of an account that is in the vault. */
export function keptSecretsOf({
  credential,
  relay,
}: {
  readonly credential: Credential;
  readonly relay?: KeptRelay;
}): readonly KeptSecret[] {
  return [...secretsOf(credential), relay].filter(kept => kept !== undefined);
}

function secretsOf(credential: Credential): readonly (KeptSecret | undefined)[] {
  switch (credential.kind) {
    case 'appSecret':
      return [credential];
    case 'tokenServer':
      return [credential.header, credential.query];
    case 'accessToken':
    case 'none':
      return [];
  }
}

/** The key of a secret in the keychain, and in SecretStorage. */
export function secretKey(secret: { readonly appId: string; readonly secretId: string }): string {
  return `${secret.appId}:${secret.secretId}`;
}
