import { l10n, ThemeColor, ThemeIcon, TreeItem } from 'vscode';

import { type FollowerList, mayBeKept } from '../../lists';
import { timeText } from '../../ui/texts/formats';
import { keptText, listKindText, listStateText, momentText, oddText } from '../../ui/texts/listTexts';
import { timeAgo } from '../../ui/texts/timeAgo';
import { contextValueOf, type TreeNode } from '../node';

/** One kept list: when it was walked, and how many people were found. Whom it lists is never in the tree. */
export class FollowerListNode implements TreeNode {
  readonly id: string;
  readonly listId: string;
  readonly appId: string;

  constructor(
    readonly parent: TreeNode,
    private readonly list: FollowerList,
    /** Why the walk ended before the list did, in a sentence. */
    private readonly reason: string | undefined,
  ) {
    this.listId = list.id;
    this.appId = list.appId;
    this.id = `${parent.id}/${list.id}`;
  }

  toTreeItem(): TreeItem {
    const { list } = this;
    const label = momentText(list.startedAt);
    const state = listStateText(list);
    const kept = keptText(list);
    const item = new TreeItem(label);
    item.id = this.id;
    item.iconPath = iconOf(list);
    item.description = list.forMigration ? `${state} · ${l10n.t('for a migration')}` : state;
    const time = `${timeText(list.startedAt)} · ${timeAgo(list.startedAt)}`;
    const facts = [listKindText(list.list), time, state, this.reason, oddText(list), kept];
    item.tooltip = facts.filter(Boolean).join('\n');
    item.accessibilityInformation = {
      label: [listKindText(list.list), label, state, this.reason, kept].filter(Boolean).join(', '),
    };
    item.contextValue = contextValueOf({
      isFollowerList: true,
      canResumeList: !list.isComplete && !list.isWalked,
      canRemoveList: !list.isWalked,
      canKeepList: mayBeKept(list),
    });
    return item;
  }
}

function iconOf({ isComplete, isWalked, stoppedBy, forMigration }: FollowerList): ThemeIcon {
  if (isWalked) return new ThemeIcon('sync~spin');
  if (isComplete) return new ThemeIcon(forMigration ? 'archive' : 'checklist');
  return stoppedBy
    ? new ThemeIcon('error', new ThemeColor('list.errorForeground'))
    : new ThemeIcon('debug-pause', new ThemeColor('list.warningForeground'));
}

/** A saved list that cannot be read: it says why, and can be removed. */
export class UnreadableListNode implements TreeNode {
  readonly id: string;

  constructor(
    readonly parent: TreeNode,
    readonly listId: string,
    private readonly sentence: string,
  ) {
    this.id = `${parent.id}/${listId}`;
  }

  toTreeItem(): TreeItem {
    const item = new TreeItem(this.sentence);
    item.id = this.id;
    item.iconPath = new ThemeIcon('warning', new ThemeColor('list.warningForeground'));
    item.tooltip = `${this.sentence}\n${this.listId}`;
    item.accessibilityInformation = { label: l10n.t('A list that cannot be read. {0}', this.sentence) };
    item.contextValue = contextValueOf({ canRemoveList: true });
    return item;
  }
}
