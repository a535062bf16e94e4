import { l10n, type QuickPickItem, window } from 'vscode';

import { type BatchEntry, type BatchStore } from '../batch';
import { countsSentence } from '../ui/outcomes';
import { Problem } from '../ui/problem';
import { Cancelled } from '../ui/steps';
import { timeAgo } from '../ui/timeAgo';
import { targetOf } from './arguments';

/** The batch that a command's argument names (a node, `{ batchId }`), or else the one the user picks. */
export type BatchPicker = (
  argument: unknown,
  question: {
    readonly placeHolder: string;
    readonly fits?: (batch: BatchEntry) => boolean;
    readonly none?: string;
  },
) => Promise<string>;

interface BatchItem extends QuickPickItem {
  readonly batchId: string;
}

export function batchPicker(store: BatchStore): BatchPicker {
  return async (argument, { placeHolder, fits = () => true, none }) => {
    const { batchId } = targetOf(argument);
    if (batchId !== undefined) return batchId;
    const batches = (await store.list()).filter(fits).sort((a, b) => b.startedAt - a.startedAt);
    if (batches.length === 0) {
      throw new Problem(
        none ?? l10n.t('There is no batch yet. Run "Fetch Profiles from List…" to make one.'),
      );
    }
    const items = batches.map((batch): BatchItem => ({
      batchId: batch.id,
      label: batch.source,
      description: `${batch.accountName} · ${timeAgo(batch.startedAt)}`,
      detail: countsSentence(batch.counts),
    }));
    const picked = await window.showQuickPick(items, {
      placeHolder,
      matchOnDescription: true,
      matchOnDetail: true,
    });
    if (!picked) throw new Cancelled();
    return picked.batchId;
  };
}
