import { l10n, type QuickPickItem, window } from 'vscode';

import { type BatchStore, noAccount } from '../../batch';
import { type FollowerList, inPortions, type ListStore } from '../../lists';
import { maxOpenids } from '../../openids';
import { Cancelled } from '../../ui/asking/steps';
import { Hint, Problem } from '../../ui/problems/problem';
import { countText } from '../../ui/texts/formats';
import { listStateText, listTitle } from '../../ui/texts/listTexts';
import { itemText } from '../../ui/texts/plainText';
import { timeAgo } from '../../ui/texts/timeAgo';

/** People of one account that a kept list or batch holds. */
export interface KeptGroup {
  readonly openids: readonly string[];
  readonly appId: string;
  /** What the list or batch is called. */
  readonly source: string;
}

/** A list or batch to choose from. */
export interface KeptSource extends QuickPickItem {
  readonly read: () => Promise<KeptGroup>;
}

/** Whom of a batch is meant: those who follow, or everybody it asked for. */
export type Whom = 'followers' | 'all';

/** The people of kept lists and batches, for what is done with many at once. */
export class KeptPeople {
  constructor(
    private readonly lists: ListStore,
    private readonly batches: BatchStore,
    /** So many are taken at once. */
    private readonly most = maxOpenids,
  ) {}

  /** Lists and batches to choose from, of one account or of all; the latest first. */
  async sources(whom: Whom, appId?: string): Promise<KeptSource[]> {
    const [{ lists }, batches] = await Promise.all([this.lists.lists(), this.batches.list()]);
    const isMeant = (of: { readonly appId: string }) => appId === undefined || of.appId === appId;
    const all = [
      ...lists
        .filter(list => isMeant(list) && list.found > 0)
        .map(list => ({
          at: list.startedAt,
          label: `$(checklist) ${itemText(listTitle(list))}`,
          description: `${itemText(list.accountName)} · ${timeAgo(list.startedAt)}`,
          detail: listStateText(list),
          read: () => this.ofList(list.id),
        })),
      ...batches
        .filter(batch => isMeant(batch) && batch.appId !== noAccount)
        .filter(({ counts }) => whom === 'all' || counts.following > 0)
        .map(batch => ({
          at: batch.startedAt,
          label: `$(table) ${itemText(batch.source)}`,
          description: `${itemText(batch.accountName)} · ${timeAgo(batch.startedAt)}`,
          ...(whom === 'followers' && {
            detail: l10n.t('Followers in it: {0}', countText(batch.counts.following)),
          }),
          read: () => this.ofBatch(batch.id, whom),
        })),
    ];
    return all.sort((one, other) => other.at - one.at);
  }

  /** @throws {ListError}; a hint where nobody is in it; a cancellation where a part is to be chosen, and none is */
  async ofList(listId: string): Promise<KeptGroup> {
    const list = await this.lists.open(listId);
    if (list.found === 0) throw new Hint(l10n.t('Nobody is in this list.'));
    const part = list.found > this.most ? await this.askForPart(list) : 0;
    const source = await this.lists.source(listId);
    let at = 0;
    for await (const openids of inPortions(source, this.most)) {
      if (at++ === part) return { openids, appId: list.appId, source: listTitle(list) };
    }
    throw new Hint(l10n.t('Nobody is in this list.'));
  }

  /** @throws a `Problem` where it is gone; a hint where nobody in it is meant */
  async ofBatch(batchId: string, whom: Whom): Promise<KeptGroup> {
    const batch = await this.batches.open(batchId);
    if (!batch) throw new Problem(l10n.t('This batch is no longer kept.'), [], 'unknownBatch');
    const openids = whom === 'all' ? batch.openids : batch.openidsOf(['following']);
    if (openids.length === 0) throw new Hint(l10n.t('Nobody in this batch follows the account.'));
    return { openids, appId: batch.appId, source: batch.source };
  }

  /** More than can be held at once: one part of it after the other. */
  private async askForPart({ found }: FollowerList): Promise<number> {
    const items = Array.from({ length: Math.ceil(found / this.most) }, (_, part) => {
      const [first, last] = [part * this.most + 1, Math.min(found, (part + 1) * this.most)];
      return { part, label: l10n.t('{0} to {1}', countText(first), countText(last)) };
    });
    const placeHolder = l10n.t(
      'At most {0} people at once: which part of the {1}?',
      countText(this.most),
      countText(found),
    );
    const picked = await window.showQuickPick(items, { placeHolder });
    if (!picked) throw new Cancelled();
    return picked.part;
  }
}
