import { l10n, ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode';

import { countText } from '../ui/texts/formats';
import { timeAgo } from '../ui/texts/timeAgo';
import { type HistorySources, type TreeNode } from './node';

/** Recent lookups of one account, the latest first. */
export class LookupsNode implements TreeNode {
  readonly id: string;

  constructor(
    readonly parent: TreeNode,
    private readonly appId: string,
    private readonly count: number,
    private readonly sources: HistorySources,
  ) {
    this.id = `${parent.id}/lookups`;
  }

  toTreeItem(): TreeItem {
    const state = this.count > 0 ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.None;
    const item = new TreeItem(l10n.t('Recent Lookups'), state);
    item.id = this.id;
    item.iconPath = new ThemeIcon('history');
    item.description = this.count > 0 ? countText(this.count) : l10n.t('none yet');
    return item;
  }

  async children(): Promise<readonly TreeNode[]> {
    const [recent, changes, { ProfileNode }] = await Promise.all([
      this.sources.lookups.recent(this.appId),
      this.sources.changes?.overlay(this.appId),
      import('./profileNode'),
    ]);
    return recent.map(lookup => {
      const known = this.sources.newest.since(lookup);
      const { outcome } = known ?? lookup;
      const when = timeAgo(known?.notBefore ?? lookup.fetchedAt);
      const answered = { when, changes, at: known?.notBefore ?? lookup.fetchedAt };
      return new ProfileNode(this, this.appId, outcome, { lookupId: lookup.id }, this.sources, answered);
    });
  }
}
