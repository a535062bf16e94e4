import { l10n, ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode';

import { isSystemTag } from '../../changes';
import { type ListKind } from '../../lists';
import { countText } from '../../ui/texts/formats';
import { foundText } from '../../ui/texts/listTexts';
import { tamed } from '../../ui/texts/tamed';
import { timeAgo } from '../../ui/texts/timeAgo';
import { contextValueOf, type HistorySources, type TreeNode } from '../node';
import { type AccountLists } from './accountLists';
import { keptNodes } from './keptNodes';

export interface ShownTag {
  readonly id: number;
  readonly name: string;
  /** How many carry it by WeChat's count. `unknown`: nobody could ask. `gone`: WeChat names it no longer. */
  readonly count: number | 'unknown' | 'gone';
}

/** One tag: who carries it can be browsed, and what is kept of that stands below. */
export class TagNode implements TreeNode {
  readonly id: string;
  readonly tagId: number;
  readonly tagName: string;

  constructor(
    readonly parent: TreeNode,
    readonly appId: string,
    private readonly tag: ShownTag,
    private readonly kept: AccountLists,
    private readonly sources: HistorySources,
  ) {
    this.tagId = tag.id;
    this.tagName = tag.name;
    this.id = `${parent.id}/${tag.id}`;
  }

  toTreeItem(): TreeItem {
    const { id, name, count } = this.tag;
    const lists = this.kept.of(this.kind);
    const last = lists.find(({ isComplete }) => isComplete);
    const item = new TreeItem(
      tamed(name),
      lists.length > 0 ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.None,
    );
    const isSystem = isSystemTag(id);
    const facts = [
      typeof count === 'number' ? countText(count) : '',
      isSystem ? l10n.t("WeChat's own") : '',
      count === 'gone' ? l10n.t('no longer a tag') : '',
      last ? `${foundText(last)} · ${timeAgo(last.startedAt)}` : '',
    ].filter(fact => fact !== '');
    item.id = this.id;
    item.iconPath = new ThemeIcon(isSystem ? 'star-empty' : 'tag');
    item.description = facts.join(' · ');
    item.tooltip = [l10n.t('{0} (tag {1})', tamed(name), id), ...facts].join('\n');
    item.accessibilityInformation = { label: [l10n.t('Tag {0}', tamed(name)), ...facts].join(', ') };
    const isThere = count !== 'gone';
    item.contextValue = contextValueOf({ isTag: isThere, isOwnTag: isThere && !isSystem });
    return item;
  }

  children(): Promise<readonly TreeNode[]> {
    return keptNodes(this, this.kept, this.kind, this.sources);
  }

  reread(): Promise<void> {
    return this.kept.read();
  }

  private get kind(): ListKind {
    return { kind: 'tag', tagId: this.tag.id, name: this.tag.name };
  }
}
