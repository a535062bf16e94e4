import { l10n, type MessageItem, window } from 'vscode';

import { type AccountRegistry, type Clients, type LookupHistory } from '../accounts';
import { type BatchStore } from '../batch';
import { type AccountPicker } from '../ui/pickAccount';
import { storeLabel } from '../ui/storeLabel';
import { type Handler } from './command';

/** `wechatOpenid.removeAccount`: the secret goes for good; what was fetched stays unless the user says otherwise. */
export function removeAccount(
  pick: AccountPicker,
  registry: AccountRegistry,
  clients: Clients,
  lookups: LookupHistory,
  batches: BatchStore,
): Handler {
  return async argument => {
    const account = await pick(argument, l10n.t('Remove which account?'));
    const batchCount = (await batches.list()).filter(({ appId }) => appId === account.appId).length;
    const lookupCount = await lookups.count(account.appId);
    const remove: MessageItem = {
      title: batchCount + lookupCount > 0 ? l10n.t('Remove, Keep History') : l10n.t('Remove'),
    };
    const removeAll: MessageItem = { title: l10n.t('Remove with History') };
    const choice = await window.showWarningMessage(
      l10n.t('Remove {0} ({1})?', account.name, account.appId),
      {
        modal: true,
        detail: [
          l10n.t(
            'Its AppSecret is deleted from: {0}. This cannot be undone.',
            storeLabel(account.secretStore),
          ),
          batchCount + lookupCount > 0 &&
            l10n.t(
              'Its history has batches: {0}, recent lookups: {1}. Kept, it comes back when the AppID is added again.',
              batchCount,
              lookupCount,
            ),
        ]
          .filter(Boolean)
          .join('\n\n'),
      },
      remove,
      ...(batchCount + lookupCount > 0 ? [removeAll] : []),
    );
    if (!choice) return;
    await registry.remove(account);
    clients.forget(account.appId);
    if (choice === removeAll) {
      await batches.removeForAccount(account.appId);
      await lookups.clear(account.appId);
    }
  };
}
