import { env, l10n, TreeItem, TreeItemCollapsibleState } from 'vscode';

import { noAccount, type Outcome } from '../batch';
import { type LaidProfile, type Overlay } from '../changes';
import { commands } from '../manifest';
import { outcomeLabel } from '../protocol/labels';
import { outcomeIcon } from '../ui/texts/outcomes';
import { tamed } from '../ui/texts/tamed';
import { decodeProfile, displayLanguage, type Profile } from '../wechat';
import { FieldNode } from './fieldNode';
import { contextValueOf, type HistorySources, type TreeNode } from './node';

/** When WeChat gave an answer, in words and in Unix milliseconds, and what was changed from here since. */
interface Answered {
  readonly when?: string | undefined;
  readonly at?: number;
  readonly changes?: Overlay | undefined;
}

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
    private readonly answered: Answered = {},
  ) {
    this.openid = outcome.openid;
    this.id = `${parent.id}/${outcome.openid}`;
  }

  toTreeItem(): TreeItem {
    const { outcome } = this;
    const { when } = this.answered;
    const profile =
      'profile' in outcome && outcome.profile
        ? this.asOfNow(decodeProfile(outcome.profile, { language: displayLanguage(env.language) }))
        : undefined;
    const item = new TreeItem(tamed(outcome.openid), TreeItemCollapsibleState.Collapsed);
    item.id = this.id;
    item.iconPath = outcomeIcon(outcome.kind);
    const remark = profile?.remark === undefined ? '' : tamed(profile.remark);
    item.description = [remark, profile?.scene?.label, when].filter(Boolean).join(' · ');
    item.tooltip = `${tamed(outcome.openid)}\n${outcomeLabel(outcome.kind)}${when ? `\n${when}` : ''}`;
    item.accessibilityInformation = { label: `${outcome.openid}, ${outcomeLabel(outcome.kind)}` };
    item.contextValue = contextValueOf({
      hasOpenid: true,
      hasUnionid: !!profile?.unionid,
      hasProfile: profile !== undefined,
      canChange: outcome.kind === 'following' && this.appId !== noAccount,
    });
    item.command = { command: commands.openProfile, title: l10n.t('Open Profile'), arguments: [this] };
    return item;
  }

  async children(): Promise<readonly TreeNode[]> {
    const tagNames = await this.sources.tagNames.kept(this.appId);
    const { profileFields } = await import('./profileFields');
    const asOfNow = (profile: Profile) => this.asOfNow(profile);
    const fields = profileFields(this.outcome, displayLanguage(env.language), tagNames, asOfNow);
    return fields.map((field, index) => new FieldNode(this, field, index));
  }

  private asOfNow(profile: Profile): LaidProfile {
    const { changes, at } = this.answered;
    return changes?.overProfile(profile, at) ?? profile;
  }
}
