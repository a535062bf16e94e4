import { env } from 'vscode';

import { type TagNames } from '../../accounts';
import { type Batch, exportRecord, type ExportRecord, noCounts, type OutcomeCounts } from '../../batch';
import { type ProfileColumn, type Value, valueOf } from '../../enriching';
import { displayLanguage } from '../../wechat';
import { failureReason } from '../batches/failureReason';

/** What the batches of one list know of its people, as of now. */
export class FetchedPeople {
  constructor(
    /** Distinct. */
    private readonly openids: readonly string[],
    private readonly batches: readonly Batch[],
  ) {}

  get size(): number {
    return this.openids.length;
  }

  /** They add up to the number of openids: who is in no batch, since no account was known, is pending. */
  get counts(): OutcomeCounts {
    const counts = { ...noCounts };
    let inBatches = 0;
    for (const batch of this.batches) {
      inBatches += batch.openids.length;
      for (const [kind, count] of Object.entries(batch.counts)) counts[kind as keyof OutcomeCounts] += count;
    }
    counts.pending += Math.max(0, this.size - inBatches);
    return counts;
  }

  /** Why those failed that did, in words for people. */
  get failureReason(): string | undefined {
    return failureReason(this.batches);
  }

  /** The values of the columns by openid; undefined for one that is not of the list. */
  async values(
    columns: readonly ProfileColumn[],
    tagNames: Pick<TagNames, 'of'>,
  ): Promise<(openid: string) => readonly Value[]> {
    const language = displayLanguage(env.language);
    const utcOffset = -new Date().getTimezoneOffset();
    const known: ((openid: string) => ExportRecord | undefined)[] = [];
    for (const batch of this.batches) {
      const names = columns.includes('tags') ? await tagNames.of(batch.appId) : undefined;
      const options = { language, utcOffset, ...(names && { tagNames: names }) };
      known.push(openid => {
        const index = batch.indexOf(openid);
        const outcome = index === undefined ? undefined : batch.outcomeAt(index);
        if (index === undefined || !outcome) return undefined;
        const isToAskAgain = batch.isToAskAgain(index);
        return exportRecord({ outcome, answeredAt: batch.answeredAt(index), isToAskAgain }, options);
      });
    }
    return openid => {
      let record: ExportRecord = { openid, outcome: 'pending' };
      for (const of of known) record = of(openid) ?? record;
      return columns.map(column => valueOf(column, record));
    };
  }
}
