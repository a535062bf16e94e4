export { type Account, isUsableAppId, usesApi } from './account/account';
export {
  type Credential,
  type CredentialKind,
  type EnteredCredential,
  type EnteredHeader,
  type EnteredRelay,
  type KeptSecret,
  keptSecretsOf,
  type SecretStoreName,
} from './account/credential';
export {
  AccountGone,
  AccountNotUnderstood,
  AccountWithoutApi,
  CredentialNeeded,
  HeaderGone,
} from './account/accountErrors';
export { ActiveAccount } from './activeAccount';
export { Clients, type SecretTrouble } from './clients/clients';
export { relayOrigin } from './clients/relayHeaders';
export { type TokenTrouble } from './clients/tokenSources';
export { RateLimits } from './clients/rateLimits';
export { type Lookup, LookupHistory } from './history/lookups';
export { type KnownAnswer, NewestAnswers } from './history/newestAnswers';
export { LearnedPrefixes } from './learnedPrefixes';
export { QuotaNotes } from './quotaNotes';
export { AccountRegistry } from './registry/registry';
export { type SecretPlace } from './registry/secretKeeper';
export { AccountStanding } from './standing';
export { TagListing } from './tagListing';
export { type Names, TagNames } from './tagNames';
export { EditorSecretStore } from './vault/editorSecrets';
export { KeychainStore } from './vault/keychain';
export { SecretStoreFailure } from './vault/secretStore';
export { type StorePreference, Vault } from './vault/vault';
export { type SecretLeft } from './registry/secretKeeper';
