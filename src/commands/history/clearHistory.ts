import { l10n, window } from 'vscode';

import { type HistoryRemoval } from '../../jobs/history/historyRemoval';
import { furtherText } from '../../jobs/history/furtherText';
import { countText } from '../../ui/texts/formats';
import { type AccountPicker } from '../../ui/asking/pickAccount';
import { type Handler } from '../command';

/** So many names of files fit into a question. */
const named = 5;

/**
 * `wechatOpenid.clearHistory`: recent lookups, batches, follower lists and imports of one account; the account itself
 * stays. Damaged batches of which nobody can say whose they are go only where they are picked.
 */
export function clearHistory(pick: AccountPicker, history: HistoryRemoval): Handler {
  return async argument => {
    const { appId, name } = await pick(argument, l10n.t('Clear the history of which account?'));
    const size = await history.sizeOf(appId);
    const { batches, lookups, lists, nobodys } = size;
    const clear = l10n.t('Clear');
    const clearBoth = l10n.t('Clear, with the Damaged');
    const detail = l10n.t(
      'Batches: {0}, recent lookups: {1}, follower lists: {2}. They will be deleted from this machine; this cannot be undone.',
      countText(batches),
      countText(lookups),
      countText(lists),
    );
    const further = furtherText(size);
    const damaged = l10n.t(
      'Damaged batches that name no account: {0} ({1}). They may be of this account or of another, and stay unless you choose otherwise.',
      countText(nobodys.length),
      [...nobodys.slice(0, named), ...(nobodys.length > named ? ['…'] : [])].join(', '),
    );
    const isAsked = nobodys.length > 0;
    const choice = await window.showWarningMessage(
      l10n.t('Clear the history of {0}?', name),
      { modal: true, detail: isAsked ? `${detail}${further}\n\n${damaged}` : detail + further },
      ...(isAsked ? [clear, clearBoth] : [clear]),
    );
    if (choice === clear || choice === clearBoth)
      await history.removeAll(appId, choice === clearBoth ? nobodys : []);
  };
}
