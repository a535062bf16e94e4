import { type FileStat } from '../../files';
import { type JournalFolder } from '../journal/journalFolder';
import { Replay } from '../journal/replay';
import { StoreError } from '../storeError';
import { type BatchObjects } from './batchObjects';
import { type Verdicts } from './verdicts';

/** Half a second of reading. Damage in a longer journal is told when it is opened or checked. */
const longest = 32 * 1024 * 1024;
/** Of all journals that one window reads for this. */
const mostBytes = 8 * longest;

/** Reads journals that nobody has read whole, so that a list can tell of damage in them: one at a time, the latest first. */
export class DamageLook {
  /** What was looked at, readable or not. */
  readonly #looked = new Map<string, FileStat>();
  #left = mostBytes;
  #looking: Promise<void> | undefined;

  constructor(
    private readonly folder: JournalFolder,
    private readonly objects: BatchObjects,
    private readonly verdicts: Verdicts,
    private readonly now: () => number,
    private readonly found: () => void,
  ) {}

  /** Resolves when there is nothing more to look at. Whatever is refused is tried again in another window. */
  look(): Promise<void> {
    this.#looking ??= this.#lookAtAll()
      .catch((error: unknown) => {
        if (!(error instanceof StoreError)) throw error;
      })
      .finally(() => (this.#looking = undefined));
    return this.#looking;
  }

  async #lookAtAll(): Promise<void> {
    const [stats, running] = await Promise.all([this.folder.stats(), this.folder.running(this.now())]);
    const latestFirst = [...stats].sort(([, a], [, b]) => b.mtimeMs - a.mtimeMs);
    for (const [id, stat] of latestFirst) {
      const isOwn = running.has(id) || this.objects.get(id) !== undefined;
      if (isOwn || stat.size > Math.min(longest, this.#left) || isSame(this.#looked.get(id), stat)) continue;
      this.#looked.set(id, stat);
      if (await this.verdicts.of(id, stat)) continue;
      this.#left -= stat.size;
      await this.#lookAt(id, stat);
    }
    await this.verdicts.saved();
  }

  async #lookAt(id: string, stat: FileStat): Promise<void> {
    const replay = new Replay();
    try {
      for await (const block of this.folder.journal(id).read()) replay.take(block);
      const { damaged } = replay;
      await this.verdicts.note(id, stat, { damaged, progress: replay.end().progress, lasts: true });
      if (damaged > 0) this.found();
    } catch (error) {
      // What cannot be read at all is told by the list, and what has gone needs no verdict.
      if (!(error instanceof StoreError)) throw error;
    }
  }
}

function isSame(known: FileStat | undefined, { size, mtimeMs }: FileStat): boolean {
  return known?.size === size && known.mtimeMs === mtimeMs;
}
