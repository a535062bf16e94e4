import { l10n, ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode';

import { type Batch, type OutcomeKind } from '../batch';
import { commands } from '../manifest';
import { countText } from '../ui/texts/formats';
import { outcomeLabel } from '../protocol/labels';
import { outcomeIcon } from '../ui/texts/outcomes';
import { timeAgo } from '../ui/texts/timeAgo';
import { type HistorySources, type TreeNode } from './node';

/** The tree is no table: it lists this many people of a kind, and leads to the table for the rest. */
const listed = 200;

/** The people of a batch with one outcome. */
export class OutcomeNode implements TreeNode {
  readonly id: string;

  constructor(
    readonly parent: TreeNode,
    private readonly batch: Batch,
    private readonly kind: OutcomeKind,
    private readonly sources: HistorySources,
  ) {
    this.id = `${parent.id}/${kind}`;
  }

  toTreeItem(): TreeItem {
    const item = new TreeItem(outcomeLabel(this.kind), TreeItemCollapsibleState.Collapsed);
    item.id = this.id;
    item.iconPath = outcomeIcon(this.kind);
    const again = this.batch.toAskAgain[this.kind];
    const count = countText(this.batch.counts[this.kind]);
    item.description = again > 0 ? `${count} · ${l10n.t('{0} to be asked again', countText(again))}` : count;
    return item;
  }

  async children(): Promise<readonly TreeNode[]> {
    const { batch, kind, sources } = this;
    const [changes, { ProfileNode }] = await Promise.all([
      sources.changes?.overlay(batch.appId),
      import('./profileNode'),
    ]);
    const nodes: TreeNode[] = [];
    for (let index = 0; index < batch.openids.length && nodes.length < listed; index++) {
      const outcome = batch.outcomeAt(index);
      if (outcome?.kind !== kind) continue;
      const at = batch.answeredAt(index);
      const when = at === undefined ? undefined : timeAgo(at);
      const answered = { when, changes, at: at ?? batch.startedAt };
      nodes.push(new ProfileNode(this, batch.appId, outcome, { batchId: batch.id }, sources, answered));
    }
    const more = batch.counts[kind] - nodes.length;
    return more > 0 ? [...nodes, new MoreNode(this, batch.id, more)] : nodes;
  }
}

/** Leads to the batch's table. */
class MoreNode implements TreeNode {
  readonly id: string;

  constructor(
    readonly parent: TreeNode,
    private readonly batchId: string,
    private readonly count: number,
  ) {
    this.id = `${parent.id}/more`;
  }

  toTreeItem(): TreeItem {
    const item = new TreeItem(l10n.t('{0} more: open the table', countText(this.count)));
    item.id = this.id;
    item.iconPath = new ThemeIcon('table');
    item.command = {
      command: commands.openBatch,
      title: l10n.t('Open Batch'),
      arguments: [{ batchId: this.batchId }],
    };
    return item;
  }
}
