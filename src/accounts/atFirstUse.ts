/** What a window needs at its first change of an account, or its first access token: one file, read then. */
export { TokenSources } from './clients/tokenSources';
export { AccountChanges } from './registry/accountChanges';
