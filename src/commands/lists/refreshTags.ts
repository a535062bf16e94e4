import { l10n } from 'vscode';

import { type TagListing } from '../../accounts';
import { type AccountPicker } from '../../ui/asking/pickAccount';
import { withProgress } from '../../ui/asking/progress';
import { type Handler } from '../command';

/** `wechatOpenid.refreshTags`: reads an account's tags and their counts again. A node's only. */
export function refreshTags(pick: AccountPicker, tags: TagListing): Handler {
  return async argument => {
    const { appId, name } = await pick(argument, l10n.t('Refresh the tags of which account?'));
    tags.forget(appId);
    await withProgress(l10n.t('Reading the tags of {0}', name), () => tags.of(appId), { quiet: true });
  };
}
