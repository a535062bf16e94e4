import { setImmediate as turn } from 'node:timers/promises';
import { type Batch } from '../batch';
import { type BatchOrigin } from '../batchFacts';
import { type JournalFolder } from '../journal/journalFolder';
import { type JournalPosition } from '../journal/journalReader';
import { type JournalRecord, wholeRecord } from '../journal/journalRecord';
import { type Outcome } from '../outcome';
import { StoreError } from '../storeError';
import { type BatchObjects } from './batchObjects';

/** One answer of WeChat, be it superseded by a later one. */
export interface KeptAnswer {
  readonly outcome: Outcome;
  /** Unix milliseconds; undefined in journals of version 1, which hold no times. */
  readonly at?: number | undefined;
}

/** Some answers of one batch, in the order in which they came. */
export interface AnswersOfBatch {
  readonly kind: 'answers';
  readonly batch: BatchOrigin;
  /** What was given of this batch before is void. */
  readonly isAnew: boolean;
  readonly answers: readonly KeptAnswer[];
}

/** What was given of this batch before is void, and there is no more of it. */
export interface BatchGone {
  readonly kind: 'gone';
  readonly batchId: string;
}

/** How far each batch was read: the next reading goes on from there. To be kept as it is. */
export type AnswerPositions = Map<
  string,
  JournalPosition | { readonly rows: object; readonly revision: number }
>;

/** How many rows of a batch in memory are given at a time. */
const rowsAtOnce = 1000;

/**
 * Every answer that is kept of any batch, in memory that does not grow with them; no batch is opened for it. Journals
 * that cannot be read give nothing.
 */
export async function* keptAnswers(
  folder: JournalFolder,
  objects: BatchObjects,
  positions: AnswerPositions,
): AsyncGenerator<AnswersOfBatch | BatchGone, void, undefined> {
  const inMemory = new Map(objects.inMemory().map(batch => [batch.id, batch]));
  const saved = (await folder.ids()).filter(id => !inMemory.has(id));
  const there = new Set([...inMemory.keys(), ...saved]);
  for (const batchId of [...positions.keys()]) {
    if (there.has(batchId)) continue;
    positions.delete(batchId);
    yield { kind: 'gone', batchId };
  }
  for (const batch of inMemory.values()) yield* ofBatchInMemory(batch, positions);
  for (const id of saved) yield* ofJournal(folder, id, positions);
}

async function* ofJournal(
  folder: JournalFolder,
  id: string,
  positions: AnswerPositions,
): AsyncGenerator<AnswersOfBatch | BatchGone> {
  const journal = folder.journal(id);
  const known = positions.get(id);
  if (known && 'head' in known) journal.position = known;
  try {
    if (journal.position && !(await journal.hasChanged())) return;
    let isAnew = known !== undefined && !('head' in known);
    for await (const block of journal.read()) {
      isAnew ||= block.isAnew;
      const answers = answersIn(block.records);
      positions.set(id, block.position);
      if (answers.length === 0 && !(block.isAnew && known)) continue;
      yield { kind: 'answers', batch: block.position.head.origin, isAnew, answers };
      isAnew = false;
    }
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
    // Damaged, removed meanwhile, or refused: of what was given before nothing is known any more.
    if (positions.delete(id)) yield { kind: 'gone', batchId: id };
  }
}

function answersIn(records: readonly JournalRecord[]): KeptAnswer[] {
  return records.flatMap((record): KeptAnswer[] => {
    const whole = wholeRecord(record);
    return whole.kind === 'answer' ? [{ outcome: whole.outcome, at: whole.at }] : [];
  });
}

/** Its superseded answers are gone; it is given anew whenever it has changed. */
async function* ofBatchInMemory(batch: Batch, positions: AnswerPositions): AsyncGenerator<AnswersOfBatch> {
  const known = positions.get(batch.id);
  const { rows, revision } = batch;
  if (known && 'rows' in known && known.rows === rows && known.revision === revision) return;
  positions.set(batch.id, { rows, revision });
  for (let from = 0; from < batch.openids.length || from === 0; from += rowsAtOnce) {
    const answers: KeptAnswer[] = [];
    for (let index = from; index < Math.min(from + rowsAtOnce, batch.openids.length); index++) {
      const outcome = batch.outcomeAt(index);
      if (outcome && outcome.kind !== 'pending') answers.push({ outcome, at: batch.answeredAt(index) });
    }
    yield { kind: 'answers', batch: originOf(batch), isAnew: from === 0, answers };
    await turn();
  }
}

function originOf({ id, appId, accountName, source, lang, startedAt }: Batch): BatchOrigin {
  return { id, appId, accountName, source, lang, startedAt };
}
