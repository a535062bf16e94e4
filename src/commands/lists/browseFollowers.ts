import { l10n, type QuickPickItem, window } from 'vscode';

import { type TagNames } from '../../accounts';
import { type Browse } from '../../jobs/lists/browse';
import { type ListKind } from '../../lists';
import { type AccountPicker } from '../../ui/asking/pickAccount';
import { Cancelled } from '../../ui/asking/steps';
import { tamed } from '../../ui/texts/tamed';
import { targetOf } from '../arguments';
import { type Handler } from '../command';

interface KindItem extends QuickPickItem {
  readonly list: ListKind;
}

/**
 * `wechatOpenid.browseFollowers`: an account or tag node, `{ appId?, tagId? }`, or asks: all followers of the account, or
 * the people of a tag of its.
 */
export function browseFollowers(
  pick: AccountPicker,
  browse: Pick<Browse, 'run'>,
  tagNames: Pick<TagNames, 'told'>,
): Handler {
  return async argument => {
    const { appId, tagId } = targetOf(argument);
    const account = await pick(argument, l10n.t('Browse the followers of which account?'));
    const names = await tagNames.told(account.appId);
    if (tagId !== undefined) {
      const name = names?.get(tagId) ?? String(tagId);
      return browse.run(account, { kind: 'tag', tagId, name });
    }
    const all: ListKind = { kind: 'followers' };
    // A node says what is meant; from the palette the tags are at hand, where their names are known.
    return browse.run(account, appId === undefined && names ? await askForKind([...names]) : all);
  };
}

async function askForKind(tags: readonly (readonly [id: number, name: string])[]): Promise<ListKind> {
  const items: KindItem[] = [
    { label: l10n.t('All followers'), list: { kind: 'followers' } },
    ...tags.map(([tagId, name]): KindItem => ({
      label: l10n.t('Tag {0}', tamed(name)),
      list: { kind: 'tag', tagId, name },
    })),
  ];
  const picked = await window.showQuickPick(items, { placeHolder: l10n.t('Browse whom?') });
  if (!picked) throw new Cancelled();
  return picked.list;
}
