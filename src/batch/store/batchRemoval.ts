import { type JournalFolder } from '../journal/journalFolder';
import { isProblem, StoreError } from '../storeError';
import { type BatchObjects } from './batchObjects';
import { type Runs } from './runs';
import { type Verdicts } from './verdicts';

const day = 86_400_000;

/** Deletes batches: what is named, and nothing else. */
export class BatchRemoval {
  constructor(
    private readonly folder: JournalFolder,
    private readonly objects: BatchObjects,
    private readonly runs: Pick<Runs, 'has'>,
    private readonly verdicts: Verdicts,
    private readonly now: () => number,
  ) {}

  /** @throws {StoreError} `busy`, `gone` or `cannotRemove` */
  async one(id: string): Promise<void> {
    if (this.runs.has(id)) throw new StoreError('busy');
    const inMemory = this.objects.get(id)?.isInMemory ?? false;
    // A batch that could not be saved to its end is in both places.
    if (!inMemory || (await this.folder.stat(id))) await this.folder.remove(id, this.now());
    this.objects.forget(id);
    await this.verdicts.forget(id);
  }

  /** What cannot be removed does not save the rest; the first refusal is thrown at the end. */
  async all(ids: readonly string[]): Promise<void> {
    const results = await Promise.allSettled(ids.map(id => this.one(id)));
    const refused = results.find(result => result.status === 'rejected');
    if (refused) throw refused.reason;
  }

  /**
   * Removes what was written last more than so many days ago, apart from batches that are running, and what dead
   * windows have left. What cannot be removed does not save the rest; the first refusal is thrown at the end.
   * @param trusts whether the clock can be believed that the newest file is as old as it says
   */
  async olderThan(days: number, trusts: (newest: number) => boolean): Promise<void> {
    const stats = await this.folder.stats();
    const times = [...stats.values()].map(({ mtimeMs }) => mtimeMs);
    if (times.length > 0 && !trusts(Math.max(...times))) return;
    const latest = this.now() - days * day;
    const running = await this.folder.running(this.now());
    let refusal: { readonly error: unknown } | undefined;
    for (const [id, { mtimeMs }] of stats) {
      try {
        if (!running.has(id) && mtimeMs <= latest) await this.one(id);
      } catch (error) {
        // Another window was faster, to remove it or to run it.
        if (!isProblem(error, 'gone') && !isProblem(error, 'busy')) refusal ??= { error };
      }
    }
    await this.folder.removeForsaken(this.now());
    if (refusal) throw refusal.error;
  }
}
