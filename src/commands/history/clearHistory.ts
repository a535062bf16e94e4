import { l10n, window } from 'vscode';

import { type HistoryRemoval } from '../../jobs/history/historyRemoval';
import { type AccountPicker } from '../../ui/pickAccount';
import { type Handler } from '../command';

/** `wechatOpenid.clearHistory`: recent lookups and batches of one account; the account itself stays. */
export function clearHistory(pick: AccountPicker, history: HistoryRemoval): Handler {
  return async argument => {
    const { appId, name } = await pick(argument, l10n.t('Clear the history of which account?'));
    const { batches, lookups } = await history.sizeOf(appId);
    const clear = l10n.t('Clear');
    const choice = await window.showWarningMessage(
      l10n.t('Clear the history of {0}?', name),
      {
        modal: true,
        detail: l10n.t(
          'Batches: {0}, recent lookups: {1}. They will be deleted from this machine; this cannot be undone.',
          batches,
          lookups,
        ),
      },
      clear,
    );
    if (choice === clear) await history.removeAll(appId);
  };
}
