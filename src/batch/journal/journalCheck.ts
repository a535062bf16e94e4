import { setImmediate as turn } from 'node:timers/promises';
import { type BatchOrigin, type BatchProgress } from '../batchFacts';
import { StoreError } from '../storeError';
import { type Journal } from './journal';
import { type JournalRecord, wholeRecord } from './journalRecord';
import { Replay } from './replay';

/** What a journal holds, read from its first byte to its last. */
export interface JournalCheck {
  /** Why nothing, or nothing more, can be read of it. */
  readonly failure?: StoreError;
  readonly origin?: BatchOrigin;
  readonly version?: number;
  readonly openids: number;
  /** Answers of WeChat, those superseded by later ones included. */
  readonly answers: number;
  /** Unix milliseconds of the first and the last of them; absent where none is noted. */
  readonly answeredFrom?: number;
  readonly answeredTo?: number;
  /** Which lines behind the head and the openids cannot be read; the first such line is 1. */
  readonly damaged: readonly number[];
  /** Notes of a later version. */
  readonly unknown: number;
  /** As its rows have it. */
  readonly progress?: BatchProgress;
  /** Whether the counts noted last are those of the rows. */
  readonly addsUp: boolean;
}

/** Reads a journal whole. A damaged one is a finding; @throws {StoreError} `gone` or `cannotRead` */
export async function checkJournal(journal: Journal, signal?: AbortSignal): Promise<JournalCheck> {
  const found = new Findings();
  const replay = new Replay();
  try {
    for await (const block of journal.read()) {
      signal?.throwIfAborted();
      replay.take(block);
      for (const record of block.records) found.take(wholeRecord(record));
      await turn();
    }
    const { progress } = replay.end();
    const noted = found.noted;
    const counts = JSON.stringify(progress.counts);
    const addsUp = noted === undefined || JSON.stringify(noted.counts) === counts;
    return { ...head(journal), ...found.result(), progress, addsUp };
  } catch (error) {
    if (!(error instanceof StoreError) || (error.problem !== 'damaged' && error.problem !== 'tooNew'))
      throw error;
    return { ...head(journal), ...found.result(), failure: error, addsUp: false };
  }
}

function head({ position }: Journal): Pick<JournalCheck, 'origin' | 'version'> {
  return position ? { origin: position.head.origin, version: position.head.version } : {};
}

class Findings {
  noted: BatchProgress | undefined;
  #line = 0;
  #openids = 0;
  #answers = 0;
  #unknown = 0;
  #from = Infinity;
  #to = -Infinity;
  readonly #damaged: number[] = [];

  take(record: Exclude<JournalRecord, { kind: 'profile' }>): void {
    if (record.kind === 'openids') {
      this.#openids += record.openids.length;
      return;
    }
    this.#line++;
    switch (record.kind) {
      case 'answer':
        this.#answers++;
        if (record.at !== undefined) {
          this.#from = Math.min(this.#from, record.at);
          this.#to = Math.max(this.#to, record.at);
        }
        break;
      case 'progress':
        this.noted = record.progress;
        break;
      case 'damaged':
        this.#damaged.push(this.#line);
        break;
      case 'unknown':
        this.#unknown++;
        break;
      case 'at':
      case 'still':
        break;
    }
  }

  result() {
    return {
      openids: this.#openids,
      answers: this.#answers,
      damaged: this.#damaged,
      unknown: this.#unknown,
      ...(this.#to >= this.#from && { answeredFrom: this.#from, answeredTo: this.#to }),
    };
  }
}
