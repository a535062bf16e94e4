import { l10n, ThemeIcon, TreeItem } from 'vscode';

import { commands } from '../../manifest';
import { countText } from '../../ui/texts/formats';
import { type TreeNode } from '../node';

/** So many children of a node are shown at first, and so many more at each click. */
export const portion = 20;

/** Stands at the end of a long list of nodes, and shows the next of them. */
export class MoreNode implements TreeNode {
  readonly id: string;
  /** The node below which more is to be shown. */
  readonly nodeId: string;

  constructor(
    readonly parent: TreeNode,
    private readonly hidden: number,
  ) {
    this.nodeId = parent.id;
    this.id = `${parent.id}/more`;
  }

  toTreeItem(): TreeItem {
    const item = new TreeItem(l10n.t('Show More'));
    item.id = this.id;
    item.iconPath = new ThemeIcon('ellipsis');
    item.description = l10n.t('{0} more', countText(this.hidden));
    item.accessibilityInformation = { label: l10n.t('Show More, {0} more', countText(this.hidden)) };
    item.command = { command: commands.showMore, title: l10n.t('Show More'), arguments: [this] };
    return item;
  }
}
