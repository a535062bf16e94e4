import { type BatchOrigin } from '../../../../src/batch/batchFacts';
import { MemoryFiles, type OpenFile } from '../../../../src/files';

/** Where the journal of a test stands. */
export const journalPath = '/batches/b.ndjson';

/** Files in memory that know what is done to them, and refuse what a test wants them to refuse. */
export class WatchedFiles extends MemoryFiles {
  /** How many are open. */
  opened = 0;
  /** Which parts were read, in order. */
  readonly reads: (readonly [from: number, to: number])[] = [];
  /** What was written, in order. */
  readonly writes: string[] = [];
  /** Node's code for an operation that fails, if it does. */
  refuse: (operation: string, file: string) => string | undefined = () => undefined;

  /** @param text of the journal, where there is one */
  static async with(text?: string): Promise<WatchedFiles> {
    const files = new WatchedFiles();
    if (text === undefined) return files;
    const file = await files.open(journalPath, 'wx');
    await file.appendFile(text);
    await file.close();
    files.writes.length = 0;
    return files;
  }

  text(): Promise<string> {
    return this.readFile(journalPath);
  }

  override async readdir(folder: string): Promise<string[]> {
    this.#ask('readdir', folder);
    return super.readdir(folder);
  }

  override async stat(file: string): ReturnType<MemoryFiles['stat']> {
    this.#ask('stat', file);
    return super.stat(file);
  }

  override async unlink(file: string): Promise<void> {
    this.#ask('unlink', file);
    return super.unlink(file);
  }

  override async open(name: string, flags: 'r' | 'r+' | 'a' | 'wx'): Promise<OpenFile> {
    this.#ask(`open ${flags}`, name);
    const file = await super.open(name, flags);
    this.opened++;
    return {
      read: (buffer, offset, length, position) => {
        this.reads.push([position, position + length]);
        return file.read(buffer, offset, length, position);
      },
      appendFile: async data => {
        this.#ask('append', name);
        this.writes.push(data.toString());
        // Writes from the beginning on, over what is there.
        const behind = flags === 'r+' ? (await this.readFile(name)).slice(data.length) : '';
        if (flags === 'r+') await file.truncate(0);
        await file.appendFile(`${data.toString()}${behind}`);
      },
      truncate: async size => {
        this.writes.push(`cut at ${size}`);
        await file.truncate(size);
      },
      stat: () => file.stat(),
      sync: () => file.sync(),
      close: () => {
        this.opened--;
        return file.close();
      },
    };
  }

  #ask(operation: string, file: string): void {
    const code = this.refuse(operation, file);
    if (code !== undefined) throw Object.assign(new Error(`${operation} ${file}`), { code });
  }
}

/** A journal as its lines. */
export function linesOf(...lines: readonly (string | object)[]): string {
  return lines.map(line => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`).join('');
}

/** The first line of a journal for so many openids. */
export function headOf(total: number, journal = 2): object {
  return {
    ...{ journal, id: 'b', appId: 'wx1', accountName: '演示', source: 'list.json', lang: 'zh_CN' },
    ...{ startedAt: '2026-01-02T03:04:05.000Z', total },
  };
}

/** What that line says of the batch. */
export const origin: BatchOrigin = {
  ...{ id: 'b', appId: 'wx1', accountName: '演示', source: 'list.json', lang: 'zh_CN' },
  startedAt: Date.UTC(2026, 0, 2, 3, 4, 5),
};
