import { type Batch } from '../batch';
import { type JournalFolder } from '../journal/journalFolder';
import { wholeRecord } from '../journal/journalRecord';
import { type Outcome } from '../outcome';
import { StoreError } from '../storeError';
import { type BatchObjects } from './batchObjects';

/** What a batch knows of one person. */
export interface AnswerAbout {
  readonly outcome: Outcome;
  /** When WeChat gave it or, where nobody noted that, when its batch began; in Unix milliseconds. */
  readonly notBefore: number;
}

/** Whose answers are wanted. */
export interface AboutWhom {
  readonly appId: string;
  readonly openids: ReadonlySet<string>;
  readonly signal?: AbortSignal;
}

/**
 * What the batches of an account hold about some of its people, superseded answers among it, in memory that grows with
 * neither. A batch that lists none of them is read no further than its list; one that cannot be read gives nothing.
 * @throws the signal's reason
 */
export async function* answersAbout(
  folder: JournalFolder,
  objects: BatchObjects,
  whom: AboutWhom,
): AsyncGenerator<AnswerAbout, void, undefined> {
  const here = new Map(objects.all().flatMap(batch => (isWholeHere(batch) ? [[batch.id, batch]] : [])));
  for (const batch of here.values()) if (batch.appId === whom.appId) yield* inMemory(batch, whom.openids);
  for (const id of await folder.ids()) if (!here.has(id)) yield* inJournal(folder, id, whom);
}

/** What another window runs is ahead of what was read of it here. */
function isWholeHere(batch: Batch): boolean {
  return batch.runsHere || batch.isInMemory || (!batch.isLoading && batch.state !== 'running');
}

function* inMemory(batch: Batch, openids: ReadonlySet<string>): Iterable<AnswerAbout> {
  for (const openid of openids) {
    const row = batch.indexOf(openid);
    const outcome = row === undefined ? undefined : batch.outcomeAt(row);
    if (row !== undefined && outcome && outcome.kind !== 'pending')
      yield { outcome, notBefore: batch.answeredAt(row) ?? batch.startedAt };
  }
}

async function* inJournal(
  folder: JournalFolder,
  id: string,
  { appId, openids, signal }: AboutWhom,
): AsyncGenerator<AnswerAbout> {
  let listed = 0;
  let isListed = false;
  try {
    for await (const { records, position } of folder.journal(id).read()) {
      signal?.throwIfAborted();
      const { origin, total } = position.head;
      if (origin.appId !== appId) return;
      for (const record of records) {
        if (record.kind === 'openids') {
          listed += record.openids.length;
          isListed ||= record.openids.some(openid => openids.has(openid));
          continue;
        }
        if (listed >= total && !isListed) return;
        const whole = wholeRecord(record);
        if (whole.kind === 'answer' && openids.has(whole.outcome.openid))
          yield { outcome: whole.outcome, notBefore: whole.at ?? origin.startedAt };
      }
      if (listed >= total && !isListed) return;
    }
  } catch (error) {
    if (!(error instanceof StoreError)) throw error;
  }
}
