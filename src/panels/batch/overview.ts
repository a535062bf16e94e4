import { type BatchEntry, isOfWrongAccount } from '../../batch';
import { type Overview } from '../../protocol/views/batchView';
import { bounds } from '../../protocol/bounds';
import { type DisplayLanguage } from '../../wechat';
import { bounded, problemView } from '../profile/profileView';
import { type ShownBatch } from '../sources';

export function overviewOf(batch: ShownBatch, language: DisplayLanguage): Overview {
  const { pausedUntil } = batch;
  return {
    ...headOf(batch, language),
    unsaved: batch.storageFailure !== undefined,
    ...(pausedUntil !== undefined && { pausedUntil }),
  };
}

type Head = Omit<BatchEntry, 'id' | 'lang'>;

/** What the beginning and the end of a journal tell, before its rows are read. */
export function headOf(batch: Head, language: DisplayLanguage): Overview {
  const { stoppedBy, counts } = batch;
  return {
    appId: batch.appId,
    accountName: bounded(batch.accountName, bounds.cellText),
    source: bounded(batch.source, bounds.cellText),
    startedAt: batch.startedAt,
    state: batch.state,
    durationMs: batch.duration,
    apiCalls: batch.apiCalls,
    total: Object.values(counts).reduce((sum, count) => sum + count, 0),
    counts,
    toAskAgain: batch.toAskAgain,
    verified: batch.verified,
    shifted: batch.shifted,
    unsaved: false,
    ...(stoppedBy && { problem: problemView(stoppedBy, language) }),
    isOfWrongAccount: isOfWrongAccount(batch),
  };
}
