import { dirname } from 'node:path';
import { type FileLayer, keepWhole, remove, writeWhole } from '../../files';
import { type BatchOrigin, type BatchProgress } from '../batchFacts';
import { type Outcome, type OutcomeKind } from '../outcome';
import { attempt, StoreError } from '../storeError';
import { headLine, type JournalHead, openidLines } from './journalHead';
import { type JournalBlock, type JournalPosition, readJournal } from './journalReader';
import { answerLines, progressLine, stillLine } from './journalRecord';
import { JournalWriter } from './journalWriter';
import { BatchLock } from './lock/batchLock';
import { rewritten } from './rewrite';

/** The journal of one batch, and how far this window knows it. */
export class Journal {
  /** How far it was read, or written from here. */
  position: JournalPosition | undefined;
  #writer: JournalWriter | undefined;

  constructor(
    private readonly files: FileLayer,
    private readonly path: string,
    readonly id: string,
  ) {}

  /** Writes a new one, whole: another window sees all of its head or nothing. @throws {StoreError} `cannotWrite` */
  create(origin: BatchOrigin, openids: readonly string[], progress: BatchProgress): Promise<void> {
    return attempt('cannotWrite', async () => {
      const line = headLine(origin, openids.length);
      const text = [line, ...openidLines(openids), progressLine(progress)];
      await keepWhole(this.files, this.path, text);
      const length = (bytes: number, piece: string) => bytes + Buffer.byteLength(piece);
      const head: JournalHead = {
        ...{ version: 2, origin, total: openids.length, line: line.slice(0, -1) },
        end: Buffer.byteLength(line),
      };
      this.position = { head, offset: text.reduce(length, 0), listed: openids.length };
    });
  }

  /** What was added since it was last read here, or all of it. */
  async *read(): AsyncGenerator<JournalBlock, void, undefined> {
    for await (const block of reading(readJournal(this.files, this.path, this.id, this.position))) {
      this.position = block.position;
      yield block;
    }
  }

  /** Whether it holds more than is known here, or something else. */
  hasChanged(): Promise<boolean> {
    return attempt('cannotRead', async () => {
      const { size } = await this.files.stat(this.path);
      return size !== this.position?.offset;
    });
  }

  /** @throws {StoreError} `busy`, or `cannotRun` where the lock cannot be written */
  lock(): Promise<BatchLock> {
    return attempt('cannotRun', () => BatchLock.take(this.files, dirname(this.path), this.id));
  }

  /** Opens it for appending; the caller holds the lock, and has read all of it. */
  begin(): Promise<void> {
    return attempt('cannotRun', async () => {
      if (this.position?.head.version === 1) await this.#renew(this.position.head);
      this.#writer = await JournalWriter.open(this.files, this.path);
    });
  }

  /** Takes note of what happened; a failed write is told by the next note, or by `end`. */
  note(progress: BatchProgress, { outcomes = [], at = 0, lines, still = [] }: Noted = {}): void {
    const marks = still.length > 0 ? [stillLine(still)] : [];
    this.#writer?.append(...marks, ...answerLines(outcomes, at, lines), progressLine(progress));
    if (this.position && outcomes.length > 0) this.position = { ...this.position, at };
  }

  /** Rejects where something of what was noted is not on the disk. */
  async end(): Promise<void> {
    const writer = this.#writer;
    this.#writer = undefined;
    if (!writer) return;
    await writer.close();
    if (this.position) this.position = { ...this.position, offset: writer.end };
  }

  /** @throws {StoreError} `gone` or `cannotRemove` */
  async remove(): Promise<void> {
    await attempt('cannotRemove', async () => {
      await this.files.stat(this.path);
      await remove(this.files, this.path);
    });
  }

  /** A journal of version 1 becomes one of version 2, before anything is added to it. */
  async #renew({ origin, total }: JournalHead): Promise<void> {
    await writeWhole(this.files, this.path, rewritten(this.files, this.path, this.id));
    const line = headLine(origin, total);
    const { size: offset } = await this.files.stat(this.path);
    const head: JournalHead = {
      ...{ version: 2, origin, total, line: line.slice(0, -1) },
      end: Buffer.byteLength(line),
    };
    this.position = { head, offset, listed: total };
  }
}

interface Noted {
  readonly outcomes?: readonly Outcome[];
  /** When WeChat gave them, in Unix milliseconds. */
  readonly at?: number;
  /** Their profiles as WeChat wrote them. */
  readonly lines?: Buffer | undefined;
  /** Kinds that are to be asked for again from here on. */
  readonly still?: readonly OutcomeKind[];
}

/** As `attempt`, for what is read bit by bit. */
async function* reading<T>(parts: AsyncIterable<T>): AsyncGenerator<T, void, undefined> {
  try {
    yield* parts;
  } catch (error) {
    throw StoreError.from('cannotRead', error);
  }
}
