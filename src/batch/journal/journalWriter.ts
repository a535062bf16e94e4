import { setTimeout as pause } from 'node:timers/promises';
import { type FileLayer, type OpenFile, patiently } from '../../files';
import { endOfLastLine } from './lastLine';

/** How long the lines of further answers gather while the last ones are on the disk, in milliseconds. */
const gathering = 25;

/** Appends to a journal, in the order of the calls. The caller holds its lock. */
export class JournalWriter {
  #waiting: Buffer[] = [];
  #writing: Promise<void> | undefined;
  #failure: { readonly error: unknown } | undefined;
  readonly #closing = new AbortController();

  private constructor(
    private readonly file: OpenFile,
    private length: number,
  ) {}

  /** Windows refuses to cut a file that is open for appending: cutting and appending each open it for themselves. */
  static async open(files: FileLayer, path: string): Promise<JournalWriter> {
    const end = await cutTornLine(files, path);
    return new JournalWriter(await patiently(files, () => files.open(path, 'a')), end);
  }

  /** Where the next line will begin, once everything is written. */
  get end(): number {
    return this.length;
  }

  /** Takes whole lines. Waits for no disk: a failed write is told by the next `append`, or by `close`. */
  append(...lines: readonly (string | Buffer)[]): void {
    if (this.#failure) throw this.#failure.error;
    for (const line of lines) {
      const bytes = typeof line === 'string' ? Buffer.from(line) : line;
      this.length += bytes.length;
      this.#waiting.push(bytes);
    }
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

/** What a crash tore off must not run into the next line. Tells where that will begin. */
async function cutTornLine(files: FileLayer, path: string): Promise<number> {
  const file = await patiently(files, () => files.open(path, 'r+'));
  try {
    const end = await endOfLastLine(file);
    if ((await file.stat()).size > end) await file.truncate(end);
    return end;
  } finally {
    await file.close();
  }
}
