import { constants, type FileHandle, open, unlink, writeFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { type Batch, type BatchProgress } from '../batch';
import { headLines, recordLines } from './journalRecord';
import { endOfLastLine } from './lastLine';

/** Profiles are personal data. */
const ownerOnly = 0o600;

/** Writes the journal of a batch that has not run yet; nothing is left of it where that fails. */
export async function createJournal(path: string, batch: Batch): Promise<void> {
  const text = headLines(batch, batch.openids) + recordLines([progressOf(batch)]);
  try {
    await writeFile(path, text, { flag: 'wx', mode: ownerOnly });
  } catch (error) {
    await unlink(path).catch(() => undefined);
    throw error;
  }
}

/** How long the lines of further answers gather while the last ones are on the disk, in milliseconds. */
const gathering = 25;

/** Appends to a journal, in the order of the calls. The caller holds its lock. */
export class JournalWriter {
  #waiting: Buffer[] = [];
  #writing: Promise<void> | undefined;
  #failure: { readonly error: unknown } | undefined;
  readonly #closing = new AbortController();

  private constructor(private readonly file: FileHandle) {}

  static async open(path: string): Promise<JournalWriter> {
    const file = await open(path, constants.O_RDWR | constants.O_APPEND);
    try {
      // What a crash tore off must not run into the next line.
      await file.truncate(await endOfLastLine(file));
      return new JournalWriter(file);
    } catch (error) {
      await file.close();
      throw error;
    }
  }

  /** Takes whole lines. Waits for no disk: a failed write is told by the next `append`, or by `close`. */
  append(...lines: readonly (string | Buffer)[]): void {
    if (this.#failure) throw this.#failure.error;
    this.#waiting.push(...lines.map(text => (typeof text === 'string' ? Buffer.from(text) : text)));
    this.#writing ??= this.#write();
  }

  /** Rejects if something could not be written. */
  async close(): Promise<void> {
    this.#closing.abort();
    await this.#writing;
    await this.file.close();
    if (this.#failure) throw this.#failure.error;
  }

  /** Writes at once, then in larger pieces: each write costs more than the bytes in it. */
  async #write(): Promise<void> {
    try {
      while (this.#waiting.length > 0) {
        const bytes = Buffer.concat(this.#waiting);
        this.#waiting = [];
        await this.file.appendFile(bytes);
        await pause(gathering, undefined, { signal: this.#closing.signal }).catch(() => undefined);
      }
    } catch (error) {
      this.#failure = { error };
    }
    this.#writing = undefined;
  }
}

/** The key `state` comes first: the reader of summaries knows the line by it. */
export function progressOf({ state, stoppedBy, counts, apiCalls, duration }: Batch): BatchProgress {
  return { state, ...(stoppedBy && { stoppedBy }), counts, apiCalls, duration };
}
