import { l10n, window } from 'vscode';

import { type Clients } from '../../accounts';
import { type AccountPicker } from '../../ui/asking/pickAccount';
import { withProgress } from '../../ui/asking/progress';
import { Cancelled } from '../../ui/asking/steps';
import { diagnosis } from '../../wechat';
import { type Handler } from '../command';

/** `wechatOpenid.clearApiQuota`: never without a yes to a question that names the limit. */
export function clearApiQuota(pick: AccountPicker, clients: Clients): Handler {
  return async argument => {
    const { appId, name } = await pick(argument, l10n.t('Clear the API quota of which account?'));
    const clear = l10n.t('Clear Quota');
    const choice = await window.showWarningMessage(
      l10n.t('Clear the API quota of {0}?', name),
      {
        modal: true,
        detail: l10n.t(
          "WeChat then counts today's calls of all APIs of this account from zero. It allows this 10 times a month, shared by everyone who uses the account.",
        ),
      },
      clear,
    );
    if (choice !== clear) throw new Cancelled();
    const { clearQuota } = await diagnosis();
    await withProgress(l10n.t('Clearing the API quota of {0}', name), signal =>
      clients.for(appId).ask(clearQuota, appId, { signal }),
    );
    void window.showInformationMessage(
      l10n.t('The API quota of {0} is cleared: calls are counted from zero again.', name),
    );
  };
}
