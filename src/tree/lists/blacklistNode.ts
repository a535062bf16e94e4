import { l10n, ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode';

import { foundText } from '../../ui/texts/listTexts';
import { timeAgo } from '../../ui/texts/timeAgo';
import { contextValueOf, type HistorySources, type TreeNode } from '../node';
import { type AccountLists } from './accountLists';
import { keptNodes } from './keptNodes';

const kind = { kind: 'blacklist' } as const;

/** The blacklist of an account, and what is kept of it. */
export class BlacklistNode implements TreeNode {
  readonly id: string;

  constructor(
    readonly parent: TreeNode,
    readonly appId: string,
    private readonly kept: AccountLists,
    private readonly sources: HistorySources,
  ) {
    this.id = `${parent.id}/blacklist`;
  }

  toTreeItem(): TreeItem {
    const lists = this.kept.of(kind);
    const last = lists.find(({ isComplete }) => isComplete);
    const label = l10n.t('Blacklist');
    const facts = last ? `${foundText(last)} · ${timeAgo(last.startedAt)}` : l10n.t('not browsed yet');
    const item = new TreeItem(
      label,
      lists.length > 0 ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.None,
    );
    item.id = this.id;
    item.iconPath = new ThemeIcon('circle-slash');
    item.description = facts;
    item.tooltip = `${label}\n${facts}`;
    item.accessibilityInformation = { label: `${label}, ${facts}` };
    item.contextValue = contextValueOf({ isBlacklist: true });
    return item;
  }

  children(): Promise<readonly TreeNode[]> {
    return keptNodes(this, this.kept, kind, this.sources);
  }

  reread(): Promise<void> {
    return this.kept.read();
  }
}
