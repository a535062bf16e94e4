import { type BatchProgress, progressOf } from '../batchFacts';
import { OutcomeTable } from '../outcomeTable';
import { StoreError } from '../storeError';
import { type JournalBlock } from './journalReader';
import { endedProgress } from './journalSummary';

/** Does again, on a table, what a journal says was done. */
export class Replay {
  /** Lines that could not be read. */
  damaged = 0;
  #openids: string[] = [];
  #noted: BatchProgress | undefined;

  /** @param table what is known of the journal already; it is replaced where the journal is read anew */
  constructor(private table?: OutcomeTable) {}

  /** Undefined until all openids were read. */
  get rows(): OutcomeTable | undefined {
    return this.table;
  }

  take({ isAnew, records, position }: JournalBlock): void {
    if (isAnew) {
      this.table = undefined;
      this.#openids = [];
      this.damaged = 0;
      this.#noted = undefined;
    }
    for (const record of records) {
      switch (record.kind) {
        case 'openids':
          for (const openid of record.openids) this.#openids.push(openid);
          break;
        case 'answer':
          this.table?.record(record.outcome, record.at);
          break;
        case 'still':
          this.table?.askAgain(record.kinds);
          break;
        case 'progress':
          this.#noted = record.progress;
          break;
        case 'damaged':
          this.damaged++;
          break;
        case 'at':
        case 'unknown':
          break;
      }
      this.#list(position.head.total);
    }
    this.#list(position.head.total);
  }

  /** The rows decide: the last state may be torn off or be older than damage to the rows. */
  end(known?: BatchProgress): { table: OutcomeTable; progress: BatchProgress } {
    const { table } = this;
    if (!table) throw new StoreError('damaged');
    const { counts, toAskAgain } = table;
    const noted = this.#noted ??
      (known && progressOf(known)) ?? { state: 'interrupted', apiCalls: 0, duration: 0 };
    return { table, progress: endedProgress({ ...noted, counts, toAskAgain }) };
  }

  #list(total: number): void {
    if (this.table || this.#openids.length < total) return;
    this.table = new OutcomeTable(this.#openids);
    this.#openids = [];
  }
}
