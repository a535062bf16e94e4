import { type BatchProgress, progressOf, unstarted } from '../batchFacts';
import { OutcomeTable } from '../rows/outcomeTable';
import { StoreError } from '../storeError';
import { type JournalBlock } from './journalReader';
import { parseProfile } from './journalRecord';
import { endedProgress } from './journalSummary';
import { type Line } from '../line';

/** Does again, on a table, what a journal says was done. */
export class Replay {
  /** Lines that could not be read. */
  damaged = 0;
  #noted: BatchProgress | undefined;
  #isListed = false;

  /** @param table what is known of the journal already; it is replaced where the journal is read anew */
  constructor(private table?: OutcomeTable) {}

  /** Undefined until all openids were read. */
  get rows(): OutcomeTable | undefined {
    return this.#isListed ? this.table : undefined;
  }

  take({ isAnew, records, position }: JournalBlock): void {
    if (isAnew) {
      this.table = undefined;
      this.damaged = 0;
      this.#noted = undefined;
    }
    this.#isListed = position.listed === position.head.total;
    // A list of nobody has no line.
    if (this.#isListed && position.head.total === 0) this.table ??= new OutcomeTable([]);
    for (const record of records) {
      switch (record.kind) {
        case 'openids':
          this.table ??= new OutcomeTable([], position.head.total);
          this.table.list(record.openids);
          break;
        case 'answer':
          this.table?.record(record.outcome, record.at);
          break;
        case 'profile':
          this.#profile(record.line, record.at);
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
    }
  }

  /** The rows decide: the last state may be torn off or be older than damage to the rows. */
  end(known?: BatchProgress): { table: OutcomeTable; progress: BatchProgress } {
    const table = this.#isListed ? this.table : undefined;
    if (!table) throw new StoreError('damaged');
    const { counts, toAskAgain } = table;
    const noted = this.#noted ?? (known && progressOf(known)) ?? unstarted;
    return { table, progress: endedProgress({ ...noted, counts, toAskAgain }) };
  }

  #profile(line: Line, at: number | undefined): void {
    if (this.table?.recordLine(line, at)) return;
    const record = parseProfile(line, at);
    if (record.kind === 'answer') this.table?.record(record.outcome, record.at);
    else this.damaged++;
  }
}
