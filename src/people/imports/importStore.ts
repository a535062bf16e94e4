import { randomUUID } from 'node:crypto';
import { type FileLayer, MemoryFiles, nodeFiles, removeTemporaries } from '../../files';
import { type PairReader } from '../pairs/pairReader';
import { ImportError, type ImportProblem, orProblem } from './importError';
import { ImportFolder } from './importFolder';
import { type ImportCounts, type ImportRecord } from './importRecord';
import { PairLines } from './pairLine';

/** What a store is told by those around it. */
export interface ImportStoreOptions {
  /** At 0 new imports live in memory. */
  readonly retentionDays: () => number;
  /** Unix milliseconds. */
  readonly now?: () => number;
  readonly files?: FileLayer;
}

/** Pairs that were imported, as it is told without reading them. */
export interface PairImport extends Omit<ImportRecord, 'bytes'> {
  readonly id: string;
  /** Unix milliseconds after which it may be deleted; undefined where it lives in memory only. */
  readonly keptUntil: number | undefined;
  readonly inMemory: boolean;
}

/** A file that was found where imports are kept, and that is none. */
export interface UnreadableImport {
  readonly id: string;
  readonly problem: ImportProblem;
}

const longestName = 200;
/** A file that another window writes aside is touched all the time; this old (milliseconds), its window is gone. */
const forsakenAfter = 3_600_000;

/** The imports of this machine, which all windows share, and those of this window that are in memory only. */
export class ImportStore {
  readonly #disk: ImportFolder;
  readonly #memory = new ImportFolder('/memory', new MemoryFiles());
  readonly #now: () => number;

  constructor(
    folder: string,
    private readonly options: ImportStoreOptions,
  ) {
    this.#disk = new ImportFolder(folder, options.files ?? nodeFiles);
    this.#now = options.now ?? Date.now;
  }

  /** All imports, the latest first. */
  async imports(): Promise<{ imports: PairImport[]; unreadable: UnreadableImport[] }> {
    const imports: PairImport[] = [];
    const unreadable: UnreadableImport[] = [];
    for (const folder of [this.#disk, this.#memory]) {
      for (const id of await folder.ids()) {
        try {
          imports.push(this.#told(folder, id, await folder.read(id)));
        } catch (error) {
          if (!(error instanceof ImportError)) throw error;
          if (error.problem !== 'gone') unreadable.push({ id, problem: error.problem });
        }
      }
    }
    return { imports: imports.sort((a, b) => b.at - a.at), unreadable };
  }

  /** @throws {ImportError} `gone`, `damaged`, `tooNew`, `cannotRead` */
  async open(id: string): Promise<PairImport> {
    const folder = await this.#folderOf(id);
    return this.#told(folder, id, await folder.read(id));
  }

  /**
   * Keeps what a table holds. Ended by the signal or by a failure, it leaves nothing behind, and what it was to
   * replace stays.
   * @throws {ImportError} `cannotWrite`; the signal's reason
   */
  async add(
    { name, source, replaces }: { name: string; source: string; replaces?: readonly string[] },
    reader: PairReader,
    signal: AbortSignal,
  ): Promise<PairImport> {
    const id = `import-${randomUUID()}`;
    const folder = this.options.retentionDays() > 0 ? this.#disk : this.#memory;
    const at = this.#now();
    const lines = new PairLines();
    let bytes = 0;
    const pieces = async function* () {
      for await (const rows of reader.slices(signal)) {
        const piece = Buffer.from(rows.map(row => lines.line(row)).join(''), 'utf8');
        bytes += piece.length;
        if (piece.length > 0) yield piece;
      }
    };
    await folder.writeRows(id, pieces());
    await folder.writeIndex(id, {
      name: nameOf(name),
      source: source.slice(0, longestName),
      at,
      accounts: [...lines.accounts],
      keys: [...lines.keys],
      counts: reader.counts(),
      bytes,
    });
    for (const older of replaces ?? []) await this.remove(older);
    return this.open(id);
  }

  /** @throws {ImportError} */
  async rename(id: string, name: string): Promise<PairImport> {
    const folder = await this.#folderOf(id);
    await folder.writeIndex(id, { ...(await folder.read(id)), name: nameOf(name) });
    return this.open(id);
  }

  /** @throws {ImportError} `cannotWrite` */
  async remove(id: string): Promise<void> {
    await (await this.#folderOf(id)).remove(id);
  }

  /** Removes those whose time is over, and what killed windows have left. The first refusal is thrown at the end. */
  async removeOld(trustsClock: (newest: number) => boolean = () => true): Promise<void> {
    const { folder, files } = this.#disk;
    await orProblem('cannotWrite', () => removeTemporaries(files, folder, this.#now() - forsakenAfter));
    await this.#disk.removeOrphans(this.#now() - forsakenAfter);
    const { imports } = await this.imports();
    const onDisk = imports.filter(({ inMemory }) => !inMemory);
    if (!trustsClock(Math.max(0, ...onDisk.map(({ at }) => at)))) return;
    const refused: unknown[] = [];
    for (const { id, keptUntil } of onDisk)
      if (keptUntil !== undefined && keptUntil <= this.#now())
        await this.remove(id).catch((error: unknown) => refused.push(error));
    if (refused.length > 0) throw refused[0];
  }

  /** The rows of an import, as lines. @throws {ImportError} */
  async *rows(id: string): AsyncGenerator<Buffer, void, undefined> {
    const folder = await this.#folderOf(id);
    const { bytes } = await folder.read(id);
    yield* folder.rows(id, bytes);
  }

  async #folderOf(id: string): Promise<ImportFolder> {
    return (await this.#memory.ids()).includes(id) ? this.#memory : this.#disk;
  }

  #told(folder: ImportFolder, id: string, record: ImportRecord): PairImport {
    const { name, source, at, accounts, keys, counts } = record;
    const inMemory = folder === this.#memory;
    const keptUntil = inMemory ? undefined : at + this.options.retentionDays() * 86_400_000;
    return { id, name, source, at, accounts, keys, counts, keptUntil, inMemory };
  }
}

function nameOf(name: string): string {
  return name.trim().slice(0, longestName);
}

export type { ImportCounts };
