import { env, l10n } from 'vscode';

import { type FollowerList, type ListKind } from '../../lists';
import { countText } from './formats';
import { tamed } from './tamed';

/** Which list of an account it is. */
export function listKindText(list: ListKind): string {
  switch (list.kind) {
    case 'followers':
      return l10n.t('Followers');
    case 'tag':
      return l10n.t('Tag {0}', tamed(list.name));
    case 'blacklist':
      return l10n.t('Blacklist');
  }
}

/** A moment in few characters: of this year as a rule. */
export function momentText(moment: number, precision: 'minutes' | 'seconds' = 'minutes'): string {
  const isOfThisYear = new Date(moment).getFullYear() === new Date().getFullYear();
  return new Intl.DateTimeFormat(env.language, {
    ...(!isOfThisYear && { year: 'numeric' }),
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    ...(precision === 'seconds' && { second: '2-digit' }),
    hourCycle: 'h23',
  }).format(moment);
}

/** A kept list, told apart from the others of its account. */
export function listTitle({ list, startedAt }: Pick<FollowerList, 'list' | 'startedAt'>): string {
  return l10n.t({
    message: '{0}, {1}',
    args: [listKindText(list), momentText(startedAt, 'seconds')],
    comment: 'Which list, and when it was walked: Followers, Nov 28, 14:50:00',
  });
}

/** How many there are in it, and whether WeChat counted others when the walk began. */
export function foundText({ found, total }: Pick<FollowerList, 'found' | 'total'>): string {
  return total === undefined || total === found
    ? l10n.t('{0} found', countText(found))
    : l10n.t('{0} found now, {1} counted then', countText(found), countText(total));
}

/** What a list of the tree and of pickers says of itself. */
export function listStateText(list: FollowerList): string {
  const { found, total } = list;
  if (list.isComplete) return foundText(list);
  if (list.isElsewhere)
    return total === undefined
      ? l10n.t('walking in another window, {0} found so far', countText(found))
      : l10n.t('walking in another window, {0} of {1}', countText(found), countText(total));
  if (list.isWalked)
    return total === undefined
      ? l10n.t('walking, {0} found so far', countText(found))
      : l10n.t('walking, {0} of {1}', countText(found), countText(total));
  return list.stoppedBy
    ? l10n.t('stopped at {0}', countText(found))
    : l10n.t('interrupted at {0}', countText(found));
}

/** Until when it is kept. */
export function keptText({ keptUntil, inMemory, forMigration }: FollowerList): string {
  if (inMemory) return l10n.t('Kept in memory, until this window closes');
  if (forMigration) return l10n.t('Kept for a migration, until it is removed');
  return keptUntil === undefined ? '' : l10n.t('Kept until {0}', momentText(keptUntil));
}

/** What of a list does not count, where there is any. */
export function oddText({ repeated, unreadable }: Pick<FollowerList, 'repeated' | 'unreadable'>): string {
  return [
    repeated > 0 && l10n.t('Listed more than once, counted once: {0}', countText(repeated)),
    unreadable > 0 && l10n.t('Cannot be openids, left out: {0}', countText(unreadable)),
  ]
    .filter(text => text !== false)
    .join(' · ');
}
