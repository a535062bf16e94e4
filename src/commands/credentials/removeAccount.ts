import { l10n, type MessageItem, window } from 'vscode';

import {
  type Account,
  type AccountRegistry,
  type Clients,
  keptSecretsOf,
  type SecretLeft,
} from '../../accounts';
import { type HistoryRemoval } from '../../jobs/history/historyRemoval';
import { furtherText } from '../../jobs/history/furtherText';
import { keychainService } from '../../manifest';
import { type AccountPicker } from '../../ui/asking/pickAccount';
import { storeLabel } from '../../ui/texts/storeLabel';
import { type Handler } from '../command';

/** `wechatOpenid.removeAccount`: the secret goes for good; what was fetched stays unless the user says otherwise. */
export function removeAccount(
  pick: AccountPicker,
  registry: AccountRegistry,
  clients: Clients,
  history: HistoryRemoval,
): Handler {
  return async argument => {
    const account = await pick(argument, l10n.t('Remove which account?'));
    const size = await history.sizeOf(account.appId);
    const { batches, lookups, lists, taggings, imports } = size;
    const hasHistory = batches + lookups + lists + taggings + imports > 0;
    const remove: MessageItem = { title: hasHistory ? l10n.t('Remove, Keep History') : l10n.t('Remove') };
    const removeAll: MessageItem = { title: l10n.t('Remove with History') };
    const secretGoes = whatGoes(account);
    const historyStays = l10n.t(
      'Its history has batches: {0}, recent lookups: {1}, follower lists: {2}. If kept, it comes back when the AppID is added again.',
      batches,
      lookups,
      lists,
    );
    const whatStays = historyStays + furtherText(size);
    const choice = await window.showWarningMessage(
      l10n.t('Remove {0} ({1})?', account.name, account.appId),
      { modal: true, detail: hasHistory ? `${secretGoes}\n\n${whatStays}` : secretGoes },
      ...(hasHistory ? [remove, removeAll] : [remove]),
    );
    if (!choice) return;
    const left = await registry.remove(account);
    clients.forget(account.appId);
    // Said first: a history that is in use ends in a message of its own.
    tellOf(left, account);
    await (choice === removeAll ? history.removeAll(account.appId) : history.forgetPeople());
  };
}

function tellOf(left: readonly SecretLeft[], { name }: Account): void {
  const [first] = left;
  if (!first) return;
  void window.showWarningMessage(
    l10n.t(
      '{0} is removed, but its secret may remain in: {1} (service {2}, account {3}). It is deleted as soon as that store answers again, or delete it there.',
      name,
      storeLabel(first.store),
      keychainService,
      left.map(({ key }) => key).join(', '),
    ),
  );
}

function whatGoes(account: Account): string {
  const [kept, another] = keptSecretsOf(account);
  if (!kept) return l10n.t('This cannot be undone.');
  const store = storeLabel(kept.secretStore);
  return account.credential.kind === 'appSecret' && !another
    ? l10n.t('Its AppSecret is deleted from: {0}. This cannot be undone.', store)
    : l10n.t('Its secrets are deleted from: {0}. This cannot be undone.', store);
}
