import { l10n, ThemeColor, ThemeIcon } from 'vscode';

import { type OutcomeCounts, type OutcomeKind, outcomeKinds } from '../batch';
import { countText } from './formats';

export function outcomeLabel(kind: OutcomeKind): string {
  switch (kind) {
    case 'following':
      return l10n.t('Following');
    case 'notFollowing':
      return l10n.t('Not following');
    case 'invalid':
      return l10n.t('Invalid');
    case 'notReturned':
      return l10n.t('Not returned');
    case 'failed':
      return l10n.t('Failed');
    case 'pending':
      return l10n.t('Pending');
  }
}

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

/** "247 following, 3 invalid": the outcomes that occurred, in their fixed order. */
export function countsSentence(counts: OutcomeCounts): string {
  return outcomeKinds
    .filter(kind => counts[kind] > 0)
    .map(kind => `${countText(counts[kind])} ${outcomeLabel(kind).toLocaleLowerCase()}`)
    .join(l10n.t({ message: ', ', comment: 'Between the items of an enumeration' }));
}
