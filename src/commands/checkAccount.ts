import { l10n, window } from 'vscode';

import { type Clients } from '../accounts';
import { type AccountPicker } from '../ui/pickAccount';
import { type Problems } from '../ui/problems';
import { withProgress } from '../ui/progress';
import { type Handler } from './command';

/** `wechatOpenid.checkAccount`: a token obtained now, and the right to the user APIs. */
export function checkAccount(pick: AccountPicker, clients: Clients, problems: Problems): Handler {
  return async argument => {
    const { appId, name } = await pick(argument, l10n.t('Check which account?'));
    try {
      const { lifeSeconds } = await withProgress(l10n.t('Checking {0} with WeChat', name), signal =>
        clients.for(appId).checkCredentials({ signal }),
      );
      void window.showInformationMessage(
        l10n.t(
          '{0} is fine: WeChat accepts its AppSecret and IP, and the user APIs answer. The access token lives for {1} more minutes.',
          name,
          Math.round(lifeSeconds / 60),
        ),
      );
    } catch (error) {
      void problems.show(error, name);
    }
  };
}
