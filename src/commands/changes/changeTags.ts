import { l10n } from 'vscode';

import { type LearnedPrefixes } from '../../accounts';
import { type BatchStore } from '../../batch';
import { type TagAction } from '../../changes';
import { type KnownPeople } from '../../jobs/changes/knownPeople';
import { askForPeople, type ChosenPeople, followersOf } from '../../jobs/changes/peopleChoice';
import { type TagBook } from '../../jobs/changes/tagBook';
import { pickTag, tagOfId } from '../../jobs/changes/tagChoice';
import { type TagJob } from '../../jobs/changes/tagJob';
import { type AccountChoice } from '../../jobs/credentials/accountChoice';
import { cleanOpenid } from '../../openids';
import { Hint, Problem } from '../../ui/problems/problem';
import { countText } from '../../ui/texts/formats';
import { isCall, targetOf } from '../arguments';
import { type Handler } from '../command';

interface ChangeTagsParts {
  readonly choice: Pick<AccountChoice, 'for'>;
  readonly prefixes: Pick<LearnedPrefixes, 'looksLikeUnionid'>;
  readonly batches: BatchStore;
  readonly known: KnownPeople;
  readonly book: TagBook;
  readonly job: TagJob;
}

/** `wechatOpenid.tagPeople` and `wechatOpenid.untagPeople`. */
export function changeTags(action: TagAction, parts: ChangeTagsParts): Handler {
  const { choice, prefixes, batches, known, book, job } = parts;
  return async (argument, selected) => {
    const { tagId } = targetOf(argument);
    const isOfCall = isCall(argument);
    const title = action === 'tag' ? l10n.t('Tag People') : l10n.t('Remove Tag from People');
    const { openids, appId } = await peopleOf(argument, selected, title, batches);
    const [first] = openids;
    if (first === undefined) throw new Problem(l10n.t('There is no openid in this list.'), [], 'noOpenid');
    if (appId === undefined && (await prefixes.looksLikeUnionid(first))) throw unionids();
    const { account } = await choice.for(first, { appId });
    const carried = action === 'untag' ? await tagsOf(known, account.appId, openids) : undefined;
    const tag =
      tagId === undefined
        ? await pickTag(account, book, {
            placeHolder:
              action === 'tag'
                ? l10n.t('Tag {0} people of {1} with which tag?', countText(openids.length), account.name)
                : l10n.t('Remove which tag from {0} people of {1}?', countText(openids.length), account.name),
            mayCreate: action === 'tag',
            isOfCall,
            ...(carried && { carried }),
          })
        : await tagOfId(account, book, tagId);
    await job.start({ account, action, tag, openids, isOfCall });
  };
}

/** Of nodes, those that are selected together; else what the argument names; else whom the user chooses. */
async function peopleOf(
  argument: unknown,
  selected: unknown,
  title: string,
  batches: BatchStore,
): Promise<ChosenPeople> {
  const { openids, openid, batchId, appId } = targetOf(argument);
  if (openids) return { openids: distinct(openids), appId };
  if (openid !== undefined) {
    const nodes = Array.isArray(selected) ? selected.map(node => targetOf(node)) : [];
    const others = nodes.flatMap(node => (node.appId === appId ? (node.openid ?? []) : []));
    return { openids: distinct([openid, ...others]), appId };
  }
  return batchId === undefined ? askForPeople(title, batches, appId) : followersOf(batches, batchId);
}

function distinct(openids: readonly string[]): string[] {
  const clean = openids.map(openid => cleanOpenid(openid).openid);
  return [...new Set(clean)].filter(openid => openid !== '');
}

/** How many of them carry each tag, as far as is known; undefined where not everybody is. */
async function tagsOf(
  known: KnownPeople,
  appId: string,
  openids: readonly string[],
): Promise<ReadonlyMap<number, number> | undefined> {
  const people = await known.of(appId, openids);
  if (people.size < openids.length) return undefined;
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
