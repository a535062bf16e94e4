import { type Lookup, type LookupHistory } from '../../accounts';
import { type Batch, type BatchStore, type Outcome } from '../../batch';
import { type Problems } from '../../ui/problems';
import { type AccountChoice } from '../credentials/accountChoice';
import { type LookupJob } from './lookupJob';

/** What names a kept profile: a recent lookup, or a person in a batch. */
export interface ProfileTarget {
  readonly lookupId?: string | undefined;
  readonly batchId?: string | undefined;
  readonly openid?: string | undefined;
}

const rowPattern = /^([\w-]+)#(\d+)$/;

/**
 * Every profile that was fetched before, by an id that holds no openid: recent lookups by their own, people of a
 * batch by the batch's and their row. What profile panels show, find again after a reload, and refresh.
 */
export class Profiles {
  constructor(
    private readonly lookups: LookupHistory,
    private readonly batches: BatchStore,
    private readonly choice: AccountChoice,
    private readonly job: LookupJob,
    private readonly problems: Problems,
  ) {}

  onDidChange(listener: (lookup: Lookup | undefined) => void): { dispose(): void } {
    return this.lookups.onDidChange(listener);
  }

  /** Undefined where it is no longer kept. */
  async open(id: string): Promise<Lookup | undefined> {
    const [, batchId, row] = rowPattern.exec(id) ?? [];
    if (batchId === undefined) return this.lookups.open(id);
    return this.row(batchId, batch => batch.outcomeAt(Number(row)));
  }

  async find({ lookupId, batchId, openid }: ProfileTarget): Promise<Lookup | undefined> {
    if (lookupId !== undefined) return this.lookups.open(lookupId);
    if (batchId === undefined || openid === undefined) return undefined;
    return this.row(batchId, batch => batch.outcomeAt(batch.indexOf(openid) ?? -1));
  }

  /** Asks WeChat again; the answer becomes a recent lookup. Failures are shown here. */
  async refresh(id: string, signal: AbortSignal): Promise<Lookup | undefined> {
    try {
      const kept = await this.open(id);
      if (!kept) return undefined;
      return await this.job.run(await this.choice.named(kept.appId), kept.outcome.openid, signal);
    } catch (error) {
      void this.problems.show(error);
      return undefined;
    }
  }

  private async row(
    batchId: string,
    outcomeIn: (batch: Batch) => Outcome | undefined,
  ): Promise<Lookup | undefined> {
    const batch = await this.batches.open(batchId);
    const outcome = batch && outcomeIn(batch);
    if (!batch || !outcome) return undefined;
    const { appId, accountName, startedAt } = batch;
    const id = `${batchId}#${batch.indexOf(outcome.openid) ?? 0}`;
    return { id, appId, accountName, outcome, fetchedAt: startedAt };
  }
}
