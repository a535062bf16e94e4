import { isOfWrongAccount } from '../../batch';
import { type Overview } from '../../protocol/batchView';
import { bounds } from '../../protocol/bounds';
import { type DisplayLanguage } from '../../wechat';
import { bounded, problemView } from '../profile/profileView';
import { type ShownBatch } from '../sources';

export function overviewOf(batch: ShownBatch, language: DisplayLanguage): Overview {
  const { stoppedBy, pausedUntil } = batch;
  return {
    appId: batch.appId,
    accountName: bounded(batch.accountName, bounds.cellText),
    source: bounded(batch.source, bounds.cellText),
    startedAt: batch.startedAt,
    state: batch.state,
    durationMs: batch.duration,
    apiCalls: batch.apiCalls,
    total: batch.openids.length,
    counts: batch.counts,
    unsaved: batch.storageFailure !== undefined,
    ...(stoppedBy && { problem: problemView(stoppedBy, language) }),
    isOfWrongAccount: isOfWrongAccount(batch),
    ...(pausedUntil !== undefined && { pausedUntil }),
  };
}
