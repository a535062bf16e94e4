import { l10n } from 'vscode';

import { type Browse } from '../../jobs/lists/browse';
import { type AccountPicker } from '../../ui/asking/pickAccount';
import { type Handler } from '../command';

/** `wechatOpenid.browseBlacklist`: an account or its blacklist's node, `{ appId? }`, or asks. */
export function browseBlacklist(pick: AccountPicker, browse: Pick<Browse, 'run'>): Handler {
  return async argument => {
    const account = await pick(argument, l10n.t('Browse the blacklist of which account?'));
    return browse.run(account, { kind: 'blacklist' });
  };
}
