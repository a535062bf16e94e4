export { type Account, isUsableAppId, type SecretStoreName } from './account';
export { ActiveAccount } from './activeAccount';
export { AccountGone, Clients, type SecretTrouble } from './clients';
export { EditorSecretStore } from './editorSecrets';
export { KeychainStore } from './keychain';
export { type Lookup, LookupHistory, lookupId } from './lookups';
export { AccountRegistry, type Watch } from './registry';
export { SecretStoreFailure } from './secretStore';
export { type StorePreference, Vault } from './vault';
