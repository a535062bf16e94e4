export { Batch } from './batch';
export {
  type BatchOrigin,
  type BatchProgress,
  type BatchState,
  type BatchSummary,
  stillToAsk,
  toAskIn,
} from './batchFacts';
export { BatchStopped } from './engine/batchStopped';
export { type Group, Isolation } from './engine/isolate';
export { lookUp } from './engine/lookUp';
export { type RateLimit } from './engine/allowance';
export { type RunEvent } from './engine/events';
export { type Sleep } from './engine/patientCaller';
export { type BatchPlan, planBatch } from './engine/plan';
export { type CallOptions, type ProfileSource, runBatch, type RunOptions } from './engine/runBatch';
export { outcomeOf } from './engine/settle';
export { isOfWrongAccount } from './engine/wrongAccount';
export { bom, csvLines } from './export/csvLines';
export { exportBatch, type ExportedRows, type ExportFormat } from './export/exportBatch';
export {
  type ExportedProblem,
  type ExportedRow,
  type ExportOptions,
  type ExportRecord,
  exportRecord,
} from './export/exportRecord';
export { safeForSpreadsheets } from './export/spreadsheet';
export { type JournalCheck } from './journal/journalCheck';
export { noCounts, type Outcome, type OutcomeCounts, type OutcomeKind, outcomeKinds } from './outcome';
export { BatchLock, lockedIn, removeForsakenLocks } from './journal/lock/batchLock';
export { faultSchema, parseOutcome } from './outcomeSchema';
export { type BatchEntry, type UnreadableBatch } from './store/batchList';
export {
  BatchStore,
  type BatchStoreOptions,
  type KnownBatch,
  type NewBatch,
  noAccount,
} from './store/batchStore';
export { type StoredRunOptions } from './store/completeRun';
export { type Every } from './store/follower';
export {
  type AnswerPositions,
  type AnswersOfBatch,
  type BatchGone,
  type KeptAnswer,
} from './store/keptAnswers';
export { StoreError, type StoreProblem } from './storeError';
export { isDead, thisProcess, windowProcess } from './windowProcess';
