import { type AccountRegistry, type Lookup, type LookupHistory, type NewestAnswers } from '../../accounts';
import { type Batch, type BatchStore, noAccount } from '../../batch';
import { type Problems } from '../../ui/problems/problems';
import { registeredAccount } from '../accounts/registeredAccount';
import { type LookupJob } from './lookupJob';

/** What names a kept profile: a recent lookup, or a person in a batch. */
export interface ProfileTarget {
  readonly lookupId?: string | undefined;
  readonly batchId?: string | undefined;
  readonly openid?: string | undefined;
}

/** A kept answer; without a time where nobody noted when it came. */
export type KeptProfile = Omit<Lookup, 'fetchedAt'> & {
  readonly fetchedAt?: number | undefined;
  /** Where that is unknown: when its batch was started, in milliseconds since 1970. */
  readonly notBefore?: number | undefined;
  readonly toAskAgain?: boolean;
  /** What a batch is called that knows more than the lookup. */
  readonly batchName?: string;
};

const rowPattern = /^([\w-]+)#(\d+)$/;

/**
 * Every profile that was fetched before, by an id that holds no openid: recent lookups by their own, people of a
 * batch by the batch's and their row. What profile panels show, find again after a reload, and refresh.
 */
export class Profiles {
  constructor(
    private readonly lookups: LookupHistory,
    private readonly batches: BatchStore,
    private readonly answers: Pick<NewestAnswers, 'since'>,
    private readonly registry: AccountRegistry,
    private readonly job: LookupJob,
    private readonly problems: Problems,
  ) {}

  onDidChange(listener: (lookup: Lookup | undefined) => void): { dispose(): void } {
    return this.lookups.onDidChange(listener);
  }

  /** Undefined where it is no longer kept. */
  async open(id: string): Promise<KeptProfile | undefined> {
    const [, batchId, row] = rowPattern.exec(id) ?? [];
    if (batchId === undefined) return this.lookup(id);
    return this.row(batchId, () => Number(row));
  }

  async find({ lookupId, batchId, openid }: ProfileTarget): Promise<KeptProfile | undefined> {
    if (lookupId !== undefined) return this.lookup(lookupId);
    if (batchId === undefined || openid === undefined) return undefined;
    return this.row(batchId, batch => batch.indexOf(openid));
  }

  /**
   * Asks WeChat again; the answer becomes a recent lookup, and, where it was asked for from a row of a batch, that row's.
   * Failures are shown here.
   */
  async refresh(id: string, signal: AbortSignal): Promise<KeptProfile | undefined> {
    try {
      const kept = await this.open(id);
      if (!kept) return undefined;
      const account = await registeredAccount(this.registry, kept.appId);
      const lookup = await this.job.run(account, kept.outcome.openid, { signal });
      const [, batchId] = rowPattern.exec(id) ?? [];
      const batch = batchId === undefined ? undefined : await this.batches.open(batchId);
      if (!batch || batch.appId === noAccount) return lookup;
      await this.batches.amend(batch, lookup.outcome, lookup.fetchedAt);
      return await this.open(id);
    } catch (error) {
      void this.problems.show(error);
      return undefined;
    }
  }

  /** As a batch knows the person, where it has asked later. */
  private async lookup(id: string): Promise<KeptProfile | undefined> {
    const lookup = await this.lookups.open(id);
    const known = lookup && this.answers.since(lookup);
    if (!lookup || known?.source.kind !== 'batch') return lookup;
    const { outcome, at, notBefore, source } = known;
    return {
      ...{ id, appId: lookup.appId, accountName: lookup.accountName, outcome },
      ...(at === undefined ? { notBefore } : { fetchedAt: at }),
      batchName: source.name,
    };
  }

  private async row(
    batchId: string,
    rowIn: (batch: Batch) => number | undefined,
  ): Promise<KeptProfile | undefined> {
    const batch = await this.batches.open(batchId);
    const row = batch && rowIn(batch);
    const outcome = row === undefined ? undefined : batch?.outcomeAt(row);
    if (!batch || row === undefined || !outcome) return undefined;
    const { appId, accountName } = batch;
    const fetchedAt = batch.answeredAt(row);
    return {
      ...{ id: `${batchId}#${row}`, appId, accountName, outcome, fetchedAt },
      ...(fetchedAt === undefined && { notBefore: batch.startedAt }),
      ...(batch.isToAskAgain(row) && { toAskAgain: true }),
    };
  }
}
