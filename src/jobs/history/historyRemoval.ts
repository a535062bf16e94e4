import { type LookupHistory } from '../../accounts';
import { type BatchStore } from '../../batch';
import { type BatchPanels } from '../../panels';

/** What is kept of an account beside the account itself. */
export interface HistorySize {
  readonly batches: number;
  readonly lookups: number;
  readonly lists: number;
  /** Of these, the ones that are kept for the migration of the account. */
  readonly forMigration: number;
  /** What became of people that were tagged. */
  readonly taggings: number;
  /** Of pairs in which it has openids. */
  readonly imports: number;
  /** Damaged batches that name no account: they may hold its people, or another's. */
  readonly nobodys: readonly string[];
}

/** Something else that is kept of accounts, such as their follower lists. */
export interface KeptOfAccounts {
  keptOf(appId: string): Promise<readonly string[]>;
  removeAll(ids: readonly string[]): Promise<void>;
}

/** The follower lists of accounts. */
export interface KeptLists extends KeptOfAccounts {
  forMigrationOf(appId: string): Promise<readonly string[]>;
}

/** What was changed from here: remarks and tags, and what became of the people. */
export interface KeptChanges {
  count(appId: string): Promise<number>;
  /** @throws where something of it is still going on; the rest is gone then */
  remove(appId: string): Promise<void>;
}

/** Counts and deletes what was fetched, and closes the tables that showed it. */
export class HistoryRemoval {
  constructor(
    private readonly lookups: LookupHistory,
    private readonly batches: BatchStore,
    private readonly panels: Pick<BatchPanels, 'forget'>,
    private readonly lists: KeptLists,
    private readonly changes: KeptChanges,
    private readonly imports: KeptOfAccounts,
    /** Lets go of what was put together from all of it: pages of people, and the index behind them. */
    readonly forgetPeople: () => Promise<void>,
  ) {}

  async sizeOf(appId: string): Promise<HistorySize> {
    const { own, nobodys } = await this.batches.keptOf(appId);
    const [lookups, lists, forMigration, taggings, imports] = await Promise.all([
      this.lookups.count(appId),
      this.lists.keptOf(appId),
      this.lists.forMigrationOf(appId),
      this.changes.count(appId),
      this.imports.keptOf(appId),
    ]);
    return {
      batches: own.length,
      lookups,
      lists: lists.length,
      forMigration: forMigration.length,
      taggings,
      imports: imports.length,
      nobodys,
    };
  }

  /**
   * Deletes what is the account's own, and of the others what `also` names.
   * @throws {StoreError} `busy` while one of the batches is running, {ListError} the same of a list; everything else is
   * deleted nevertheless
   */
  async removeAll(appId: string, also: readonly string[] = []): Promise<void> {
    const removals = await Promise.allSettled([
      this.removeAllBatches(appId, also),
      this.lookups.clear(appId),
      this.changes.remove(appId),
      this.lists.keptOf(appId).then(lists => this.lists.removeAll(lists)),
      this.imports.keptOf(appId).then(imports => this.imports.removeAll(imports)),
    ]);
    await this.forgetPeople();
    const failed = removals.find(removal => removal.status === 'rejected');
    if (failed) throw failed.reason;
  }

  /** @throws {StoreError} `busy` while one of them is running; the others are gone then */
  async removeBatches(ids: readonly string[]): Promise<void> {
    const refusals: unknown[] = [];
    for (const id of ids)
      await this.batches
        .remove(id)
        .then(() => this.panels.forget(id))
        .catch((error: unknown) => refusals.push(error));
    if (refusals.length > 0) throw refusals[0];
  }

  private async removeAllBatches(appId: string, also: readonly string[]): Promise<void> {
    const ids = [...(await this.batches.keptOf(appId)).own, ...also];
    await this.batches.removeAll(ids).finally(async () => {
      const { own, nobodys } = await this.batches.keptOf(appId);
      const left = new Set([...own, ...nobodys]);
      for (const id of ids) if (!left.has(id)) await this.panels.forget(id);
    });
  }
}
