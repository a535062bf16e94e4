export { withoutColours } from './characters/colours';
export { findOpenids, type FindOptions } from './findOpenids';
export {
  type CleanedCounts,
  type FoundOpenid,
  type FoundOpenids,
  type LeftOut,
  type LeftOutKind,
} from './findings';
export { gatherOpenids, mergeFound } from './gathering';
export { maxOpenids, maxTextLength, TooManyOpenids, TooMuchText } from './limits';
export { AccountPrefixes, type PrefixClaim, type SavedPrefixes } from './openid/accountPrefixes';
export { type CleanedOpenid, type Cleaning, cleanOpenid } from './openid/cleaning';
export { groupByPrefix, type PrefixCount, type PrefixGroup } from './openid/prefixes';
export { openidPrefix, type OpenidShape, openidShape } from './openid/shape';
export { openidAt } from './openidAt';
export { columnKind } from './tables/columns';
export { sheetTexts } from './workbook/sheetTexts';
export { UnreadableWorkbook, type WorkbookFault } from './workbook/unreadableWorkbook';
