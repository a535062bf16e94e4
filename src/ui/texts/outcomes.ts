import { l10n, ThemeColor, ThemeIcon } from 'vscode';

import { noCounts, type OutcomeCounts, type OutcomeKind, outcomeKinds } from '../../batch';
import { outcomeLabel } from '../../protocol/labels';
import { countText } from './formats';

export function outcomeIcon(kind: OutcomeKind): ThemeIcon {
  switch (kind) {
    case 'following':
      return new ThemeIcon('pass', new ThemeColor('testing.iconPassed'));
    case 'notFollowing':
      return new ThemeIcon('circle-slash');
    case 'invalid':
      return new ThemeIcon('error', new ThemeColor('list.errorForeground'));
    case 'notReturned':
      return new ThemeIcon('question');
    case 'failed':
      return new ThemeIcon('warning', new ThemeColor('list.warningForeground'));
    case 'pending':
      return new ThemeIcon('clock');
  }
}

/**
 * "247 following, 3 invalid": the outcomes that occurred, in their fixed order, and how many of them WeChat is to be
 * asked for again.
 */
export function countsSentence(counts: OutcomeCounts, toAskAgain: OutcomeCounts = noCounts): string {
  const again = outcomeKinds.reduce((sum, kind) => sum + toAskAgain[kind], 0);
  const occurred = outcomeKinds
    .filter(kind => counts[kind] > 0)
    .map(kind =>
      l10n.t({
        message: '{0} {1}',
        args: [countText(counts[kind]), outcomeLabel(kind).toLocaleLowerCase()],
        comment: '{0} is a number, {1} an outcome in small letters: 247 following',
      }),
    );
  return [...occurred, ...(again > 0 ? [l10n.t('{0} to be asked again', countText(again))] : [])].join(
    l10n.t({ message: ', ', comment: 'Between the items of an enumeration' }),
  );
}
