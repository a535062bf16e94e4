import { type LookupHistory } from '../../accounts';
import { type BatchStore } from '../../batch';
import { type BatchPanels } from '../../panels';

/** What is kept of an account beside the account itself. */
export interface HistorySize {
  readonly batches: number;
  readonly lookups: number;
  /** What became of people that were tagged. */
  readonly taggings: number;
  /** Damaged batches that name no account: they may hold its people, or another's. */
  readonly nobodys: readonly string[];
}

/** What was changed from here: remarks and tags, and what became of the people. */
export interface KeptChanges {
  count(appId: string): Promise<number>;
  /** @throws where something of it is still going on; the rest is gone then */
  remove(appId: string): Promise<void>;
}

const noChanges: KeptChanges = { count: () => Promise.resolve(0), remove: () => Promise.resolve() };

/** Counts and deletes what was fetched, and closes the tables that showed it. */
export class HistoryRemoval {
  constructor(
    private readonly lookups: LookupHistory,
    private readonly batches: BatchStore,
    private readonly panels: Pick<BatchPanels, 'forget'>,
    private readonly changes: KeptChanges = noChanges,
  ) {}

  async sizeOf(appId: string): Promise<HistorySize> {
    const { own, nobodys } = await this.batches.keptOf(appId);
    const lookups = await this.lookups.count(appId);
    return { batches: own.length, lookups, taggings: await this.changes.count(appId), nobodys };
  }

  /**
   * Deletes what is the account's own, and of the others what `also` names.
   * @throws {StoreError} `busy` while one of the batches is running; everything else is deleted nevertheless
   */
  async removeAll(appId: string, also: readonly string[] = []): Promise<void> {
    const ids = [...(await this.batches.keptOf(appId)).own, ...also];
    await this.lookups.clear(appId);
    const remains = await this.changes.remove(appId).then(() => [], (error: unknown) => [error]);
    await this.batches.removeAll(ids).finally(async () => {
      const { own, nobodys } = await this.batches.keptOf(appId);
      const left = new Set([...own, ...nobodys]);
      for (const id of ids) if (!left.has(id)) await this.panels.forget(id);
    });
    const [failure] = remains;
    if (failure instanceof Error) throw failure;
  }

  /** @throws {StoreError} `busy` while it is running */
  async removeBatch(id: string): Promise<void> {
    await this.batches.remove(id);
    await this.panels.forget(id);
  }
}
