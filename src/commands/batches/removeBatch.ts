import { l10n, window } from 'vscode';

import { type BatchStore } from '../../batch';
import { type HistoryRemoval } from '../../jobs/history/historyRemoval';
import { inARow } from '../../ui/texts/formats';
import { type Problems } from '../../ui/problems/problems';
import { type Handler } from '../command';
import { type BatchPicker } from './pickBatch';

/** `wechatOpenid.removeBatch`: asks first, since a batch cannot be had back without calling WeChat again. */
export function removeBatch(
  pick: BatchPicker,
  store: BatchStore,
  history: HistoryRemoval,
  problems: Pick<Problems, 'explain'>,
): Handler {
  return async argument => {
    const id = await pick(argument, {
      placeHolder: l10n.t('Remove which batch?'),
      none: l10n.t('There is no batch to remove. One that runs can be removed when it has ended.'),
      fits: ({ state }) => state !== 'running',
      unreadableToo: true,
    });
    const subject = await subjectOf(id);
    if (!subject) return;
    const remove = l10n.t('Remove');
    const choice = await window.showWarningMessage(
      l10n.t('Remove the batch "{0}"?', subject.name),
      { modal: true, detail: subject.consequence },
      remove,
    );
    if (choice === remove) await history.removeBatch(id);
  };

  async function subjectOf(id: string): Promise<{ name: string; consequence: string } | undefined> {
    const { batches, unreadable } = await store.listAll();
    const batch = batches.find(entry => entry.id === id);
    if (batch) {
      const consequence = l10n.t(
        'Its profiles will be deleted from this machine. Export it first to keep them.',
      );
      return { name: batch.source, consequence };
    }
    const lost = unreadable.find(entry => entry.id === id);
    if (!lost) return undefined;
    const consequence = inARow(
      (await problems.explain(lost.failure))?.sentence ?? '',
      l10n.t('The file will be deleted from this machine; this cannot be undone.'),
    );
    return { name: id, consequence };
  }
}
