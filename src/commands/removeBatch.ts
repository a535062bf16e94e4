import { l10n, window } from 'vscode';

import { type BatchStore } from '../batch';
import { type HistoryRemoval } from '../jobs/historyRemoval';
import { type Handler } from './command';
import { type BatchPicker } from './pickBatch';

/** `wechatOpenid.removeBatch`: asks first, since a batch cannot be had back without calling WeChat again. */
export function removeBatch(pick: BatchPicker, store: BatchStore, history: HistoryRemoval): Handler {
  return async argument => {
    const id = await pick(argument, { placeHolder: l10n.t('Remove which batch?') });
    const batch = (await store.list()).find(entry => entry.id === id);
    if (!batch) return;
    const remove = l10n.t('Remove');
    const choice = await window.showWarningMessage(
      l10n.t('Remove the batch "{0}"?', batch.source),
      {
        modal: true,
        detail: l10n.t('Its profiles are deleted from this machine. Export it first to keep them.'),
      },
      remove,
    );
    if (choice === remove) await history.removeBatch(id);
  };
}
