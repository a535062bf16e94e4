export { type Change } from './change';
export { ChangeLog } from './changeLog';
export { changeRemark } from './changeRemark';
export { type Changeable, type Laid, type LaidProfile, Overlay } from './overlay';
export {
  isFull,
  type KnownBefore,
  planTagging,
  type TagAction,
  type TaggedPerson,
  type TagPlan,
} from './tagPlan';
export { type TagCounts, type TagOutcome, TagRun, type TagRunHead } from './tagRun';
export { type TagRunOptions, TagRunStore, type TagRunStoreOptions } from './tagRunStore';
export { bytesOf, isRemarkTooLong, isSystemTag, mostBytes, tagNameProblem } from './textRules';
