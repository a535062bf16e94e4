import { type LookupHistory } from '../../accounts';
import { type BatchStore } from '../../batch';
import { type BatchPanels } from '../../panels';

/** What is kept of an account beside the account itself. */
export interface HistorySize {
  readonly batches: number;
  readonly lookups: number;
}

/** Counts and deletes what was fetched, and closes the tables that showed it. */
export class HistoryRemoval {
  constructor(
    private readonly lookups: LookupHistory,
    private readonly batches: BatchStore,
    private readonly panels: Pick<BatchPanels, 'forget'>,
  ) {}

  async sizeOf(appId: string): Promise<HistorySize> {
    return { batches: (await this.batches.idsOf(appId)).length, lookups: await this.lookups.count(appId) };
  }

  /** @throws {StoreError} `busy` while one of the batches is running; everything else is deleted nevertheless */
  async removeAll(appId: string): Promise<void> {
    const ids = await this.batches.idsOf(appId);
    await this.lookups.clear(appId);
    await this.batches.removeForAccount(appId).finally(async () => {
      const left = new Set(await this.batches.idsOf(appId));
      for (const id of ids) if (!left.has(id)) await this.panels.forget(id);
    });
  }

  /** @throws {StoreError} `busy` while it is running */
  async removeBatch(id: string): Promise<void> {
    await this.batches.remove(id);
    await this.panels.forget(id);
  }
}
