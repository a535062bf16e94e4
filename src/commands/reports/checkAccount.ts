import { l10n } from 'vscode';

import { type AccountReporter } from '../../jobs/reports/accountReporter';
import { type Panels } from '../../panels';
import { type AccountPicker } from '../../ui/asking/pickAccount';
import { type Problems } from '../../ui/problems/problems';
import { type Handler } from '../command';

/** `wechatOpenid.checkAccount`: everything that an account needs, step by step, on a page of its own. */
export function checkAccount(
  pick: AccountPicker,
  panels: Panels,
  reporterOf: (account: { readonly appId: string; readonly name: string }) => AccountReporter,
  problems: Problems,
): Handler {
  return async argument => {
    const account = await pick(argument, l10n.t('Check which account?'));
    const reports = await panels.reports();
    reports.show(`check ${account.appId}`, reporterOf(account), error => {
      void problems.show(error, account.name);
    });
  };
}
