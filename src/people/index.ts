export { findFindings } from './findings/findFindings';
export { type ChangeCause, type Finding } from './findings/finding';
export { type FindingRow, rowsOf } from './findings/rowsOf';
export { findInImports, type FoundRow, type Wanted } from './imports/findInImports';
export { ImportError, type ImportProblem } from './imports/importError';
export {
  type ImportCounts,
  ImportStore,
  type ImportStoreOptions,
  type PairImport,
  type UnreadableImport,
} from './imports/importStore';
export { businessKeys } from './mapping/businessKeys';
export {
  accountsOf,
  type MappingColumn,
  type MappingContent,
  type MappingOptions,
  type MappingRow,
  mappingRows,
} from './mapping/mapping';
export { selectPersons, type UnionidSource } from './mapping/selection';
export { isUsableName, type SqlDialect } from './mapping/sqlText';
export { type MappingFormat, writeMapping, type WrittenMapping } from './mapping/writeMapping';
export { countPersons } from './mapping/wantedPersons';
export { PairReader } from './pairs/pairReader';
export { type LeftOutReason, leftOutReasons, type LeftOutRow, type PairRow } from './pairs/pairRow';
export {
  type ColumnMeaning,
  mostKeys,
  type PlannedColumn,
  planProblem,
  type PlanProblem,
  type Whose,
} from './pairs/plan/columnPlan';
export {
  type Beginnings,
  type KnownAccount,
  type ProposedColumn,
  proposePlan,
  type Sign,
} from './pairs/plan/proposePlan';
export { openSheet, openTable } from './pairs/tables/openTable';
export { type Table, type TableRow } from './pairs/tables/table';
export { knownOpenids, type KnownOpenids } from './refreshing/knownOpenids';
export {
  type RefreshedAnswer,
  type RefreshedKind,
  type UnionidChange,
  UnionidChanges,
  unionidChanges,
} from './refreshing/unionidChanges';
export { type ChangesFormat, writeChanges } from './refreshing/writeChanges';
export { type ListSource, type LookedUp, PeopleIndex, type PeopleSources } from './persons/peopleIndex';
export { type Combination, type People, type Platform, type SamePlatform } from './persons/people';
export { type MissingCause, type OpenidAlone, type Person, type PersonInAccount } from './persons/person';
