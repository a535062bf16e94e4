import { type Fault } from '../../wechat';
import { type Batch } from '../batch';
import { progressOf, stillToAsk } from '../batchFacts';
import { BatchStopped } from '../engine/batchStopped';
import { type RunEvent } from '../engine/events';
import { fetchOutcomes, type ProfileSource, type RunOptions } from '../engine/runBatch';
import { wrongAccountBrake } from '../engine/wrongAccount';
import { type Journal } from '../journal/journal';
import { type OutcomeKind } from '../outcome';
import { StoreError } from '../storeError';

/** How a kept batch is run; its language is that of its beginning. */
export type StoredRunOptions = Omit<RunOptions, 'lang'> & {
  /** Outcomes of these kinds are to be asked for again, beside all that is still to be asked for anyway. */
  readonly again?: readonly OutcomeKind[];
};

export interface Run {
  readonly batch: Batch;
  readonly client: ProfileSource;
  readonly options: StoredRunOptions;
  /** Aborts when another window has taken the batch over. */
  readonly lost?: AbortSignal | undefined;
}

/**
 * Runs a batch to its end, whichever that is, and tells it by the batch's state: cancelling it, or a fault of
 * WeChat, is no error of the run. Where the journal cannot be written any more, the run goes on in memory and
 * says so in `batch.storageFailure`: what WeChat answers from there on is not lost as long as the window lives.
 *
 * Rejects with whatever else befell it, such as a secret that could not be read; the batch is `interrupted` then.
 */
export async function completeRun({
  batch,
  client,
  lost,
  options: { again = [], ...options },
}: Run): Promise<void> {
  const note = (...noted: NoteArguments) => {
    if (lost?.aborted) return;
    try {
      batch.journal?.note(progressOf(batch), ...noted);
    } catch (error) {
      batch.detach(new StoreError('cannotWrite', error));
    }
  };

  function onEvent(event: RunEvent): void {
    batch.observe(event);
    options.onEvent?.(event);
  }

  const brake = wrongAccountBrake(batch);
  /** The last reason why an openid got no answer. */
  let trouble: Fault | undefined;
  batch.begin(again);
  note({ still: again });
  try {
    const signal = lost ? AbortSignal.any([options.signal, lost]) : options.signal;
    const asked = batch.openidsToAsk();
    for await (const { outcomes, lines, at } of fetchOutcomes(client, asked, {
      ...options,
      signal,
      lang: batch.lang,
      onEvent,
    })) {
      batch.record(outcomes, at);
      note({ outcomes, lines, at });
      for (const outcome of outcomes) if (outcome.kind === 'failed') trouble = outcome.fault;
      brake(outcomes);
    }
    // Who was known before and could not be asked again stays known, and is still to be asked for.
    if (stillToAsk(batch) === 0) batch.end('done');
    else if (trouble) batch.end('stopped', trouble);
    else batch.end('interrupted');
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
    note();
  }
}

type NoteArguments = Parameters<Journal['note']> extends [unknown, ...infer More] ? More : never;
