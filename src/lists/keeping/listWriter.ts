import { type Fault } from '../../wechat';
import { type OpenFile, unless } from '../../files';
import { type WalkedPage } from '../walking/walk';
import { orProblem } from './listError';
import { type ListFolder } from './listFolder';
import { keepText, type KeptPage, type ListIndex, pageText, stopText } from './listRecord';

/** Appends pages to a list. The caller holds its lock. */
export class ListWriter {
  private constructor(
    private readonly index: OpenFile,
    private readonly openids: OpenFile,
    private end: number,
  ) {}

  /** Cuts off what a crash left unfinished, which must not run into the next page. */
  static async open(folder: ListFolder, id: string, { length, pages }: ListIndex): Promise<ListWriter> {
    return orProblem('cannotWrite', async () => {
      const { files } = folder;
      const end = pages.at(-1)?.end ?? 0;
      await cut(files.open(folder.indexOf(id), 'r+'), length);
      await cut(files.open(folder.openidsOf(id), 'r+'), end).catch(unless('ENOENT', undefined));
      const index = await files.open(folder.indexOf(id), 'a');
      try {
        return new ListWriter(index, await files.open(folder.openidsOf(id), 'a'), end);
      } catch (error) {
        await index.close();
        throw error;
      }
    });
  }

  /** The page is kept once this resolves: its openids first, then the line that says so. */
  async keep(cursor: string, { openids, next, total, ...counts }: WalkedPage, at: number): Promise<KeptPage> {
    return orProblem('cannotWrite', async () => {
      const bytes = Buffer.from(openids.map(openid => `${openid}\n`).join(''), 'latin1');
      if (bytes.length > 0) await this.openids.appendFile(bytes);
      await this.openids.sync();
      this.end += bytes.length;
      const page: KeptPage = {
        cursor,
        next: next ?? null,
        count: openids.length,
        ...counts,
        ...(total !== undefined && { total: Math.max(0, total) }),
        end: this.end,
        at,
      };
      await this.index.appendFile(pageText(page));
      await this.index.sync();
      return page;
    });
  }

  async stop(fault: Fault, at: number): Promise<void> {
    await orProblem('cannotWrite', () => this.index.appendFile(stopText(fault, at)));
  }

  /** It stays until it is removed. */
  async keepForMigration(at: number): Promise<void> {
    await orProblem('cannotWrite', async () => {
      await this.index.appendFile(keepText(at));
      await this.index.sync();
    });
  }

  async close(): Promise<void> {
    await this.index.close();
    await this.openids.close();
  }
}

async function cut(opening: Promise<OpenFile>, size: number): Promise<void> {
  const file = await opening;
  try {
    if ((await file.stat()).size > size) await file.truncate(size);
  } finally {
    await file.close();
  }
}
