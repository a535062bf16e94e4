import { l10n, ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode';

import { countText } from '../../ui/texts/formats';
import { foundText } from '../../ui/texts/listTexts';
import { timeAgo } from '../../ui/texts/timeAgo';
import { contextValueOf, type HistorySources, type TreeNode } from '../node';
import { type AccountLists } from './accountLists';
import { keptNodes, lostNodes } from './keptNodes';

const kind = { kind: 'followers' } as const;

/** The followers of an account: how many were found by the last whole walk, and the lists that are kept. */
export class FollowersNode implements TreeNode {
  readonly id: string;

  constructor(
    readonly parent: TreeNode,
    readonly appId: string,
    private readonly kept: AccountLists,
    /** As WeChat counted when it was asked last, for whatever reason. */
    private readonly counted: number | undefined,
    private readonly sources: HistorySources,
  ) {
    this.id = `${parent.id}/followers`;
  }

  toTreeItem(): TreeItem {
    const { kept } = this;
    const isEmpty = kept.of(kind).length + kept.lost.length === 0 && kept.failure === undefined;
    const label = l10n.t('Followers');
    const item = new TreeItem(
      label,
      isEmpty ? TreeItemCollapsibleState.None : TreeItemCollapsibleState.Collapsed,
    );
    item.id = this.id;
    item.iconPath = new ThemeIcon('organization');
    item.description = this.facts();
    item.tooltip = `${label}\n${this.facts()}`;
    item.accessibilityInformation = { label: `${label}, ${this.facts()}` };
    item.contextValue = contextValueOf({ isFollowers: true });
    return item;
  }

  async children(): Promise<readonly TreeNode[]> {
    return [
      ...(await lostNodes(this, this.kept, this.sources)),
      ...(await keptNodes(this, this.kept, kind, this.sources)),
    ];
  }

  reread(): Promise<void> {
    return this.kept.read();
  }

  private facts(): string {
    const last = this.kept.of(kind).find(({ isComplete }) => isComplete);
    if (last) return `${foundText(last)} · ${timeAgo(last.startedAt)}`;
    return this.counted === undefined
      ? l10n.t('not browsed yet')
      : l10n.t('{0}, not browsed yet', countText(this.counted));
  }
}
