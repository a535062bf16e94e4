import { l10n, window } from 'vscode';

import { ListError, type ListStore } from '../../lists';
import { listTitle } from '../../ui/texts/listTexts';
import { tamed } from '../../ui/texts/tamed';
import { targetOf } from '../arguments';
import { type Handler } from '../command';
import { type ListPicker } from './pickList';

interface Subject {
  readonly id: string;
  readonly name: string;
  readonly forMigration: boolean;
}

/** `wechatOpenid.removeList`: asks first, since who followed at a time can never be asked for again. */
export function removeList(pick: ListPicker, store: ListStore): Handler {
  return async argument => {
    const { id, name, forMigration } = await subjectOf(argument);
    const remove = l10n.t('Remove');
    const choice = await window.showWarningMessage(
      l10n.t('Remove the list "{0}"?', name),
      {
        modal: true,
        detail: forMigration
          ? l10n.t(
              'It is kept for a migration, and its openids will be deleted from this machine. Once the account is frozen, WeChat gives them to nobody: export it first.',
            )
          : l10n.t(
              'Its openids will be deleted from this machine. WeChat tells who follows now, and never who followed then: export it first to keep it.',
            ),
      },
      remove,
    );
    if (choice === remove) await store.remove(id);
  };

  /** Also of a list of which nothing but its file is known. */
  async function subjectOf(argument: unknown): Promise<Subject> {
    const { listId } = targetOf(argument);
    try {
      const list = await pick(argument, {
        placeHolder: l10n.t('Remove which list?'),
        fits: ({ isWalked }) => !isWalked,
      });
      const { forMigration } = list;
      return { id: list.id, name: `${tamed(list.accountName)} · ${listTitle(list)}`, forMigration };
    } catch (error) {
      const isUnreadable = error instanceof ListError && error.problem !== 'gone';
      if (listId === undefined || !isUnreadable) throw error;
      return { id: listId, name: listId, forMigration: false };
    }
  }
}
