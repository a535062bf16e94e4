export { Batch, type BatchOrigin, type BatchProgress, type BatchState, type BatchSummary } from './batch';
export { type StoredRunOptions } from './batchRuns';
export { BatchStopped } from './batchStopped';
export {
  type BatchEntry,
  BatchStore,
  type BatchStoreOptions,
  type KnownBatch,
  type NewBatch,
  noAccount,
  type UnreadableBatch,
} from './batchStore';
export { exportBatch, type ExportFormat } from './exportBatch';
export { type ExportedProblem, type ExportOptions, type ExportRecord } from './exportRecord';
export { lookUp } from './lookUp';
export { noCounts, type Outcome, type OutcomeCounts, type OutcomeKind, outcomeKinds } from './outcome';
export { parseOutcome } from './outcomeSchema';
export { type RunEvent, type Sleep } from './patientCaller';
export { type BatchPlan, planBatch } from './plan';
export { type CallOptions, type ProfileSource, runBatch, type RunOptions } from './runBatch';
export { outcomeOf } from './settle';
export { StoreError, type StoreProblem } from './storeError';
export { isDead, thisProcess, windowProcess } from './windowProcess';
export { isOfWrongAccount } from './wrongAccount';
