import { l10n, type QuickPickItem, window } from 'vscode';

import { type BatchEntry, type BatchStore } from '../../batch';
import { countsSentence } from '../../ui/texts/outcomes';
import { tamed } from '../../ui/texts/tamed';
import { Hint } from '../../ui/problems/problem';
import { type Problems } from '../../ui/problems/problems';
import { Cancelled } from '../../ui/asking/steps';
import { timeAgo } from '../../ui/texts/timeAgo';
import { missing, targetOf } from '../arguments';

/** The batch that a command's argument names (a node, `{ batchId }`), or else the one the user picks. */
export type BatchPicker = (
  argument: unknown,
  question: {
    readonly placeHolder: string;
    readonly fits?: (batch: BatchEntry) => boolean;
    readonly none?: string;
    /** Also those of which nothing but their file is known. */
    readonly unreadableToo?: boolean;
  },
) => Promise<string>;

interface BatchItem extends QuickPickItem {
  readonly batchId: string;
}

export function batchPicker(store: BatchStore, problems: Pick<Problems, 'explain'>): BatchPicker {
  return async (argument, { placeHolder, fits = () => true, none, unreadableToo = false }) => {
    const { batchId, show } = targetOf(argument);
    if (batchId !== undefined) return batchId;
    if (show === false) throw missing('missingBatchId', 'batchId');
    const all = await store.listAll();
    const batches = all.batches.filter(fits).sort((a, b) => b.startedAt - a.startedAt);
    const unreadable = unreadableToo ? all.unreadable : [];
    if (batches.length + unreadable.length === 0) {
      throw new Hint(none ?? l10n.t('There is no batch yet. Run "Fetch Profiles from List…" to make one.'));
    }
    const items = batches.map((batch): BatchItem => ({
      batchId: batch.id,
      label: tamed(batch.source),
      description: `${tamed(batch.accountName)} · ${timeAgo(batch.startedAt)}`,
      detail: countsSentence(batch.counts, batch.toAskAgain),
    }));
    const lost = await Promise.all(
      unreadable.map(async ({ id, failure }): Promise<BatchItem> => ({
        batchId: id,
        label: `$(warning) ${id}`,
        detail: (await problems.explain(failure))?.sentence ?? '',
      })),
    );
    const picked = await window.showQuickPick([...items, ...lost], {
      placeHolder,
      matchOnDescription: true,
      matchOnDetail: true,
    });
    if (!picked) throw new Cancelled();
    return picked.batchId;
  };
}
