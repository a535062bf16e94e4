import { l10n } from 'vscode';

import { type Account } from '../../accounts';
import { countText } from '../../ui/texts/formats';
import { CallRefused } from '../../ui/problems/problem';

/** What a user would have been asked, and other code that wants nothing opened is told instead. */
export function secretNeeded({ appId }: Account): CallRefused {
  return new CallRefused(
    'secretNeeded',
    l10n.t('The credential of {0} is not at hand: its user has to enter it first.', appId),
  );
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
