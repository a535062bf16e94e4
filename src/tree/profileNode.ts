import { env, l10n, TreeItem, TreeItemCollapsibleState } from 'vscode';

import { type Outcome } from '../batch';
import { commands } from '../manifest';
import { outcomeLabel } from '../protocol/labels';
import { outcomeIcon } from '../ui/texts/outcomes';
import { tamed } from '../ui/texts/tamed';
import { decodeProfile, displayLanguage } from '../wechat';
import { FieldNode } from './fieldNode';
import { contextValueOf, type HistorySources, type TreeNode } from './node';

/** One person: a recent lookup, or a row of a batch. Expands to the decoded fields. */
export class ProfileNode implements TreeNode {
  readonly id: string;
  readonly openid: string;

  constructor(
    readonly parent: TreeNode,
    readonly appId: string,
    readonly outcome: Outcome,
    /** What opens the profile's webview: a lookup's id, or a batch's. */
    readonly origin: { readonly lookupId: string } | { readonly batchId: string },
    private readonly sources: HistorySources,
    private readonly when?: string,
  ) {
    this.openid = outcome.openid;
    this.id = `${parent.id}/${outcome.openid}`;
  }

  toTreeItem(): TreeItem {
    const { outcome } = this;
    const profile =
      'profile' in outcome && outcome.profile
        ? decodeProfile(outcome.profile, { language: displayLanguage(env.language) })
        : undefined;
    const item = new TreeItem(tamed(outcome.openid), TreeItemCollapsibleState.Collapsed);
    item.id = this.id;
    item.iconPath = outcomeIcon(outcome.kind);
    const remark = profile?.remark === undefined ? '' : tamed(profile.remark);
    item.description = [remark, profile?.scene?.label, this.when].filter(Boolean).join(' · ');
    item.tooltip = `${tamed(outcome.openid)}\n${outcomeLabel(outcome.kind)}${this.when ? `\n${this.when}` : ''}`;
    item.accessibilityInformation = { label: `${outcome.openid}, ${outcomeLabel(outcome.kind)}` };
    item.contextValue = contextValueOf({
      hasOpenid: true,
      hasUnionid: !!profile?.unionid,
      hasProfile: profile !== undefined,
    });
    item.command = { command: commands.openProfile, title: l10n.t('Open Profile'), arguments: [this] };
    return item;
  }

  async children(): Promise<readonly TreeNode[]> {
    const tagNames = await this.sources.tagNames.kept(this.appId);
    const { profileFields } = await import('./profileFields');
    const fields = profileFields(this.outcome, displayLanguage(env.language), tagNames);
    return fields.map((field, index) => new FieldNode(this, field, index));
  }
}
