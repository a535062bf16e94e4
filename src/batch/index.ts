export { Batch, type BatchOrigin, type BatchProgress, type BatchState, type BatchSummary } from './batch';
export { type StoredRunOptions } from './engine/batchRuns';
export { BatchStopped } from './engine/batchStopped';
export {
  type BatchEntry,
  BatchStore,
  type BatchStoreOptions,
  type KnownBatch,
  type NewBatch,
  noAccount,
  type UnreadableBatch,
} from './batchStore';
export { exportBatch, type ExportedRows, type ExportFormat } from './export/exportBatch';
export { type ExportedProblem, type ExportOptions, type ExportRecord } from './export/exportRecord';
export { lookUp } from './engine/lookUp';
export { noCounts, type Outcome, type OutcomeCounts, type OutcomeKind, outcomeKinds } from './outcome';
export { parseOutcome } from './outcomeSchema';
export { type RunEvent, type Sleep } from './engine/patientCaller';
export { type BatchPlan, planBatch } from './engine/plan';
export { type CallOptions, type ProfileSource, runBatch, type RunOptions } from './engine/runBatch';
export { outcomeOf } from './engine/settle';
export { StoreError, type StoreProblem } from './storeError';
export { isDead, thisProcess, windowProcess } from './windowProcess';
export { isOfWrongAccount } from './engine/wrongAccount';
