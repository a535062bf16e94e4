import { ThemeColor, ThemeIcon, TreeItem } from 'vscode';

import { type UnreadableBatch } from '../batch';
import { contextValueOf, type TreeNode } from './node';

/** A saved batch that cannot be read: it says why, and can be removed. */
export class UnreadableNode implements TreeNode {
  readonly id: string;
  readonly batchId: string;

  constructor(
    readonly parent: TreeNode,
    batch: UnreadableBatch,
    private readonly sentence: string,
  ) {
    this.batchId = batch.id;
    this.id = `${parent.id}/${batch.id}`;
  }

  toTreeItem(): TreeItem {
    const item = new TreeItem(this.sentence);
    item.id = this.id;
    item.iconPath = new ThemeIcon('warning', new ThemeColor('list.warningForeground'));
    item.description = this.batchId;
    item.tooltip = `${this.sentence}\n${this.batchId}`;
    item.contextValue = contextValueOf({ canRemove: true });
    return item;
  }
}
