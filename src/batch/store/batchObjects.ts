import { type Batch } from '../batch';
import { type JournalFolder } from '../journal/journalFolder';
import { isProblem } from '../storeError';
import { type Every, Follower } from './follower';
import { type Verdicts } from './verdicts';

/** A batch that is being read from its journal; undefined where there is none (any more). */
interface Opening {
  /** As soon as its openids are known. */
  readonly begun: Promise<Batch | undefined>;
  /** With all of its rows. */
  readonly whole: Promise<Batch | undefined>;
}

/** Above, a batch is shown before all of its rows were read. */
const largeFile = 1024 * 1024;

/**
 * The batches of this window, one object each, so that all see the same run. Those that run here or are in memory only
 * are held; saved ones as long as somebody looks at them.
 */
export class BatchObjects {
  readonly #held = new Map<string, Batch>();
  readonly #seen = new Map<string, WeakRef<Batch>>();
  readonly #opening = new Map<string, Opening>();
  readonly #reading = new WeakMap<Batch, Promise<void>>();
  readonly follower: Follower;

  constructor(
    private readonly folder: JournalFolder,
    private readonly verdicts: Verdicts,
    private readonly now: () => number,
    every?: Every,
  ) {
    this.follower = new Follower(folder, batch => this.catchUp(batch), now, every);
  }

  /** The batch as somebody in this window looks at it. */
  get(id: string): Batch | undefined {
    return this.#held.get(id) ?? this.#seen.get(id)?.deref();
  }

  all(): Batch[] {
    const seen = [...this.#seen.values()].flatMap(ref => ref.deref() ?? []);
    return [...new Set([...this.#held.values(), ...seen])];
  }

  /** Those that end with this window. */
  inMemory(): Batch[] {
    return [...this.#held.values()].filter(batch => batch.isInMemory);
  }

  /** The batch must not go, whoever looks at it. */
  hold(batch: Batch): void {
    this.#held.set(batch.id, batch);
  }

  /** A saved batch is held no longer than somebody looks at it; one that is in memory only stays. */
  rest(batch: Batch): void {
    if (batch.isInMemory) this.#held.set(batch.id, batch);
    else {
      this.#held.delete(batch.id);
      this.#seen.set(batch.id, new WeakRef(batch));
    }
  }

  forget(id: string): void {
    this.#held.delete(id);
    this.#seen.delete(id);
  }

  /** @param soon as soon as the openids are known: rows follow then, while `isLoading` */
  open(id: string, soon = false): Promise<Batch | undefined> {
    const held = this.#held.get(id);
    if (held) return Promise.resolve(held);
    const opening = this.#opening.get(id) ?? this.#begin(id);
    return soon ? opening.begun : opening.whole;
  }

  /** Reads what another window has added; all anew where the journal is another one now. One reading at a time. */
  catchUp(batch: Batch): Promise<void> {
    const reading =
      this.#reading.get(batch) ?? this.#readOn(batch).finally(() => this.#reading.delete(batch));
    this.#reading.set(batch, reading);
    return reading;
  }

  async #readOn(batch: Batch): Promise<void> {
    const { journal } = batch;
    if (!journal || batch.runsHere || !(await journal.hasChanged())) return;
    const { Replay } = await import('./withRows');
    const replay = new Replay(batch.rows);
    for await (const block of journal.read()) replay.take(block);
    const { table, progress } = replay.end(batch);
    batch.reread(progress, table);
  }

  #begin(id: string): Opening {
    let told: (batch: Batch) => void = () => undefined;
    const first = new Promise<Batch | undefined>(resolve => (told = resolve));
    const whole = this.#load(id, told).finally(() => this.#opening.delete(id));
    const opening = { begun: Promise.race([first, whole]), whole };
    // Whoever waits for one of them is told of a failure; nobody may wait for the other.
    for (const promise of [opening.begun, whole]) promise.catch(() => undefined);
    this.#opening.set(id, opening);
    return opening;
  }

  async #load(id: string, begun: (batch: Batch) => void): Promise<Batch | undefined> {
    try {
      const seen = this.#seen.get(id)?.deref();
      if (seen) await this.catchUp(seen);
      const batch = seen ?? (await this.#read(id, begun));
      await this.follower.look(batch);
      return batch;
    } catch (error) {
      if (isProblem(error, 'gone')) return undefined;
      throw error;
    }
  }

  async #read(id: string, begun: (batch: Batch) => void): Promise<Batch> {
    const stat = await this.folder.stat(id);
    const journal = this.folder.journal(id);
    const { Batch, Replay } = await import('./withRows');
    const replay = new Replay();
    let batch: Batch | undefined;
    for await (const block of journal.read()) {
      replay.take(block);
      if (batch) batch.reread();
      else if (replay.rows && stat && stat.size > largeFile) {
        batch = new Batch(block.position.head.origin, replay.rows, this.now, journal);
        batch.foretell((await this.folder.summary(id)).progress);
        begun(batch);
      }
    }
    const { table, progress } = replay.end();
    await table.indexAll();
    const origin = journal.position?.head.origin;
    if (!origin) throw new Error('a journal that was read has a head');
    batch ??= new Batch(origin, table, this.now, journal);
    batch.reread(progress, table);
    this.#seen.set(id, new WeakRef(batch));
    if (stat) await this.verdicts.note(id, stat, { damaged: replay.damaged, progress });
    return batch;
  }
}
