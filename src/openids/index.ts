export { AccountPrefixes, type SavedPrefixes } from './accountPrefixes';
export { type CleanedOpenid, type Cleaning, cleanOpenid } from './cleaning';
export { findOpenids, type FindOptions } from './find';
export { type CleanedCounts, type FoundOpenid, type FoundOpenids } from './findings';
export { maxOpenids, maxTextLength, TooManyOpenids, TooMuchText } from './limits';
export { mergeFound } from './merge';
export { openidAt } from './openidAt';
export { groupByPrefix, type PrefixCount, type PrefixGroup } from './prefixes';
export { openidPrefix, type OpenidShape, openidShape } from './shape';
