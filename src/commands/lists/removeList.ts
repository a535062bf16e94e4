import { l10n, window } from 'vscode';

import { ListError, type ListStore } from '../../lists';
import { inARow } from '../../ui/texts/formats';
import { listTitle } from '../../ui/texts/listTexts';
import { namesText } from '../../ui/texts/namesText';
import { tamed } from '../../ui/texts/tamed';
import { targetsOf } from '../arguments';
import { type Handler } from '../command';
import { type ListPicker } from './pickList';

interface Subject {
  readonly id: string;
  readonly name: string;
  readonly forMigration: boolean;
}

/** `wechatOpenid.removeList`: asks first, since who followed at a time can never be asked for again. */
export function removeList(pick: ListPicker, store: ListStore): Handler {
  return async (argument, selected) => {
    const named = targetsOf(argument, selected).flatMap(({ listId }) => listId ?? []);
    const subjects: Subject[] = [];
    for (const listId of named) subjects.push(await subjectOf(listId));
    if (named.length === 0) subjects.push(await picked());
    const remove = l10n.t('Remove');
    const choice = await window.showWarningMessage(
      subjects.length === 1
        ? l10n.t('Remove the list "{0}"?', subjects[0]?.name ?? '')
        : l10n.t('Remove {0} lists?', subjects.length),
      { modal: true, detail: consequenceOf(subjects) },
      remove,
    );
    if (choice === remove) await store.removeAll(subjects.map(({ id }) => id));
  };

  async function picked(): Promise<Subject> {
    const { id } = await pick(undefined, {
      placeHolder: l10n.t('Remove which list?'),
      none: l10n.t(
        'There is no list to remove. One that is being browsed can be removed when that has ended.',
      ),
      fits: ({ isWalked }) => !isWalked,
    });
    return subjectOf(id);
  }

  /** Also of a list of which nothing but its file is known. */
  async function subjectOf(id: string): Promise<Subject> {
    try {
      const list = await store.open(id);
      const { forMigration } = list;
      return { id, name: `${tamed(list.accountName)} · ${listTitle(list)}`, forMigration };
    } catch (error) {
      if (!(error instanceof ListError) || error.problem === 'gone') throw error;
      return { id, name: id, forMigration: false };
    }
  }
}

function consequenceOf(subjects: readonly Subject[]): string {
  const precious = subjects.filter(({ forMigration }) => forMigration);
  const [only, another] = subjects;
  if (only && !another)
    return precious.length > 0
      ? l10n.t(
          'It is kept for a migration, and its openids will be deleted from this machine. Once the account is frozen, WeChat gives them to nobody: export it first.',
        )
      : l10n.t(
          'Its openids will be deleted from this machine. WeChat tells who follows now, and never who followed then: export it first to keep it.',
        );
  return [
    namesText(subjects.map(({ name }) => name)),
    inARow(
      l10n.t(
        'Their openids will be deleted from this machine. WeChat tells who follows now, and never who followed then: export them first to keep them.',
      ),
      precious.length > 0 &&
        l10n.t(
          'Kept for a migration among them: {0}. Once the account is frozen, WeChat gives its openids to nobody.',
          precious.length,
        ),
    ),
  ].join('\n\n');
}
