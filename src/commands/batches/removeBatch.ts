import { l10n, window } from 'vscode';

import { type BatchStore } from '../../batch';
import { type HistoryRemoval } from '../../jobs/history/historyRemoval';
import { inARow } from '../../ui/texts/formats';
import { namesText } from '../../ui/texts/namesText';
import { plainText } from '../../ui/texts/plainText';
import { type Problems } from '../../ui/problems/problems';
import { targetsOf } from '../arguments';
import { type Handler } from '../command';
import { type BatchPicker } from './pickBatch';

interface Subject {
  readonly id: string;
  readonly name: string;
  readonly consequence: string;
}

/** `wechatOpenid.removeBatch`: asks first, since a batch cannot be had back without calling WeChat again. */
export function removeBatch(
  pick: BatchPicker,
  store: BatchStore,
  history: HistoryRemoval,
  problems: Pick<Problems, 'explain'>,
): Handler {
  return async (argument, selected) => {
    const ids = targetsOf(argument, selected).flatMap(({ batchId }) => batchId ?? []);
    if (ids.length === 0) ids.push(await picked(argument));
    const subjects = await subjectsOf(ids);
    const [first, second] = subjects;
    if (!first) return;
    const remove = l10n.t('Remove');
    const choice = await window.showWarningMessage(
      second ? l10n.t('Remove {0} batches?', subjects.length) : l10n.t('Remove the batch "{0}"?', first.name),
      { modal: true, detail: second ? consequenceOf(subjects) : first.consequence },
      remove,
    );
    if (choice === remove) await history.removeBatches(subjects.map(({ id }) => id));
  };

  function picked(argument: unknown): Promise<string> {
    return pick(argument, {
      placeHolder: l10n.t('Remove which batch?'),
      none: l10n.t('There is no batch to remove. One that runs can be removed when it has ended.'),
      fits: ({ state }) => state !== 'running',
      unreadableToo: true,
    });
  }

  /** Of those that are still there. */
  async function subjectsOf(ids: readonly string[]): Promise<Subject[]> {
    const { batches, unreadable } = await store.listAll();
    const subjects: Subject[] = [];
    for (const id of ids) {
      const batch = batches.find(entry => entry.id === id);
      const lost = unreadable.find(entry => entry.id === id);
      if (batch) {
        const consequence = l10n.t(
          'Its profiles will be deleted from this machine. Export it first to keep them.',
        );
        subjects.push({ id, name: batch.source, consequence });
      } else if (lost) {
        const consequence = inARow(
          (await problems.explain(lost.failure))?.sentence ?? '',
          l10n.t('The file will be deleted from this machine; this cannot be undone.'),
        );
        subjects.push({ id, name: id, consequence });
      }
    }
    return subjects;
  }
}

function consequenceOf(subjects: readonly Subject[]): string {
  return [
    namesText(subjects.map(({ name }) => plainText(name))),
    l10n.t('Their profiles will be deleted from this machine. Export them first to keep them.'),
  ].join('\n\n');
}
