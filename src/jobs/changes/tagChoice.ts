import { l10n, type QuickPickItem, QuickPickItemKind, window } from 'vscode';

import { type Account } from '../../accounts';
import { isSystemTag } from '../../changes';
import { Cancelled } from '../../ui/asking/steps';
import { Problem } from '../../ui/problems/problem';
import { countText } from '../../ui/texts/formats';
import { itemText } from '../../ui/texts/plainText';
import { type Tag } from '../../wechat';
import { type TagBook } from './tagBook';
import { makeTag } from './tagName';

interface TagItem extends QuickPickItem {
  readonly tag: Tag;
}

interface ActItem extends QuickPickItem {
  readonly act: 'refresh' | 'create';
}

interface TagWish {
  readonly placeHolder: string;
  /** Only tags that can be renamed. */
  readonly ownOnly?: boolean;
  readonly mayCreate?: boolean;
  readonly isOfCall?: boolean;
  /** Only these, with how many of the people carry each. */
  readonly carried?: ReadonlyMap<number, number>;
}

/** Which tag of an account is meant: picked from its list, which can be read anew, or made there. */
export async function pickTag(account: Account, book: TagBook, wish: TagWish): Promise<Tag> {
  for (let anew = false; ; anew = true) {
    const all = named(await book.of(account, { anew }), wish);
    const tags = all.filter(({ id }) => !wish.ownOnly || !isSystemTag(id));
    const picked = await window.showQuickPick<TagItem | ActItem | QuickPickItem>(itemsOf(tags, wish), {
      placeHolder: wish.placeHolder,
      matchOnDescription: true,
    });
    if (!picked) throw new Cancelled();
    if ('tag' in picked) return picked.tag;
    if ('act' in picked && picked.act === 'create')
      return makeTag(account, book, { isOfCall: wish.isOfCall ?? false });
  }
}

/** The tag of an id that a node or a call names. @throws a `Problem` where the account has none such */
export async function tagOfId(account: Account, book: TagBook, id: number): Promise<Tag> {
  const isIt = (tag: Tag) => tag.id === id;
  const tag = (await book.of(account)).find(isIt) ?? (await book.of(account, { anew: true })).find(isIt);
  if (!tag) throw new Problem(l10n.t('{0} has no tag {1} any more. Read its tags again.', account.name, id));
  return tag;
}

/** One that people carry and the account has no more is shown by its number. */
function named(tags: readonly Tag[], { carried }: TagWish): readonly Tag[] {
  if (!carried) return tags;
  return [...carried.keys()].map(id => tags.find(tag => tag.id === id) ?? { id, name: String(id), count: 0 });
}

function itemsOf(
  tags: readonly Tag[],
  { mayCreate, carried }: TagWish,
): (TagItem | ActItem | QuickPickItem)[] {
  const own = [...tags].sort((one, other) => Number(isSystemTag(one.id)) - Number(isSystemTag(other.id)));
  return [
    ...own.map((tag): TagItem => ({
      tag,
      label: `$(tag) ${itemText(tag.name)}`,
      description: [
        ...(carried ? [l10n.t('{0} of them', countText(carried.get(tag.id) ?? 0))] : []),
        l10n.t('people: {0}', countText(tag.count)),
        `id ${tag.id}`,
        ...(isSystemTag(tag.id) ? [l10n.t("WeChat's own")] : []),
      ].join(' · '),
    })),
    { label: '', kind: QuickPickItemKind.Separator },
    ...(mayCreate
      ? [{ act: 'create' as const, label: `$(add) ${l10n.t('Create Tag…')}`, alwaysShow: true }]
      : []),
    {
      act: 'refresh',
      label: `$(refresh) ${l10n.t('Read the Tags Again')}`,
      alwaysShow: true,
    } satisfies ActItem,
  ];
}
