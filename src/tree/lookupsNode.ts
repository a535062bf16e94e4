import { l10n, ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode';

import { type LookupHistory } from '../accounts';
import { timeAgo } from '../ui/timeAgo';
import { type TreeNode } from './node';
import { ProfileNode } from './profileNode';

/** Recent lookups of one account, the latest first. */
export class LookupsNode implements TreeNode {
  readonly id: string;

  constructor(
    readonly parent: TreeNode,
    private readonly appId: string,
    private readonly lookups: LookupHistory,
    private readonly count: number,
  ) {
    this.id = `${parent.id}/lookups`;
  }

  toTreeItem(): TreeItem {
    const state = this.count > 0 ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.None;
    const item = new TreeItem(l10n.t('Recent Lookups'), state);
    item.id = this.id;
    item.iconPath = new ThemeIcon('history');
    item.description = this.count > 0 ? this.count.toLocaleString() : l10n.t('none yet');
    return item;
  }

  async children(): Promise<readonly TreeNode[]> {
    const recent = await this.lookups.recent(this.appId);
    return recent.map(
      ({ id, outcome, fetchedAt }) =>
        new ProfileNode(this, this.appId, outcome, { lookupId: id }, timeAgo(fetchedAt)),
    );
  }
}
