import { type BatchStore, noAccount, type Outcome } from '../../batch';
import { type Lookup, lookupId, type LookupHistory } from './lookups';

/** Where an answer is kept, and what names it there. */
export type AnswerSource =
  | { readonly kind: 'lookup'; readonly id: string }
  | { readonly kind: 'batch'; readonly id: string; readonly row: number; readonly name: string };

/** An answer of WeChat about a person, as it is kept here. */
export interface KnownAnswer {
  readonly appId: string;
  readonly accountName: string;
  readonly outcome: Outcome;
  /** When WeChat gave it, in Unix milliseconds; undefined where nobody noted it. */
  readonly at?: number | undefined;
  /** When that cannot have been before. */
  readonly notBefore: number;
  readonly source: AnswerSource;
}

/**
 * The newest answer about a person that is at hand without asking anybody: among recent lookups and the batches in the
 * memory of this window. What stands in journals that nobody has opened is not looked for, since a hover waits for it.
 */
export class NewestAnswers {
  constructor(
    private readonly lookups: Pick<LookupHistory, 'open'>,
    private readonly batches: Pick<BatchStore, 'held'>,
  ) {}

  async of(openid: string, appId: string): Promise<KnownAnswer | undefined> {
    return this.ofAny(openid, [appId]);
  }

  /** The newest of these accounts' answers. */
  async ofAny(openid: string, appIds: readonly string[]): Promise<KnownAnswer | undefined> {
    const kept = await Promise.all(appIds.map(appId => this.lookup(openid, appId)));
    const known = [...kept, ...this.inBatches(openid, appIds)].filter(answer => answer !== undefined);
    return known.sort((a, b) => b.notBefore - a.notBefore)[0];
  }

  /** What a batch knows of the person of a lookup, where WeChat gave it later. */
  since({ appId, outcome, fetchedAt }: Lookup): KnownAnswer | undefined {
    return this.inBatches(outcome.openid, [appId])
      .filter(({ notBefore }) => notBefore > fetchedAt)
      .sort((a, b) => b.notBefore - a.notBefore)[0];
  }

  private async lookup(openid: string, appId: string): Promise<KnownAnswer | undefined> {
    // A saved answer's batch has no account.
    const lookup = appId === noAccount ? undefined : await this.lookups.open(lookupId(appId, openid));
    if (!lookup) return undefined;
    const { id, accountName, outcome, fetchedAt } = lookup;
    return {
      appId,
      accountName,
      outcome,
      at: fetchedAt,
      notBefore: fetchedAt,
      source: { kind: 'lookup', id },
    };
  }

  private inBatches(openid: string, appIds: readonly string[]): KnownAnswer[] {
    return this.batches.held().flatMap(batch => {
      const { id, appId, accountName, source: name, startedAt } = batch;
      const row = appIds.includes(appId) ? batch.indexOf(openid) : undefined;
      const outcome = row === undefined ? undefined : batch.outcomeAt(row);
      if (row === undefined || !outcome || outcome.kind === 'pending') return [];
      const at = batch.answeredAt(row);
      // When a saved answer was given nobody knows: any other is believed to be newer.
      const notBefore = at ?? (appId === noAccount ? 0 : startedAt);
      return [
        { appId, accountName, outcome, at, notBefore, source: { kind: 'batch', id, row, name } as const },
      ];
    });
  }
}
