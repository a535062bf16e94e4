import { l10n, type QuickPickItem, window } from 'vscode';

import { type FollowerList, type ListStore } from '../../lists';
import { Cancelled } from '../../ui/asking/steps';
import { Hint } from '../../ui/problems/problem';
import { listStateText, listTitle } from '../../ui/texts/listTexts';
import { tamed } from '../../ui/texts/tamed';
import { timeAgo } from '../../ui/texts/timeAgo';
import { targetOf } from '../arguments';

/** The kept list that a command's argument names (a node, `{ listId }`), or else the one the user picks. */
export type ListPicker = (
  argument: unknown,
  question: {
    readonly placeHolder: string;
    readonly none?: string;
    readonly fits?: (list: FollowerList) => boolean;
  },
) => Promise<FollowerList>;

interface ListItem extends QuickPickItem {
  readonly list: FollowerList;
}

export function listPicker(store: ListStore): ListPicker {
  return async (argument, { placeHolder, none, fits = () => true }) => {
    const { listId } = targetOf(argument);
    if (listId !== undefined) return store.open(listId);
    const lists = (await store.lists()).lists.filter(fits);
    if (lists.length === 0)
      throw new Hint(none ?? l10n.t('There is no list yet. Run "Browse Followers…" to make one.'));
    const items = lists.map((list): ListItem => ({
      list,
      label: listTitle(list),
      description: `${tamed(list.accountName)} · ${timeAgo(list.startedAt)}`,
      detail: listStateText(list),
    }));
    const picked = await window.showQuickPick(items, {
      placeHolder,
      matchOnDescription: true,
      matchOnDetail: true,
    });
    if (!picked) throw new Cancelled();
    return picked.list;
  };
}
