import { l10n, ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode';

import { type Account } from '../../accounts';
import { commands } from '../../manifest';
import { type Tag } from '../../wechat';
import { contextValueOf, type HistorySources, type ListSources, type TreeNode } from '../node';
import { ProblemNode } from '../problemNode';
import { type AccountLists } from './accountLists';
import { MoreNode, portion } from './moreNode';
import { type ShownTag, TagNode } from './tagNode';

/**
 * The tags of an account, which WeChat is asked for when the node is opened. Opened again after a reload it asks
 * nobody for a secret: it says that the tags are still to be read.
 */
export class TagsNode implements TreeNode {
  readonly id: string;
  readonly appId: string;

  constructor(
    readonly parent: TreeNode,
    private readonly account: Account,
    private readonly kept: AccountLists,
    private readonly lists: Pick<ListSources, 'tags' | 'isReady'>,
    private readonly sources: HistorySources,
  ) {
    this.appId = account.appId;
    this.id = `${parent.id}/tags`;
  }

  toTreeItem(): TreeItem {
    const item = new TreeItem(l10n.t('Tags'), TreeItemCollapsibleState.Collapsed);
    item.id = this.id;
    item.iconPath = new ThemeIcon('tag');
    item.tooltip = l10n.t('Tags, with how many people carry each. WeChat is asked for them when this opens.');
    item.accessibilityInformation = { label: l10n.t('Tags') };
    item.contextValue = contextValueOf({ isTags: true });
    return item;
  }

  async children(): Promise<readonly TreeNode[]> {
    const { appId, kept, sources } = this;
    await kept.read();
    const read = await this.read();
    const named = new Set(read.tags?.map(({ id }) => id));
    const others = kept.tags().filter(({ id }) => !named.has(id));
    const count = read.tags ? ('gone' as const) : ('unknown' as const);
    const tags: ShownTag[] = [...(read.tags ?? []), ...others.map(tag => ({ ...tag, count }))];
    const visible = tags.slice(0, sources.shown.get(this.id) ?? portion);
    const hidden = tags.length - visible.length;
    return [
      ...read.trouble,
      ...visible.map(tag => new TagNode(this, appId, tag, kept, sources)),
      ...(hidden > 0 ? [new MoreNode(this, hidden)] : []),
    ];
  }

  private async read(): Promise<{ readonly tags?: readonly Tag[]; readonly trouble: readonly TreeNode[] }> {
    const { account, appId, lists } = this;
    const known = await lists.tags.known(appId);
    if (known) return { tags: known, trouble: [] };
    if (!(await lists.isReady(account))) return { trouble: [new UnaskedNode(this)] };
    try {
      return { tags: await lists.tags.of(appId), trouble: [] };
    } catch (error) {
      const problem = await this.sources.problems.explain(error);
      const again = { command: commands.refreshTags, argument: this };
      return { trouble: [new ProblemNode(this, problem?.sentence ?? '', '', again)] };
    }
  }
}

/** Stands for tags that cannot be read without asking the user for something first. */
class UnaskedNode implements TreeNode {
  readonly id: string;

  constructor(readonly parent: TagsNode) {
    this.id = `${parent.id}/unasked`;
  }

  toTreeItem(): TreeItem {
    const label = l10n.t('Read the tags from WeChat…');
    const item = new TreeItem(label);
    item.id = this.id;
    item.iconPath = new ThemeIcon('cloud-download');
    item.command = { command: commands.refreshTags, title: label, arguments: [this.parent] };
    return item;
  }
}
