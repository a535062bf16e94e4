import { l10n, ThemeColor, ThemeIcon, TreeItem } from 'vscode';

import { commands } from '../manifest';
import { type TreeNode } from './node';

/** Stands where children could not be read, says why, and tries again at a click. */
export class ProblemNode implements TreeNode {
  readonly id: string;

  constructor(
    readonly parent: TreeNode | undefined,
    private readonly sentence: string,
    /** Tells several of one parent apart. */
    subject = '',
  ) {
    this.id = `${parent?.id ?? ''}/problem${subject}`;
  }

  toTreeItem(): TreeItem {
    const item = new TreeItem(this.sentence);
    item.id = this.id;
    item.iconPath = new ThemeIcon('warning', new ThemeColor('list.warningForeground'));
    item.description = l10n.t('click to try again');
    item.tooltip = this.sentence;
    item.command = { command: commands.refresh, title: l10n.t('Refresh Accounts') };
    return item;
  }
}
