export { compareLists, type ListComparison } from './comparing/compareLists';
export {
  type ComparedField,
  type ComparedProfile,
  type ComparedRow,
  compareProfiles,
  type PersonChange,
  type ProfileComparison,
} from './comparing/compareProfiles';
export { exportChanges, type ExportedChange } from './exporting/exportChanges';
export { exportOpenids } from './exporting/exportOpenids';
export { type FollowerList, mayBeKept } from './keeping/followerList';
export { ListError, type ListProblem } from './keeping/listError';
export { ListStore, type ListStoreOptions, type UnreadableList, type WalkOptions } from './keeping/listStore';
export { type HeldLock, lockFile, type TakeLock } from './keeping/listLock';
export { inPortions, isReadable, openidsOf, type OpenidSource, sample, sourceOf } from './openids/lines';
export { PackedOpenids } from './openids/packedOpenids';
export { type Mapping, mappingCsv } from './migrating/mappingFile';
export { migrate, type MigratedOpenid, planMigration } from './migrating/migrate';
export { callOf, isSameList, type ListKind, type PageSource, pagesOf } from './walking/pageSource';
export { type Sleep } from './walking/walkPages';
