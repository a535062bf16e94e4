import { isWeChatFault } from '../../wechat';
import { type Batch } from '../batch';
import { BatchStopped } from './batchStopped';
import { type Outcome } from '../outcome';

/** Isolating an openid of another account costs two calls instead of a hundredth of one. */
const enough = 300;

/**
 * Watches a new batch for a list of another account: WeChat refuses its openids one by one and knows none. The
 * batch that is resumed after that goes on, since the user wants it so.
 */
export function wrongAccountBrake(batch: Batch): (outcomes: readonly Outcome[]) => void {
  const isNew = batch.counts.pending === batch.openids.length;
  return outcomes => {
    const { invalid, pending } = batch.counts;
    const last = outcomes.at(-1);
    if (!isNew || invalid < enough || pending === 0 || last?.kind !== 'invalid') return;
    if (invalid + pending === batch.openids.length) throw new BatchStopped(last.fault);
  };
}

/** Whether its run was stopped because its openids are another account's: 40003 of one openid stops no run. */
export function isOfWrongAccount({ stoppedBy }: Partial<Pick<Batch, 'stoppedBy'>>): boolean {
  return stoppedBy !== undefined && isWeChatFault(stoppedBy) && stoppedBy.errcode === 40003;
}
