import path from 'node:path';
import { setImmediate as breathe } from 'node:timers/promises';
import { type FileLayer, remove, unless } from '../../files';
import { newline, openidsIn, type OpenidSource } from '../openids/lines';
import { ListError, orProblem } from './listError';
import { appIdIn, type ListHead, headText, type ListIndex, readIndex } from './listRecord';

/** Bytes that are read at a time: some 9 000 openids, which take 2 ms to go through. */
const pieceSize = 256 * 1024;

const indexName = /^([\w-]+)\.list\.ndjson$/;

/**
 * The files of follower lists, two each: an index, with a line for the head and one for each page, and the openids, one
 * a line of ASCII. A list is told from its index alone; its pages are true as far as their openids are there.
 */
export class ListFolder {
  constructor(
    readonly folder: string,
    readonly files: FileLayer,
  ) {}

  indexOf(id: string): string {
    return path.join(this.folder, `${id}.list.ndjson`);
  }

  openidsOf(id: string): string {
    return path.join(this.folder, `${id}.openids`);
  }

  async ids(): Promise<string[]> {
    const names = await orProblem('cannotRead', () =>
      this.files.readdir(this.folder).catch(unless<string[]>('ENOENT', [])),
    );
    return names.flatMap(name => indexName.exec(name)?.[1] ?? []);
  }

  async has(id: string): Promise<boolean> {
    return (await this.ids()).includes(id);
  }

  /** @throws {ListError} */
  async create(id: string, head: ListHead): Promise<void> {
    await orProblem('cannotWrite', async () => {
      await this.files.mkdir(this.folder);
      const file = await this.files.open(this.indexOf(id), 'wx');
      try {
        await file.appendFile(headText(head));
        await file.sync();
      } finally {
        await file.close();
      }
    });
  }

  /** @throws {ListError} */
  async read(id: string): Promise<ListIndex> {
    return orProblem('cannotRead', async () => {
      const text = await this.files.readFile(this.indexOf(id));
      const { size } = await this.files.stat(this.openidsOf(id)).catch(unless('ENOENT', { size: 0 }));
      return readIndex(text, size);
    });
  }

  /** The account that a list names which cannot be read otherwise. */
  async appIdOf(id: string): Promise<string | undefined> {
    const text = await this.files.readFile(this.indexOf(id)).catch(() => '');
    return appIdIn(text);
  }

  async remove(id: string): Promise<void> {
    await orProblem('cannotWrite', async () => {
      // The index last: a list whose openids are gone still names itself, and can be removed again.
      await remove(this.files, this.openidsOf(id));
      await remove(this.files, this.indexOf(id));
    });
  }

  /** The openids from one byte to another, piece by piece, whatever is appended meanwhile. */
  source(id: string, from: number, end: number): OpenidSource {
    return () => this.#pieces(id, from, end);
  }

  async *#pieces(id: string, from: number, end: number): AsyncIterable<Buffer> {
    if (from >= end) return;
    const file = await orProblem('cannotRead', () => this.files.open(this.openidsOf(id), 'r'));
    try {
      for (let at = from; at < end;) {
        const buffer = Buffer.allocUnsafe(Math.min(pieceSize, end - at));
        const { bytesRead } = await orProblem('cannotRead', () => file.read(buffer, 0, buffer.length, at));
        const whole = buffer.lastIndexOf(newline, bytesRead - 1) + 1;
        if (bytesRead === 0 || whole === 0) throw new ListError('damaged');
        yield buffer.subarray(0, whole);
        at += whole;
        await breathe();
      }
    } finally {
      await file.close();
    }
  }
}

/** All openids of a short source, such as a page. */
export async function allOf(source: OpenidSource): Promise<string[]> {
  const openids: string[] = [];
  for await (const bytes of source()) openids.push(...openidsIn(bytes));
  return openids;
}
