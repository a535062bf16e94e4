import { l10n, ThemeColor, ThemeIcon, TreeItem } from 'vscode';

import { type CommandId, commands } from '../manifest';
import { type TreeNode } from './node';

/** What tries again. */
interface Retry {
  readonly command: CommandId;
  readonly argument?: object;
}

/** Stands where children could not be read, says why, and tries again at a click. */
export class ProblemNode implements TreeNode {
  readonly id: string;

  constructor(
    readonly parent: TreeNode | undefined,
    private readonly sentence: string,
    /** Tells several of one parent apart. */
    subject = '',
    private readonly again: Retry = { command: commands.refresh },
  ) {
    this.id = `${parent?.id ?? ''}/problem${subject}`;
  }

  toTreeItem(): TreeItem {
    const item = new TreeItem(this.sentence);
    item.id = this.id;
    item.iconPath = new ThemeIcon('warning', new ThemeColor('list.warningForeground'));
    item.description = l10n.t('click to try again');
    item.tooltip = this.sentence;
    const { command, argument } = this.again;
    item.command = {
      command,
      title: l10n.t('click to try again'),
      ...(argument !== undefined && { arguments: [argument] }),
    };
    item.accessibilityInformation = { label: `${this.sentence} ${l10n.t('click to try again')}` };
    return item;
  }
}
