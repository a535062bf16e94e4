import path from 'node:path';
import { setImmediate as breathe } from 'node:timers/promises';
import { type FileLayer, keepWhole, remove, unless } from '../../files';
import { ImportError, orProblem } from './importError';
import { type ImportRecord, readRecord, recordText } from './importRecord';

/** Bytes that are read at a time: some 1 500 rows, which take a few milliseconds. */
const pieceSize = 128 * 1024;
const newline = 10;

const indexName = /^([\w-]+)\.import\.json$/;
const rowsName = /^([\w-]+)\.pairs$/;

/**
 * The files of imports, two each, written whole: the rows, which never change, and then an index that tells of them.
 * Without its index an import is not there, so that no window ever sees half of one, and none needs a lock.
 */
export class ImportFolder {
  constructor(
    readonly folder: string,
    readonly files: FileLayer,
  ) {}

  async ids(): Promise<string[]> {
    return (await this.#names()).flatMap(name => indexName.exec(name)?.[1] ?? []);
  }

  /** @throws {ImportError} */
  async read(id: string): Promise<ImportRecord> {
    return orProblem('cannotRead', async () => readRecord(await this.files.readFile(this.#indexOf(id))));
  }

  /** @throws {ImportError} `cannotWrite`; whatever `lines` throws */
  async writeRows(id: string, lines: AsyncIterable<Buffer>): Promise<void> {
    await orProblem('cannotWrite', () => keepWhole(this.files, this.#rowsOf(id), lines));
  }

  /** @throws {ImportError} `cannotWrite` */
  async writeIndex(id: string, record: ImportRecord): Promise<void> {
    await orProblem('cannotWrite', () => keepWhole(this.files, this.#indexOf(id), recordText(record)));
  }

  /** The index first: rows without one are nobody's, and removed with the next old ones. */
  async remove(id: string): Promise<void> {
    await orProblem('cannotWrite', async () => {
      await remove(this.files, this.#indexOf(id));
      await remove(this.files, this.#rowsOf(id));
    });
  }

  /** Removes rows whose import was never finished or never wholly removed, where they are older than `before`. */
  async removeOrphans(before: number): Promise<void> {
    const names = await this.#names();
    const ids = new Set(names.flatMap(name => indexName.exec(name)?.[1] ?? []));
    for (const id of names.flatMap(name => rowsName.exec(name)?.[1] ?? [])) {
      if (ids.has(id)) continue;
      const { mtimeMs } = await this.files
        .stat(this.#rowsOf(id))
        .catch(unless('ENOENT', { mtimeMs: Infinity }));
      if (mtimeMs < before) await orProblem('cannotWrite', () => remove(this.files, this.#rowsOf(id)));
    }
  }

  /**
   * The rows, in pieces of whole lines.
   * @throws {ImportError} `damaged` where there are fewer or more bytes than were written
   */
  async *rows(id: string, bytes: number): AsyncGenerator<Buffer, void, undefined> {
    const file = await orProblem('cannotRead', () => this.files.open(this.#rowsOf(id), 'r'));
    try {
      if ((await file.stat()).size !== bytes) throw new ImportError('damaged');
      for (let at = 0; at < bytes;) {
        const buffer = Buffer.allocUnsafe(Math.min(pieceSize, bytes - at));
        const { bytesRead } = await orProblem('cannotRead', () => file.read(buffer, 0, buffer.length, at));
        const whole = buffer.lastIndexOf(newline, bytesRead - 1) + 1;
        if (bytesRead === 0 || whole === 0) throw new ImportError('damaged');
        yield buffer.subarray(0, whole);
        at += whole;
        await breathe();
      }
    } finally {
      await file.close();
    }
  }

  async #names(): Promise<string[]> {
    return orProblem('cannotRead', () =>
      this.files.readdir(this.folder).catch(unless<string[]>('ENOENT', [])),
    );
  }

  #indexOf(id: string): string {
    return path.join(this.folder, `${id}.import.json`);
  }

  #rowsOf(id: string): string {
    return path.join(this.folder, `${id}.pairs`);
  }
}
