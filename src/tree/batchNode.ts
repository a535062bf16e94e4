import { l10n, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode';

import { type BatchEntry, type BatchState, outcomeKinds, stillToAsk } from '../batch';
import { commands } from '../manifest';
import { stateLabel } from '../protocol/labels';
import { countText, timeText } from '../ui/texts/formats';
import { countsSentence } from '../ui/texts/outcomes';
import { tamed } from '../ui/texts/tamed';
import { timeAgo } from '../ui/texts/timeAgo';
import { contextValueOf, type HistorySources, type TreeNode } from './node';
import { ProblemNode } from './problemNode';

/** One batch: a click opens its table, expanding it lists people by outcome. */
export class BatchNode implements TreeNode {
  readonly id: string;
  readonly batchId: string;

  constructor(
    readonly parent: TreeNode,
    private readonly batch: BatchEntry,
    private readonly sources: HistorySources,
  ) {
    this.batchId = batch.id;
    this.id = `${parent.id}/${batch.id}`;
  }

  toTreeItem(): TreeItem {
    const { batch } = this;
    const { state, counts, damaged = 0 } = batch;
    const item = new TreeItem(tamed(batch.source), TreeItemCollapsibleState.Collapsed);
    item.id = this.id;
    item.iconPath = damaged > 0 ? warning : stateIcon(state);
    const sentence = countsSentence(counts, batch.toAskAgain);
    const progress = state === 'done' ? sentence : `${stateLabel(state)} · ${sentence}`;
    const harm = damaged > 0 ? [l10n.t('damaged: {0}', countText(damaged))] : [];
    item.description = [...harm, progress, timeAgo(batch.startedAt)].join(' · ');
    item.tooltip = [
      tamed(batch.source),
      stateLabel(state),
      sentence,
      timeText(batch.startedAt),
      ...(damaged > 0
        ? [l10n.t('Lines that cannot be read: {0}. Check Batch tells which.', countText(damaged))]
        : []),
      ...(batch.verified > 0 ? [l10n.t('Rows verified: {0}', countText(batch.verified))] : []),
    ].join('\n');
    const idle = state !== 'running';
    item.contextValue = contextValueOf({
      isBatch: true,
      canRemove: idle,
      canCancel: !idle,
      canResume: idle && stillToAsk(batch) > 0,
      canRetry: idle && counts.failed + counts.notReturned > 0,
      canRecheck: idle && counts.notFollowing > 0,
      canRefresh: idle,
    });
    item.command = { command: commands.openBatch, title: l10n.t('Open Batch'), arguments: [this] };
    return item;
  }

  async children(): Promise<readonly TreeNode[]> {
    const batch = await this.sources.batches.open(this.batchId);
    if (!batch) return [new ProblemNode(this, l10n.t('This batch is no longer kept.'))];
    const { OutcomeNode } = await import('./outcomeNode');
    return outcomeKinds
      .filter(kind => batch.counts[kind] > 0)
      .map(kind => new OutcomeNode(this, batch, kind, this.sources));
  }
}

const warning = new ThemeIcon('warning', new ThemeColor('list.warningForeground'));

function stateIcon(state: BatchState): ThemeIcon {
  switch (state) {
    case 'running':
      return new ThemeIcon('sync~spin');
    case 'done':
      return new ThemeIcon('table');
    case 'cancelled':
    case 'interrupted':
      return new ThemeIcon('debug-pause', new ThemeColor('list.warningForeground'));
    case 'stopped':
      return new ThemeIcon('error', new ThemeColor('list.errorForeground'));
  }
}
