import { type LookupHistory } from '../../accounts';
import { type BatchStore } from '../../batch';
import { type BatchPanels } from '../../panels';

/** What is kept of an account beside the account itself. */
export interface HistorySize {
  readonly batches: number;
  readonly lookups: number;
  /** Damaged batches that name no account: they may hold its people, or another's. */
  readonly nobodys: readonly string[];
}

/** Counts and deletes what was fetched, and closes the tables that showed it. */
export class HistoryRemoval {
  constructor(
    private readonly lookups: LookupHistory,
    private readonly batches: BatchStore,
    private readonly panels: Pick<BatchPanels, 'forget'>,
  ) {}

  async sizeOf(appId: string): Promise<HistorySize> {
    const { own, nobodys } = await this.batches.keptOf(appId);
    return { batches: own.length, lookups: await this.lookups.count(appId), nobodys };
  }

  /**
   * Deletes what is the account's own, and of the others what `also` names.
   * @throws {StoreError} `busy` while one of the batches is running; everything else is deleted nevertheless
   */
  async removeAll(appId: string, also: readonly string[] = []): Promise<void> {
    const ids = [...(await this.batches.keptOf(appId)).own, ...also];
    await this.lookups.clear(appId);
    await this.batches.removeAll(ids).finally(async () => {
      const { own, nobodys } = await this.batches.keptOf(appId);
      const left = new Set([...own, ...nobodys]);
      for (const id of ids) if (!left.has(id)) await this.panels.forget(id);
    });
  }

  /** @throws {StoreError} `busy` while it is running */
  async removeBatch(id: string): Promise<void> {
    await this.batches.remove(id);
    await this.panels.forget(id);
  }
}
