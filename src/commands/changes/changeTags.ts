import { l10n } from 'vscode';

import { type Account, type LearnedPrefixes } from '../../accounts';
import { type TagAction } from '../../changes';
import { type KnownPeople, type KnownPersons } from '../../jobs/changes/knownPeople';
import { askForPeople, type ChosenPeople } from '../../jobs/changes/peopleChoice';
import { type TagBook } from '../../jobs/changes/tagBook';
import { pickTag, tagOfId } from '../../jobs/changes/tagChoice';
import { type TagJob } from '../../jobs/changes/tagJob';
import { type AccountChoice } from '../../jobs/accounts/accountChoice';
import { type KeptPeople } from '../../jobs/lists/keptPeople';
import { cleanOpenid } from '../../openids';
import { Hint, Problem } from '../../ui/problems/problem';
import { countText } from '../../ui/texts/formats';
import { isCall, targetOf, targetsOf } from '../arguments';
import { type Handler } from '../command';

interface ChangeTagsParts {
  readonly choice: Pick<AccountChoice, 'for'>;
  readonly prefixes: Pick<LearnedPrefixes, 'looksLikeUnionid'>;
  readonly kept: KeptPeople;
  readonly known: KnownPeople;
  readonly book: TagBook;
  readonly job: TagJob;
}

/** `wechatOpenid.tagPeople` and `wechatOpenid.untagPeople`. */
export function changeTags(action: TagAction, parts: ChangeTagsParts): Handler {
  const { choice, prefixes, kept, known, book, job } = parts;
  return async (argument, selected) => {
    const { tagId } = targetOf(argument);
    const isOfCall = isCall(argument);
    const title = action === 'tag' ? l10n.t('Tag People') : l10n.t('Remove Tag from People');
    const { openids, appId } = await peopleOf(argument, selected, title, kept);
    const [first] = openids;
    if (first === undefined) throw new Problem(l10n.t('There is no openid in this list.'), [], 'noOpenid');
    // A node of a tag names the account, and a paste may be of anything all the same.
    if (await prefixes.looksLikeUnionid(first)) throw unionids();
    const { account } = await choice.for(first, { appId });
    const people = action === 'untag' ? await known.of(account.appId, openids) : undefined;
    const carried = people && people.size === openids.length ? tagsOf(people) : undefined;
    const tag =
      tagId === undefined
        ? await pickTag(account, book, {
            placeHolder: whichTag(action, openids.length, account),
            mayCreate: action === 'tag',
            isOfCall,
            ...(carried && { carried }),
          })
        : await tagOfId(account, book, tagId);
    await job.start({ account, action, tag, openids, known: people, isOfCall });
  };
}

/** Of nodes, all that are selected together; else what the argument names; else whom the user chooses. */
async function peopleOf(
  argument: unknown,
  selected: unknown,
  title: string,
  kept: KeptPeople,
): Promise<ChosenPeople> {
  const groups: ChosenPeople[] = [];
  for (const { openids, openid, listId, batchId, appId } of targetsOf(argument, selected)) {
    if (openids) groups.push({ openids: distinct(openids), appId });
    else if (openid !== undefined) groups.push({ openids: distinct([openid]), appId });
    else if (listId !== undefined) groups.push(await kept.ofList(listId));
    else if (batchId !== undefined) groups.push(await kept.ofBatch(batchId, 'followers'));
  }
  const [first, ...others] = groups;
  if (!first) return askForPeople(title, kept, targetOf(argument).appId);
  if (others.length === 0) return first;
  if (others.some(({ appId }) => appId !== first.appId))
    throw new Hint(l10n.t('The selected people are of several accounts. Select those of one.'));
  const all = new Set(groups.flatMap(({ openids }) => openids));
  return { openids: [...all], appId: first.appId };
}

function distinct(openids: readonly string[]): string[] {
  const clean = openids.map(openid => cleanOpenid(openid).openid);
  return [...new Set(clean)].filter(openid => openid !== '');
}

/** How many of them carry each tag. @throws a hint where nobody carries any */
function tagsOf(people: KnownPersons): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const { tagIds } of people.values())
    for (const id of tagIds) counts.set(id, (counts.get(id) ?? 0) + 1);
  if (counts.size === 0)
    throw new Hint(l10n.t('According to the profiles kept here, none of them has a tag.'));
  return counts;
}

function unionids(): Problem {
  return new Problem(
    l10n.t(
      'This looks like a list of unionids: earlier unionids begin the same way. WeChat tags people by openid.',
    ),
    [],
    'invalidOpenids',
  );
}

function whichTag(action: TagAction, people: number, { name }: Account): string {
  const count = countText(people);
  if (action === 'tag')
    return people === 1
      ? l10n.t('Tag 1 person of {0} with which tag?', name)
      : l10n.t('Tag {0} people of {1} with which tag?', count, name);
  return people === 1
    ? l10n.t('Remove which tag from 1 person of {0}?', name)
    : l10n.t('Remove which tag from {0} people of {1}?', count, name);
}
