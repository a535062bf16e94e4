import * as l10n from '@vscode/l10n';
import { type ColumnId, type Overview } from './views/batchView';
import { type OutcomeKind } from './views/profileView';

/**
 * What things are called, in pages, tree, copies and messages alike. `@vscode/l10n` is told the texts by whoever
 * starts: the extension when it is activated, a page by its first message.
 */
export function outcomeLabel(outcome: OutcomeKind): string {
  switch (outcome) {
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

/** An outcome in words, with the mark of one that WeChat is to be asked for again. */
export function outcomeText(outcome: OutcomeKind, toAskAgain: boolean): string {
  const label = outcomeLabel(outcome);
  return toAskAgain ? l10n.t('{0}, to be asked again', label) : label;
}

export function stateLabel(state: Overview['state']): string {
  switch (state) {
    case 'running':
      return l10n.t('Running');
    case 'done':
      return l10n.t('Done');
    case 'cancelled':
      return l10n.t('Cancelled');
    case 'stopped':
      return l10n.t('Stopped');
    case 'interrupted':
      return l10n.t('Interrupted');
  }
}

export function columnLabel(column: ColumnId): string {
  switch (column) {
    case 'place':
      return '#';
    case 'outcome':
      return l10n.t('Outcome');
    case 'openid':
      return l10n.t('OpenID');
    case 'scene':
      return l10n.t('Scene');
    case 'followedAt':
      return l10n.t('Followed');
    case 'tags':
      return l10n.t('Tags');
    case 'remark':
      return l10n.t('Remark');
    case 'unionid':
      return l10n.t('UnionID');
    case 'qrScene':
      return l10n.t('QR Scene');
    case 'fetchedAt':
      return l10n.t('Fetched');
  }
}

/** A tag without a name: those of WeChat's own and of removed tags are numbers only. */
export function tagLabel(id: string): string {
  return l10n.t('Tag {0}', id);
}
