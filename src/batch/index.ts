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
export { exportBatch, type ExportFormat } from './export/exportBatch';
export { type ExportedProblem, type ExportOptions, type ExportRecord } from './export/exportRecord';
export { type Group, Isolation } from './engine/isolate';
export { lookUp } from './engine/lookUp';
export { BatchLock } from './journal/batchLock';
export { noCounts, type Outcome, type OutcomeCounts, type OutcomeKind, outcomeKinds } from './outcome';
export { faultSchema, parseOutcome } from './outcomeSchema';
export { type Sleep } from './engine/patientCaller';
export { type RateLimit } from './engine/allowance';
export { type RunEvent } from './engine/events';
export { type BatchPlan, planBatch } from './engine/plan';
export { type CallOptions, type ProfileSource, runBatch, type RunOptions } from './engine/runBatch';
export { outcomeOf } from './engine/settle';
export { StoreError, type StoreProblem } from './storeError';
export { isDead, thisProcess, windowProcess } from './windowProcess';
export { isOfWrongAccount } from './engine/wrongAccount';
