import { l10n } from 'vscode';

import { type BatchJob } from '../jobs/batchJob';
import { type Handler } from './command';
import { type BatchPicker } from './pickBatch';

/** `wechatOpenid.cancelBatch`: a run of this window; everything received is kept. */
export function cancelBatch(pick: BatchPicker, job: BatchJob): Handler {
  return async argument =>
    job.cancel(
      await pick(argument, {
        placeHolder: l10n.t('Cancel which batch?'),
        none: l10n.t('No batch is running.'),
        fits: ({ state }) => state === 'running',
      }),
    );
}
