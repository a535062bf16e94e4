import { l10n } from 'vscode';

import { type BatchStore } from '../../batch';
import { type BatchJob } from '../../jobs/batches/batchJob';
import { Hint, Problem } from '../../ui/problems/problem';
import { isQuiet } from '../arguments';
import { type Handler } from '../command';
import { type BatchPicker } from './pickBatch';

/** `wechatOpenid.cancelBatch`: a run of this window; everything received is kept. */
export function cancelBatch(pick: BatchPicker, store: BatchStore, job: BatchJob): Handler {
  return async argument => {
    const id = await pick(argument, {
      placeHolder: l10n.t('Cancel which batch?'),
      none: l10n.t('No batch is running.'),
      fits: ({ state }) => state === 'running',
    });
    if (job.cancel(id)) return;
    // It may have ended just now; else it is a run of another window.
    const batch = (await store.list()).find(entry => entry.id === id);
    if (!batch && isQuiet(argument))
      throw new Problem(l10n.t('This batch is no longer kept.'), [], 'unknownBatch');
    if (batch?.state === 'running')
      throw new Hint(l10n.t('This batch runs in another window. Cancel it there.'));
  };
}
