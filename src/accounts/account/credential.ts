/** Where a secret lives: the operating system's keychain, or VS Code's SecretStorage. */
export type SecretStoreName = 'keychain' | 'vscode';

/** Where one secret is kept. `secretId` is the random part of its key, see {@link secretKey}. */
export interface KeptSecret {
  readonly secretId: string;
  readonly secretStore: SecretStoreName;
}

/** A header that a token server wants. Its value is a secret, and in the vault. */
export interface KeptHeader extends KeptSecret {
  readonly name: string;
}

/**
 * How an account comes by access tokens: by its AppSecret, from a server of the team, by one that somebody pasted
 * (in memory only), or not at all, as a Mini Program that only takes part in joins. Holds no secret itself.
 */
export type Credential =
  | ({ readonly kind: 'appSecret' } & KeptSecret)
  | { readonly kind: 'tokenServer'; readonly address: string; readonly header?: KeptHeader }
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

/** The secret of a credential that is in the vault, where it has one. */
export function keptSecretOf(credential: Credential): KeptSecret | undefined {
  switch (credential.kind) {
    case 'appSecret':
      return credential;
    case 'tokenServer':
      return credential.header;
    case 'accessToken':
    case 'none':
      return undefined;
  }
}

/** The key of a secret in the keychain, and in SecretStorage. */
export function secretKey(secret: { readonly appId: string; readonly secretId: string }): string {
  return `${secret.appId}:${secret.secretId}`;
}
