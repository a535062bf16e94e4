import { l10n, type QuickPickItem, QuickPickItemKind, window } from 'vscode';

import { type Account, type AccountRegistry, usesApi } from '../../../accounts';
import { type BatchEntry, type BatchStore, noAccount, stillToAsk } from '../../../batch';
import { type FollowerList, type ListStore } from '../../../lists';
import { Cancelled } from '../../../ui/asking/steps';
import { Hint } from '../../../ui/problems/problem';
import { countText } from '../../../ui/texts/formats';
import { listStateText, listTitle } from '../../../ui/texts/listTexts';
import { countsSentence } from '../../../ui/texts/outcomes';
import { tamed } from '../../../ui/texts/tamed';
import { timeAgo } from '../../../ui/texts/timeAgo';

/** Whose unionids are asked for again. */
export type RefreshTarget =
  | { readonly kind: 'batch'; readonly batchId: string }
  | { readonly kind: 'list'; readonly list: FollowerList }
  /** Everybody who is known of it. */
  | { readonly kind: 'account'; readonly account: Account };

interface TargetItem extends QuickPickItem {
  readonly target?: RefreshTarget;
}

export interface RefreshSources {
  readonly registry: Pick<AccountRegistry, 'all'>;
  readonly batches: Pick<BatchStore, 'list'>;
  readonly lists: Pick<ListStore, 'lists'>;
}

/** Asks among accounts, batches and lists; a refresh that has not come to its end stands first. */
export async function askForTarget({ registry, batches, lists }: RefreshSources): Promise<RefreshTarget> {
  const accounts = (await registry.all()).filter(usesApi);
  const known = (await batches.list())
    .filter(batch => batch.appId !== noAccount && batch.state !== 'running')
    .sort((a, b) => b.startedAt - a.startedAt);
  const kept = (await lists.lists()).lists.filter(({ found }) => found > 0);
  const isOpen = (batch: BatchEntry) => batch.refreshedAt !== undefined && stillToAsk(batch) > 0;
  const items = [
    ...group(l10n.t('Not finished'), known.filter(isOpen).map(batchItem)),
    ...group(l10n.t('Accounts'), accounts.map(accountItem)),
    ...group(l10n.t('Batches'), known.filter(batch => !isOpen(batch)).map(batchItem)),
    ...group(l10n.t('Follower lists'), kept.map(listItem)),
  ];
  if (items.length === 0)
    throw new Hint(l10n.t('There is nobody to ask for yet. Add an account and fetch profiles first.'));
  const picked = await window.showQuickPick(items, {
    title: l10n.t('Refresh UnionIDs'),
    placeHolder: l10n.t('Whose unionids are to be asked for again?'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  if (!picked?.target) throw new Cancelled();
  return picked.target;
}

function group(label: string, items: readonly TargetItem[]): TargetItem[] {
  return items.length === 0 ? [] : [{ label, kind: QuickPickItemKind.Separator }, ...items];
}

function accountItem(account: Account): TargetItem {
  return {
    target: { kind: 'account', account },
    label: tamed(account.name),
    description: account.appId,
    detail: l10n.t('Everybody who is known of it, by batches, lookups, lists and imports'),
  };
}

function batchItem(batch: BatchEntry): TargetItem {
  const left = stillToAsk(batch);
  return {
    target: { kind: 'batch', batchId: batch.id },
    label: tamed(batch.source),
    description: `${tamed(batch.accountName)} · ${timeAgo(batch.refreshedAt ?? batch.startedAt)}`,
    detail:
      batch.refreshedAt !== undefined && left > 0
        ? l10n.t('Still to ask: {0}', countText(left))
        : countsSentence(batch.counts, batch.toAskAgain),
  };
}

function listItem(list: FollowerList): TargetItem {
  return {
    target: { kind: 'list', list },
    label: listTitle(list),
    description: `${tamed(list.accountName)} · ${timeAgo(list.startedAt)}`,
    detail: listStateText(list),
  };
}
