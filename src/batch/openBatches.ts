import { Batch } from './batch';
import { type FileStamp, type JournalFolder } from './journal/journalFolder';
import { isProblem } from './storeError';

/** The saved batches that somebody in this window looks at: one object each, so that all see the same run. */
export class OpenBatches {
  readonly #seen = new Map<string, WeakRef<Batch>>();
  readonly #opening = new Map<string, Promise<Batch | undefined>>();
  /** The journal as the object last saw it. */
  readonly #stamps = new WeakMap<Batch, FileStamp>();

  constructor(
    private readonly folder: JournalFolder,
    private readonly now: () => number,
  ) {}

  /** Undefined where there is no journal (any more). */
  open(id: string): Promise<Batch | undefined> {
    const opening = this.#opening.get(id) ?? this.#load(id).finally(() => this.#opening.delete(id));
    this.#opening.set(id, opening);
    return opening;
  }

  /** Those that somebody still looks at. */
  held(): Batch[] {
    return [...this.#seen.values()].flatMap(seen => seen.deref() ?? []);
  }

  /** Takes in a batch whose journal was written from it, as it stands. */
  async keep(batch: Batch): Promise<void> {
    this.#seen.set(batch.id, new WeakRef(batch));
    this.#stamps.set(batch, await this.folder.stamp(batch.id));
  }

  /** The batch as somebody here looks at it, where its journal has not been written to since. */
  async current(id: string): Promise<Batch | undefined> {
    const seen = this.#seen.get(id)?.deref();
    return seen && this.#stamps.get(seen) === (await this.folder.stamp(id)) ? seen : undefined;
  }

  forget(id: string): void {
    this.#seen.delete(id);
  }

  /** Takes over what another window has added to the journal. */
  async catchUp(batch: Batch): Promise<void> {
    const known = this.#stamps.get(batch);
    const stamp = await this.folder.stamp(batch.id);
    if (stamp === known) return;
    const { table, progress } = await this.folder.read(batch.id);
    // A run of this window began or ended meanwhile: the object knows more than what was read.
    if (batch.state === 'running' || this.#stamps.get(batch) !== known) return;
    batch.restore(table, progress);
    this.#stamps.set(batch, stamp);
  }

  async #load(id: string): Promise<Batch | undefined> {
    try {
      const seen = this.#seen.get(id)?.deref();
      if (seen) {
        if (seen.state !== 'running') await this.catchUp(seen);
        return seen;
      }
      const stamp = await this.folder.stamp(id);
      const { origin, table, progress } = await this.folder.read(id);
      const batch = new Batch(origin, table, this.now);
      batch.restore(table, progress);
      this.#seen.set(id, new WeakRef(batch));
      this.#stamps.set(batch, stamp);
      return batch;
    } catch (error) {
      if (isProblem(error, 'gone')) return undefined;
      throw error;
    }
  }
}
