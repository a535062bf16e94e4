import { l10n } from 'vscode';

import { type Account } from '../accounts';
import { registeredAccount } from '../jobs/accounts/registeredAccount';
import { type AccountPicker, type KnownAccounts, pickAccount } from '../ui/asking/pickAccount';
import { CallRefused } from '../ui/problems/problem';
import { targetOf } from './arguments';

/** The account that a command's argument names, the only one, or the one that the user picks. */
export function accountPicker(
  known: KnownAccounts,
  accepts: (account: Account) => boolean = () => true,
): AccountPicker {
  return async (argument, placeHolder) => {
    const { appId, show } = targetOf(argument);
    if (appId !== undefined) return registeredAccount(known.registry, appId);
    if (show === false && (await known.registry.all()).filter(accepts).length > 1)
      throw new CallRefused(
        'ambiguousAccount',
        l10n.t('With "show": false nothing is asked: name an account in "appId".'),
      );
    return pickAccount(known, placeHolder, accepts);
  };
}
