import { l10n } from 'vscode';

import { countText } from '../../ui/texts/formats';
import { CallRefused } from '../../ui/problems/problem';
import { credentialNeeded } from '../../ui/problems/knownProblem';

/** What a user would have been asked, and other code that wants nothing opened is told instead. */
export function secretNeeded(account: { readonly appId: string }): CallRefused {
  return new CallRefused('secretNeeded', credentialNeeded(account));
}

export function confirmationNeeded(count: number): CallRefused {
  return new CallRefused(
    'confirmationNeeded',
    l10n.t(
      'The user wants to be asked before {0} profiles are fetched (wechatOpenid.confirmAbove). Ask for fewer, or without "show": false.',
      countText(count),
    ),
  );
}
