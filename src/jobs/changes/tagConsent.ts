import { l10n } from 'vscode';

import { type Account } from '../../accounts';
import { type TagAction, type TagPlan, type TagRun } from '../../changes';
import { type OutcomeKind } from '../../batch';
import { countText } from '../../ui/texts/formats';
import { plainText } from '../../ui/texts/plainText';
import { timeAgo } from '../../ui/texts/timeAgo';
import { askConsent, type Consent } from './consent';
import { type KnownPerson } from './knownPeople';

/** What a search for one refused person costs on top of a call of 50, about. */
const callsARefusal = 7;

export interface Tagging {
  readonly account: Account;
  readonly action: TagAction;
  readonly tagName: string;
  readonly plan: TagPlan;
  readonly known: ReadonlyMap<string, KnownPerson>;
  readonly isOfCall: boolean;
}

/** Asks before tags are given or taken, with names and numbers. `onlyFollowers`: without those who will be refused. */
export async function askToTag(
  tagging: Tagging,
): Promise<{ readonly consent: Consent; readonly onlyFollowers: boolean }> {
  const { account, action, tagName, plan, isOfCall } = tagging;
  const all = action === 'tag' ? l10n.t('Tag People') : l10n.t('Remove Tag');
  const leavers = plan.send.filter(openid => isLost(tagging.known.get(openid)?.kind)).length;
  const following = plan.send.length - leavers;
  const some = l10n.t('Only the {0} Who Follow', countText(following));
  const consent = await askConsent({
    message: questionText(action, plan.send.length, account.name, tagName, plan.calls),
    detail: detailOf(tagging, leavers),
    choices: leavers > 0 && following > 0 ? [all, some] : [all],
    people: plan.send.length,
    isOfCall,
  });
  return { consent, onlyFollowers: consent.choice === some };
}

/** Asks before a run that was cut off goes on. */
export async function askToResume({ action, head, pending }: TagRun): Promise<Consent> {
  const calls = Math.ceil(pending.length / 50);
  return askConsent({
    message: questionText(action, pending.length, head.accountName, head.tagName, calls),
    detail: l10n.t('Only those who were not tried yet; other results stay.'),
    choices: [action === 'tag' ? l10n.t('Tag People') : l10n.t('Remove Tag')],
    people: pending.length,
  });
}

/** Asks before what a run is known to have changed is taken back. */
export async function askToUndo(run: TagRun): Promise<Consent> {
  const { action, head, undoable, counts } = run;
  const back = action === 'tag' ? 'untag' : 'tag';
  const kept = counts.done - undoable.length + counts.already;
  const others =
    action === 'tag'
      ? l10n.t('Keep the tag, because they had it before or it is not known: {0}.', countText(kept))
      : l10n.t('Stay without the tag, because it is not known whether they had it: {0}.', countText(kept));
  return askConsent({
    message: questionText(
      back,
      undoable.length,
      head.accountName,
      head.tagName,
      Math.ceil(undoable.length / 50),
    ),
    detail: [
      l10n.t('Only people whose earlier profile is kept here are changed back.'),
      ...(kept > 0 ? [others] : []),
    ].join('\n'),
    choices: [l10n.t('Undo')],
    people: undoable.length,
  });
}

/** Somebody of whom WeChat said that they do not follow, or are nobody. */
function isLost(kind: OutcomeKind | undefined): boolean {
  return kind === 'notFollowing' || kind === 'invalid';
}

function questionText(
  action: TagAction,
  people: number,
  account: string,
  tag: string,
  calls: number,
): string {
  const parts = [countText(people), plainText(account), plainText(tag), countText(calls)] as const;
  const [one] = people === 1 ? parts : [];
  if (action === 'tag')
    return one
      ? l10n.t('Tag 1 person of {0} with "{1}"?', parts[1], parts[2])
      : l10n.t('Tag {0} people of {1} with "{2}"? API calls: {3}.', ...parts);
  return one
    ? l10n.t('Remove the tag "{1}" from 1 person of {0}?', parts[1], parts[2])
    : l10n.t('Remove the tag "{2}" from {0} people of {1}? API calls: {3}.', ...parts);
}

function detailOf({ action, plan, known }: Tagging, leavers: number): string {
  const already = plan.people.filter(({ before }) => before?.carries === (action === 'tag'));
  const full = plan.people.length - plan.send.length - already.length;
  const oldest = already.reduce((first, { before }) => Math.min(first, before?.at ?? 0), Infinity);
  const sent = new Set(plan.send);
  const undoable = plan.people.filter(({ openid, before }) => before && sent.has(openid)).length;
  const count = countText(already.length);
  return [
    ...(already.length > 0
      ? [
          action === 'tag'
            ? l10n.t(
                'Already tagged according to profiles kept here, not sent: {0} (oldest profile: {1}).',
                count,
                timeAgo(oldest),
              )
            : l10n.t(
                'Without it according to profiles kept here, not sent: {0} (oldest profile: {1}).',
                count,
                timeAgo(oldest),
              ),
        ]
      : []),
    ...(full > 0
      ? [l10n.t('Not sent, since they have 20 tags already, as many as WeChat allows: {0}.', countText(full))]
      : []),
    ...(leavers > 0
      ? [
          l10n.t(
            'Not following according to profiles kept here: {0}. WeChat refuses them; finding one costs about {1} more calls.',
            countText(leavers),
            countText(callsARefusal),
          ),
        ]
      : []),
    ...(known.size < plan.people.length
      ? [l10n.t('Without a profile kept here: {0}.', countText(plan.people.length - known.size))]
      : []),
    l10n.t('Can be undone for {0} of them.', countText(undoable)),
  ].join('\n');
}
