import * as l10n from '@vscode/l10n';
import { type OutcomeKind } from '../../protocol/views/profileView';
import { type IconName } from '../controls/icon';

/** Shapes differ as well as colours, so that nothing is told by colour alone. */
export const outcomeIcons = {
  following: 'pass',
  notFollowing: 'circle-slash',
  invalid: 'error',
  notReturned: 'question',
  failed: 'warning',
  pending: 'clockface',
} as const satisfies Record<OutcomeKind, IconName>;

/** What an outcome means, where its name alone leaves a question. */
export function outcomeMeaning(outcome: OutcomeKind): string | undefined {
  switch (outcome) {
    case 'following':
      return undefined;
    case 'notFollowing':
      return l10n.t(
        'This person does not follow the account now. WeChat gives nothing else about them: they unfollowed, or never followed. WeChat sometimes answers this for real followers; check again.',
      );
    case 'invalid':
      return l10n.t('WeChat does not accept this as an openid of this account.');
    case 'notReturned':
      return l10n.t(
        'WeChat was asked twice, in a batch and singly, and left this openid out of both answers. Retry Failed asks again.',
      );
    case 'failed':
      return l10n.t('There is no usable answer for this openid.');
    case 'pending':
      return l10n.t('This openid was not asked yet. Resume the batch to ask for it.');
  }
}
