import { l10n, MarkdownString, ThemeIcon, TreeItem, TreeItemCollapsibleState } from 'vscode';

import { type Account, relayOrigin, usesApi } from '../accounts';
import { setting } from '../ui/settings';
import { credentialLines } from '../ui/texts/credentialTexts';
import { countText } from '../ui/texts/formats';
import { fallbackNotice } from '../ui/texts/storeLabel';
import { tamed } from '../ui/texts/tamed';
import { BatchesNode } from './batchesNode';
import { LookupsNode } from './lookupsNode';
import { contextValueOf, type HistorySources, type TreeNode } from './node';

/** One Official Account. Its children are what was fetched with it. */
export class AccountNode implements TreeNode {
  readonly id: string;
  readonly appId: string;

  constructor(
    readonly account: Account,
    private readonly place: {
      readonly isActive: boolean;
      readonly sharesItsName: boolean;
      /** Whether it shows the batches of which nobody can say whose they are. */
      readonly holdsStrays: boolean;
      /** How many people follow it, where WeChat was asked. */
      readonly followers?: number | undefined;
    },
    private readonly sources: HistorySources,
  ) {
    this.appId = account.appId;
    this.id = account.appId;
  }

  toTreeItem(): TreeItem {
    const { account } = this;
    const { isActive, sharesItsName } = this.place;
    const item = new TreeItem(tamed(account.name), TreeItemCollapsibleState.Collapsed);
    item.id = this.id;
    item.iconPath = new ThemeIcon(iconOf(account, isActive));
    item.description = [isActive && l10n.t('active'), (sharesItsName || !isActive) && account.appId]
      .filter(Boolean)
      .join(' · ');
    item.tooltip = this.tooltip();
    item.contextValue = contextValueOf({
      isAccount: true,
      canActivate: !isActive && usesApi(account),
      canRefresh: usesApi(account),
    });
    return item;
  }

  async children(): Promise<readonly TreeNode[]> {
    const { appId } = this;
    const { lookups, batches } = this.sources;
    const all = await batches.listAll();
    const own = all.batches.filter(batch => batch.appId === appId);
    // One that names no account must stand somewhere, or nobody could remove it.
    const unreadable = all.unreadable.filter(batch =>
      batch.appId === undefined ? this.place.holdsStrays : batch.appId === appId,
    );
    const nodes = [
      new LookupsNode(this, appId, await lookups.count(appId), this.sources),
      new BatchesNode(this, own, unreadable, this.sources),
    ];
    if (!usesApi(this.account)) return nodes;
    const { listNodes } = await import('./lists/listNodes');
    return [...nodes, ...(await listNodes(this, this.account, this.place, this.sources))];
  }

  private tooltip(): MarkdownString {
    const { account } = this;
    // Names are typed by people: appendText keeps them text.
    const tooltip = new MarkdownString().appendText(account.name);
    tooltip.appendText(`\nAppID ${account.appId}`);
    const { followers } = this.place;
    if (followers !== undefined)
      tooltip.appendText(`\n${l10n.t('Followers: {0}, when WeChat was asked last', countText(followers))}`);
    for (const line of credentialLines(account)) tooltip.appendText(`\n${line}`);
    const relay = usesApi(account) ? relayOrigin(setting('apiBaseUrl')) : undefined;
    if (relay !== undefined)
      tooltip.appendText(`\n${l10n.t('Calls go to {0}, which is not a host of WeChat.', relay)}`);
    const { credential } = account;
    if (credential.kind === 'appSecret' && credential.secretStore === 'vscode')
      tooltip.appendText(`\n\n${fallbackNotice()}`);
    const quotas = this.sources.quotaNotes.of(account.appId);
    if (quotas !== undefined) tooltip.appendText(`\n\n${quotas}`);
    if (this.place.isActive) tooltip.appendText(`\n\n${l10n.t('The active account of this workspace.')}`);
    return tooltip;
  }
}

/** A Mini Program or app, which nobody is looked up with, is no account of followers. */
function iconOf(account: Account, isActive: boolean): string {
  if (!usesApi(account)) return 'device-mobile';
  return isActive ? 'check' : 'account';
}
