import * as v from 'valibot';
import { type FileLayer, type FileStat, keepWhole, remove } from '../../files';
import { type BatchProgress } from '../batchFacts';
import { count } from '../journal/journalRecord';
import { parseJson } from '../json';

/** What a reading of a whole journal found. */
export interface Verdict {
  /** Lines that could not be read. */
  readonly damaged: number;
  /** As all of its rows have it; not after a restart. */
  readonly progress?: BatchProgress;
  /** Whether it outlives the window also where it tells of no damage: nobody else would come by to read again. */
  readonly lasts?: boolean;
}

type Kept = Verdict & FileStat;

const fileSchema = v.record(v.string(), v.object({ size: v.number(), mtimeMs: v.number(), damaged: count }));

/**
 * What readings of whole journals found, so that a list need not read them again: a verdict holds as long as a file has
 * its size and time. Those that last or tell of damage outlive the window, in a file of their own.
 */
export class Verdicts {
  #kept: Promise<Map<string, Kept>> | undefined;
  #written: Promise<void> = Promise.resolve();

  constructor(
    private readonly files: FileLayer,
    private readonly path: string,
  ) {}

  /** @param stat of the file before it was read */
  async note(id: string, { size, mtimeMs }: FileStat, verdict: Verdict): Promise<void> {
    const kept = await this.#load();
    const known = kept.get(id);
    const lasts = verdict.lasts ?? known?.lasts ?? false;
    kept.set(id, { size, mtimeMs, ...verdict, lasts });
    if (lasts || verdict.damaged + (known?.damaged ?? 0) > 0) this.#save();
  }

  async of(id: string, { size, mtimeMs }: FileStat): Promise<Verdict | undefined> {
    const verdict = (await this.#load()).get(id);
    return verdict?.size === size && verdict.mtimeMs === mtimeMs ? verdict : undefined;
  }

  /** Resolves when what was noted so far is on disk, or cannot be. */
  saved(): Promise<void> {
    return this.#written;
  }

  /** Its journal has gone. */
  async forget(id: string): Promise<void> {
    const kept = await this.#load();
    const known = kept.get(id);
    kept.delete(id);
    if (known && outlives(known)) this.#save();
    await this.#written;
  }

  #load(): Promise<Map<string, Kept>> {
    this.#kept ??= this.files.readFile(this.path).then(
      text => {
        const parsed = v.safeParse(fileSchema, parseJson(text));
        const entries = parsed.success ? Object.entries(parsed.output) : [];
        return new Map(entries.map(([id, verdict]): [string, Kept] => [id, { ...verdict, lasts: true }]));
      },
      () => new Map<string, Kept>(),
    );
    return this.#kept;
  }

  /** One write after the other. A verdict that cannot be written costs another reading, no more. */
  #save(): void {
    this.#written = this.#written
      .then(async () => {
        const kept = [...(await this.#load())].filter(([, verdict]) => outlives(verdict));
        const entries = kept.map(([id, { size, mtimeMs, damaged }]) => [id, { size, mtimeMs, damaged }]);
        if (kept.length === 0) await remove(this.files, this.path);
        else await keepWhole(this.files, this.path, JSON.stringify(Object.fromEntries(entries)));
      })
      .catch(() => undefined);
  }
}

function outlives({ damaged, lasts = false }: Verdict): boolean {
  return damaged > 0 || lasts;
}
