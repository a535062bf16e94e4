import { l10n, type QuickPickItem } from 'vscode';

import { type Account, type Clients, type LearnedPrefixes, type TagListing } from '../../accounts';
import { callOf, type FollowerList, isSameList, type ListKind, type ListStore } from '../../lists';
import { pickWithQuota } from '../../ui/asking/pickWithQuota';
import { countText, timeText } from '../../ui/texts/formats';
import { Hint } from '../../ui/problems/problem';
import { listKindText, listStateText } from '../../ui/texts/listTexts';
import { tamed } from '../../ui/texts/tamed';
import { type WalkJob } from './walkJob';

interface Way extends QuickPickItem {
  /** The list to go on with; a new one where there is none. */
  readonly list?: FollowerList;
}

/** From the wish to see a list of an account to its walk: what it costs, and whether one is to be gone on with. */
export class Browse {
  constructor(
    private readonly store: Pick<ListStore, 'lists' | 'create'>,
    private readonly job: Pick<WalkJob, 'run'>,
    private readonly clients: Pick<Clients, 'for'>,
    private readonly prefixes: Pick<LearnedPrefixes, 'followersOf'>,
    private readonly tags: Pick<TagListing, 'known'>,
    private readonly isReady: (account: Account) => Promise<boolean>,
  ) {}

  /**
   * @param forMigration whether the list stays until it is removed
   * @throws a cancellation, {ListError}
   */
  async run(
    account: Account,
    kind: ListKind,
    { forMigration = false }: { readonly forMigration?: boolean } = {},
  ): Promise<FollowerList | undefined> {
    const { appId, name: accountName } = account;
    const same = await this.keptOf(account, kind);
    const expected = await this.expected(appId, kind, same);
    // One that is to stay is not gone on with in a list whose time ends.
    const last = same.find(list => list.forMigration || !forMigration);
    const { list } = await this.ask(account, kind, expected, last);
    const counted = kind.kind === 'tag' ? expected : undefined;
    if (list) return this.job.run(list, counted);
    // Another window may have begun while the question was open.
    await this.keptOf(account, kind);
    const created = await this.store.create({ appId, accountName, list: kind, forMigration });
    return this.job.run(created, counted);
  }

  /** The lists of this kind. @throws a hint where one of them is being walked: twice at once would cost twice */
  private async keptOf({ appId, name }: Account, kind: ListKind): Promise<FollowerList[]> {
    const { lists } = await this.store.lists();
    const same = lists.filter(list => list.appId === appId && isSameList(list.list, kind));
    const walked = same.find(({ isWalked }) => isWalked);
    if (walked)
      throw new Hint(
        l10n.t(
          '{0} of {1} is being browsed already: {2}. The sidebar shows how far it is.',
          listKindText(kind),
          name,
          listStateText(walked),
        ),
      );
    return same;
  }

  /** How many there will be, by what WeChat said last. */
  private async expected(
    appId: string,
    kind: ListKind,
    [last]: readonly FollowerList[],
  ): Promise<number | undefined> {
    switch (kind.kind) {
      case 'followers':
        return (await this.prefixes.followersOf(appId)) ?? last?.total;
      case 'tag':
        return (await this.tags.known(appId))?.find(({ id }) => id === kind.tagId)?.count;
      case 'blacklist':
        return last?.total;
    }
  }

  private ask(
    account: Account,
    kind: ListKind,
    expected: number | undefined,
    last: FollowerList | undefined,
  ): Promise<Way> {
    const { path, page } = callOf(kind);
    const callsFor = (openids: number) => Math.max(1, Math.ceil(openids / page));
    const left = last && !last.isComplete && !last.isWalked && last.pages > 0 ? last : undefined;
    const anew: Way = {
      label: left ? l10n.t('Begin Anew') : l10n.t('Browse'),
      description:
        expected === undefined
          ? l10n.t('One API call for {0} openids; the first one tells how many there are.', countText(page))
          : costText(callsFor(expected), expected),
    };
    const items: Way[] = [anew];
    if (left) {
      const rest = (left.total ?? expected ?? left.found) - left.found;
      const description = `${listStateText(left)} · ${timeText(left.at)}`;
      items.unshift({
        label: l10n.t('Resume'),
        description,
        detail: costText(callsFor(rest), Math.max(0, rest)),
        list: left,
      });
    }
    const needed = callsFor(expected ?? 1);
    return pickWithQuota(
      questionOf(kind, account.name),
      items,
      async signal => {
        if (!(await this.isReady(account))) return undefined;
        return (await this.clients.for(account.appId).quota(path, { signal })).remain;
      },
      today =>
        today < needed
          ? l10n.t(
              'Left of today: {0} calls, fewer than it takes. It stops there, and goes on another day.',
              countText(today),
            )
          : l10n.t('Left of today: {0} calls.', countText(today)),
    );
  }
}

function costText(calls: number, openids: number): string {
  return calls === 1
    ? l10n.t('About 1 API call, for {0} openids.', countText(openids))
    : l10n.t('About {0} API calls, for {1} openids.', countText(calls), countText(openids));
}

function questionOf(kind: ListKind, accountName: string): string {
  switch (kind.kind) {
    case 'followers':
      return l10n.t('Browse the followers of {0}?', accountName);
    case 'tag':
      return l10n.t('Browse the people of {0} with the tag {1}?', accountName, tamed(kind.name));
    case 'blacklist':
      return l10n.t('Browse the blacklist of {0}?', accountName);
  }
}
