export { compareLists, type ListComparison } from './comparing/compareLists';
export {
  type ComparedField,
  type ComparedProfile,
  type ComparedRow,
  compareProfiles,
  type PersonChange,
  type ProfileComparison,
} from './comparing/compareProfiles';
export { type FollowerList } from './keeping/followerList';
export { ListError, type ListProblem } from './keeping/listError';
export { ListStore, type ListStoreOptions, type UnreadableList, type WalkOptions } from './keeping/listStore';
export { type HeldLock, lockFile, type TakeLock } from './keeping/listLock';
export { inPortions, isReadable, type OpenidSource, sample, sourceOf } from './openids/lines';
export { PackedOpenids } from './openids/packedOpenids';
export { migrate, type MigratedOpenid, planMigration } from './migrating/migrate';
export { type ListKind, type PageSource, pagesOf } from './walking/pageSource';
export { type Sleep } from './walking/walkPages';
