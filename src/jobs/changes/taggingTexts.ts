import { env, l10n } from 'vscode';

import { type TagAction, type TagCounts, type TagOutcome, type TagRun } from '../../changes';
import { plainText } from '../../ui/texts/plainText';
import { countText, timeText } from '../../ui/texts/formats';
import { timeAgo } from '../../ui/texts/timeAgo';
import { codeAndCause, displayLanguage, explainError, isWeChatFault } from '../../wechat';

/** Of a call that is about tags, WeChat says no more by it. */
const notAFollower = 40003;

/** In which order outcomes are listed: what somebody has to look at comes first. */
export const outcomeOrder = [
  'refused',
  'full',
  'notTried',
  'done',
  'already',
] as const satisfies readonly (keyof TagCounts)[];

/** What a run does, as a title. */
export function runTitle({ action, head }: TagRun): string {
  const name = plainText(head.tagName);
  return action === 'tag' ? l10n.t('Tag People with {0}', name) : l10n.t('Remove {0} from People', name);
}

export function outcomeText(kind: TagOutcome['kind'], action: TagAction): string {
  switch (kind) {
    case 'done':
      return action === 'tag' ? l10n.t('Tagged') : l10n.t('Tag removed');
    case 'already':
      return action === 'tag' ? l10n.t('Already tagged') : l10n.t('Did not have it');
    case 'full':
      return l10n.t('20 tags already');
    case 'refused':
      return l10n.t('Refused');
    case 'notTried':
      return l10n.t('Not tried');
  }
}

/** Why, or as of when. */
export function reasonText(outcome: TagOutcome): string {
  switch (outcome.kind) {
    case 'done':
      return timeText(outcome.at);
    case 'already':
      return l10n.t('profile of {0}; not sent', timeAgo(outcome.knownAt));
    case 'full':
      return l10n.t('profile of {0}; not sent', timeAgo(outcome.knownAt));
    case 'refused': {
      if (isWeChatFault(outcome.fault) && outcome.fault.errcode === notAFollower)
        return `${notAFollower} · ${l10n.t('Not a follower of this account.')}`;
      return codeAndCause(explainError(outcome.fault, displayLanguage(env.language)));
    }
    case 'notTried':
      return '';
  }
}

/** "Tagged: 108 · Refused: 2", of those that there are. */
export function countsText({ counts, action }: TagRun): string {
  return [...outcomeOrder]
    .reverse()
    .filter(kind => counts[kind] > 0)
    .map(kind => l10n.t('{0}: {1}', outcomeText(kind, action), countText(counts[kind])))
    .join(' · ');
}
