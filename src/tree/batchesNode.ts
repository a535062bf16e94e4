import { l10n, ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode';

import { type BatchEntry, type UnreadableBatch } from '../batch';
import { countText } from '../ui/texts/formats';
import { BatchNode } from './batchNode';
import { type HistorySources, type TreeNode } from './node';
import { UnreadableNode } from './unreadableNode';

/** The batches of one account: first those that cannot be read, then the others, the latest first. */
export class BatchesNode implements TreeNode {
  readonly id: string;

  constructor(
    readonly parent: TreeNode,
    private readonly batches: readonly BatchEntry[],
    private readonly unreadable: readonly UnreadableBatch[],
    private readonly sources: HistorySources,
  ) {
    this.id = `${parent.id}/batches`;
  }

  toTreeItem(): TreeItem {
    const count = this.batches.length + this.unreadable.length;
    const state = count > 0 ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.None;
    const item = new TreeItem(l10n.t('Batches'), state);
    item.id = this.id;
    item.iconPath = new ThemeIcon('list-flat');
    item.description = count > 0 ? countText(count) : l10n.t('none yet');
    return item;
  }

  async children(): Promise<readonly TreeNode[]> {
    const latestFirst = [...this.batches].sort((a, b) => b.startedAt - a.startedAt);
    const lost = await Promise.all(
      this.unreadable.map(async batch => new UnreadableNode(this, batch, await this.sentenceOf(batch))),
    );
    return [...lost, ...latestFirst.map(batch => new BatchNode(this, batch, this.sources))];
  }

  private async sentenceOf({ failure }: UnreadableBatch): Promise<string> {
    return (await this.sources.problems.explain(failure))?.sentence ?? failure.message;
  }
}
