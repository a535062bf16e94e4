import { l10n, window } from 'vscode';

import { type ActiveAccount } from '../../accounts';
import { type AccountPicker } from '../../ui/asking/pickAccount';
import { isQuiet } from '../arguments';
import { type Handler } from '../command';

/** `wechatOpenid.setActiveAccount`: an AppID, an account node, or asks. */
export function setActiveAccount(pick: AccountPicker, active: ActiveAccount): Handler {
  return async argument => {
    const target = typeof argument === 'string' ? { appId: argument } : argument;
    const account = await pick(target, l10n.t('Which account should be tried first in this workspace?'));
    await active.set(account);
    if (!isQuiet(argument)) window.setStatusBarMessage(l10n.t('Active account: {0}', account.name), 3000);
  };
}
