import { l10n, window } from 'vscode';

import { type LookupHistory } from '../accounts';
import { type BatchStore } from '../batch';
import { type AccountPicker } from '../ui/pickAccount';
import { type Handler } from './command';

/** `wechatOpenid.clearHistory`: recent lookups and batches of one account; the account itself stays. */
export function clearHistory(pick: AccountPicker, lookups: LookupHistory, batches: BatchStore): Handler {
  return async argument => {
    const { appId, name } = await pick(argument, l10n.t('Clear the history of which account?'));
    const batchCount = (await batches.list()).filter(batch => batch.appId === appId).length;
    const lookupCount = await lookups.count(appId);
    const clear = l10n.t('Clear');
    const choice = await window.showWarningMessage(
      l10n.t('Clear the history of {0}?', name),
      {
        modal: true,
        detail: l10n.t(
          'Batches: {0}, recent lookups: {1}. They are deleted from this machine; this cannot be undone.',
          batchCount,
          lookupCount,
        ),
      },
      clear,
    );
    if (choice !== clear) return;
    await batches.removeForAccount(appId);
    await lookups.clear(appId);
  };
}
