import { type Batch } from '../batch';
import { BatchStopped } from './batchStopped';
import { type JournalRecord, recordLines } from '../journal/journalRecord';
import { type JournalWriter, progressOf } from '../journal/journalWriter';
import { type OutcomeKind } from '../outcome';
import { type RunEvent } from './events';
import { fetchOutcomes, type ProfileSource, type RunOptions } from './runBatch';
import { StoreError } from '../storeError';
import { wrongAccountBrake } from './wrongAccount';

export interface BatchRun {
  readonly batch: Batch;
  readonly client: ProfileSource;
  /** Outcomes of these kinds are asked for again, beside those that are pending. */
  readonly again: readonly OutcomeKind[];
  /** Absent for a batch that is in memory only. */
  readonly journal?: JournalWriter | undefined;
  /** Aborts when another window has taken the batch over. */
  readonly lost?: AbortSignal | undefined;
  readonly options: Omit<RunOptions, 'lang'>;
}

/**
 * Runs a batch to its end, whichever that is, and tells it by the batch's state: cancelling it, or a fault of
 * WeChat, is no error of the run. Where the journal cannot be written any more, the run goes on in memory and
 * says so in `batch.storageFailure`: what WeChat answers from there on is not lost as long as the window lives.
 *
 * Rejects with whatever else befell it, such as a secret that could not be read; the batch is `interrupted` then.
 */
export async function completeBatch({
  batch,
  client,
  again,
  journal,
  lost,
  options,
}: BatchRun): Promise<void> {
  function save(records: readonly JournalRecord[], lines?: Buffer): void {
    if (!journal || lost?.aborted || batch.storageFailure) return;
    try {
      journal.append(lines ?? recordLines(records), recordLines([progressOf(batch)]));
    } catch (error) {
      batch.detach(new StoreError('cannotWrite', error));
    }
  }

  function onEvent(event: RunEvent): void {
    batch.observe(event);
    options.onEvent?.(event);
  }

  const brake = wrongAccountBrake(batch);
  batch.begin(again);
  save(again.length > 0 ? [{ again }] : []);
  try {
    const signal = lost ? AbortSignal.any([options.signal, lost]) : options.signal;
    const pending = batch.openidsOf(['pending']);
    const answers = fetchOutcomes(client, pending, { ...options, signal, lang: batch.lang, onEvent });
    for await (const { outcomes, lines } of answers) {
      batch.record(outcomes);
      save(outcomes, lines);
      brake(outcomes);
    }
    batch.end('done');
  } catch (error) {
    if (lost?.aborted) {
      batch.end('interrupted');
      lost.throwIfAborted();
    } else if (options.signal.aborted) batch.end('cancelled');
    else if (error instanceof BatchStopped) batch.end('stopped', error.fault);
    else {
      batch.end('interrupted');
      throw error;
    }
  } finally {
    save([]);
  }
}
