import path from 'node:path';
import * as v from 'valibot';

import { type FileLayer, keepWhole, nodeFiles, remove } from '../../files';
import { type PeopleSummary } from '../../tree/peopleItems';

const number = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const NumbersFile = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({ version: v.literal(1), at: number, accounts: number, several: number, findings: number }),
);
const day = 24 * 60 * 60 * 1000;

/**
 * The numbers of the last time that people were put together, for the sidebar of every window, also after a reload. The
 * file holds nothing but these, and goes when what was counted is too old to be kept.
 */
export class PeopleNumbers {
  /** What could not be kept, or is not to be. */
  private inMemory: PeopleSummary | undefined;
  private writing: Promise<void> = Promise.resolve();

  constructor(
    private readonly folder: string,
    private readonly retentionDays: () => number,
    private readonly now: () => number = Date.now,
    private readonly disk: FileLayer = nodeFiles,
  ) {}

  async current(): Promise<PeopleSummary | undefined> {
    await this.writing;
    if (this.inMemory) return this.inMemory;
    const kept = await this.read();
    return kept && kept.at >= this.now() - this.retentionDays() * day ? kept : undefined;
  }

  /** They are known anew, or nothing is known any more. */
  note(summary: PeopleSummary | undefined): Promise<void> {
    this.writing = this.writing.then(() => this.keep(summary));
    return this.writing;
  }

  async removeOld(): Promise<void> {
    if ((await this.current()) === undefined) await this.note(undefined);
  }

  private async keep(summary: PeopleSummary | undefined): Promise<void> {
    this.inMemory = summary;
    try {
      if (summary && this.retentionDays() > 0) {
        await keepWhole(this.disk, this.file, `${JSON.stringify({ version: 1, ...summary })}\n`);
        // Another window's may be newer from now on.
        this.inMemory = undefined;
      } else await remove(this.disk, this.file);
    } catch {
      // They are counted again when somebody looks.
    }
  }

  private async read(): Promise<PeopleSummary | undefined> {
    const text = await this.disk.readFile(this.file).catch(() => undefined);
    const { success, output } = v.safeParse(NumbersFile, text);
    if (!success) return undefined;
    const { at, accounts, several, findings } = output;
    return { at, accounts, several, findings };
  }

  private get file(): string {
    return path.join(this.folder, 'numbers.json');
  }
}
