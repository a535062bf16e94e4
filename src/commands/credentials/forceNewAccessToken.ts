import { l10n, window } from 'vscode';

import { type Clients } from '../../accounts';
import { type AccountPicker } from '../../ui/asking/pickAccount';
import { Hint } from '../../ui/problems/problem';
import { withProgress } from '../../ui/asking/progress';
import { Cancelled } from '../../ui/asking/steps';
import { type Handler } from '../command';

/** `wechatOpenid.forceNewAccessToken`: offered where 40001 survives the refresh; never without a yes. */
export function forceNewAccessToken(pick: AccountPicker, clients: Clients): Handler {
  return async argument => {
    const account = await pick(argument, l10n.t('Force a new access token for which account?'));
    const { appId, name } = account;
    if (account.credential.kind !== 'appSecret') {
      throw new Hint(
        l10n.t(
          'A new access token for {0} cannot be forced from here: that takes its AppSecret. Ask those who keep it.',
          name,
        ),
      );
    }
    const force = l10n.t('Force New Access Token');
    const choice = await window.showWarningMessage(
      l10n.t('Force a new access token for {0}?', name),
      {
        modal: true,
        detail: l10n.t(
          'WeChat refuses the token although it gave it just now. Most likely another program keeps forcing new tokens for this account, or the AppID belongs to another account: look for that first.\n\nForcing ends every stable access token of this account at once, also those that your servers use: they get 40001 until they ask again. WeChat allows it 20 times a day, 30 seconds apart.',
        ),
      },
      force,
    );
    if (choice !== force) throw new Cancelled();
    await withProgress(l10n.t('Asking WeChat for a new access token for {0}', name), signal =>
      clients.for(appId).forceRefresh({ signal }),
    );
    void window.showInformationMessage(
      l10n.t('WeChat gave {0} a new access token. Try the call again.', name),
    );
  };
}
