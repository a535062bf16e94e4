import { l10n, type QuickPickItem, window } from 'vscode';

import { type Batch, type BatchEntry, type BatchStore, noAccount } from '../../batch';
import { type FollowerList, type ListStore, type OpenidSource, sourceOf } from '../../lists';
import { listStateText, listTitle } from '../../ui/texts/listTexts';
import { countsSentence } from '../../ui/texts/outcomes';
import { tamed } from '../../ui/texts/tamed';
import { timeAgo } from '../../ui/texts/timeAgo';
import { Hint, Problem } from '../../ui/problems/problem';
import { Cancelled } from '../../ui/asking/steps';

/** What can be held against another of the same account: a kept list, or a batch. */
export type Side =
  | { readonly kind: 'list'; readonly list: FollowerList }
  | { readonly kind: 'batch'; readonly batch: BatchEntry };

interface SideItem extends QuickPickItem {
  readonly side: Side;
}

export function sideId(side: Side): string {
  return side.kind === 'list' ? side.list.id : side.batch.id;
}

export function sideAppId(side: Side): string {
  return side.kind === 'list' ? side.list.appId : side.batch.appId;
}

/** Unix milliseconds. */
export function sideTime(side: Side): number {
  return side.kind === 'list' ? side.list.startedAt : side.batch.startedAt;
}

export function sideName(side: Side): string {
  return side.kind === 'list' ? listTitle(side.list) : tamed(side.batch.source);
}

/** Lists and batches that hold anybody, and picking among them. */
export class ListSides {
  constructor(
    private readonly lists: ListStore,
    private readonly batches: BatchStore,
  ) {}

  /** All of an account, or of all accounts; the latest first. */
  async all(appId?: string): Promise<Side[]> {
    const [{ lists }, batches] = await Promise.all([this.lists.lists(), this.batches.list()]);
    const sides: Side[] = [
      ...lists.filter(({ found }) => found > 0).map(list => ({ kind: 'list', list }) as const),
      ...batches
        .filter(batch => batch.appId !== noAccount && batch.counts.following + batch.counts.notFollowing > 0)
        .map(batch => ({ kind: 'batch', batch }) as const),
    ];
    return sides
      .filter(side => appId === undefined || sideAppId(side) === appId)
      .sort((a, b) => sideTime(b) - sideTime(a));
  }

  /** @throws a cancellation; a hint where there is none */
  async pick(among: readonly Side[], placeHolder: string, none: string): Promise<Side> {
    if (among.length === 0) throw new Hint(none);
    const items = among.map(itemOf);
    const options = { placeHolder, matchOnDescription: true, matchOnDetail: true };
    const picked = await window.showQuickPick(items, options);
    if (!picked) throw new Cancelled();
    return picked.side;
  }

  /** The openids of a side; of a batch those who follow, or may, since nobody has answered yet. */
  async source(side: Side): Promise<OpenidSource> {
    if (side.kind === 'list') return this.lists.source(side.list.id);
    return sourceOf(mayFollow(await this.batch(side.batch.id)));
  }

  /** @throws {Problem} where it is gone */
  async batch(id: string): Promise<Batch> {
    const batch = await this.batches.open(id);
    if (!batch) throw new Problem(l10n.t('This batch is no longer kept.'));
    return batch;
  }
}

function* mayFollow(batch: Batch): Iterable<string> {
  for (let index = 0; index < batch.openids.length; index++) {
    const outcome = batch.outcomeAt(index);
    if (outcome && outcome.kind !== 'notFollowing' && outcome.kind !== 'invalid') yield outcome.openid;
  }
}

function itemOf(side: Side): SideItem {
  if (side.kind === 'list') {
    const { list } = side;
    return {
      side,
      label: listTitle(list),
      description: `${tamed(list.accountName)} · ${timeAgo(list.startedAt)}`,
      detail: listStateText(list),
    };
  }
  const { batch } = side;
  return {
    side,
    label: tamed(batch.source),
    description: `${l10n.t('Batch')} · ${tamed(batch.accountName)} · ${timeAgo(batch.startedAt)}`,
    detail: countsSentence(batch.counts),
  };
}
