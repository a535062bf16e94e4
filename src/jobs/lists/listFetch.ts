import { l10n, type QuickPickItem, window } from 'vscode';

import { type Account } from '../../accounts';
import {
  compareLists,
  type FollowerList,
  inPortions,
  type ListStore,
  type OpenidSource,
  sample,
  sourceOf,
} from '../../lists';
import { maxOpenids } from '../../openids';
import { withProgress } from '../../ui/asking/progress';
import { ask, Cancelled } from '../../ui/asking/steps';
import { Hint } from '../../ui/problems/problem';
import { countText } from '../../ui/texts/formats';
import { listTitle } from '../../ui/texts/listTexts';
import { type BatchStart } from '../batches/batchStart';
import { type ListSides, sideId, sideName } from './listSides';

/** Whose profiles are to be fetched. */
interface Wanted {
  readonly source: OpenidSource;
  readonly count: number;
  /** What the batch is called. */
  readonly name: string;
}

interface Choice extends QuickPickItem {
  choose(): Promise<Wanted>;
}

const someOf = 1_000;

/** From a kept list to the profiles of its people: of all, of the new ones, or of a sample. */
export class ListFetch {
  constructor(
    private readonly store: ListStore,
    private readonly sides: ListSides,
    private readonly start: Pick<BatchStart, 'runListed'>,
    /** So many openids one batch takes. */
    private readonly most = maxOpenids,
  ) {}

  async run(account: Account, list: FollowerList): Promise<void> {
    if (list.found === 0) throw new Hint(l10n.t('Nobody is in this list.'));
    const { source, count, name } = await this.ask(list);
    const batches = Math.ceil(count / this.most);
    await this.start.runListed({
      account,
      count,
      portions: inPortions(source, this.most),
      sourceOf: portion => (batches > 1 ? l10n.t('{0} {1}/{2}', name, portion + 1, batches) : name),
    });
  }

  private async ask(list: FollowerList): Promise<Wanted> {
    const { found } = list;
    const source = await this.store.source(list.id);
    const name = listTitle(list);
    const earlier = (await this.sides.all(list.appId)).filter(side => sideId(side) !== list.id);
    const items: Choice[] = [
      {
        label: l10n.t('All'),
        description: l10n.t(
          'People: {0} · API calls: {1}',
          countText(found),
          countText(Math.ceil(found / 100)),
        ),
        choose: () => Promise.resolve({ source, count: found, name }),
      },
    ];
    if (earlier.length > 0)
      items.push({
        label: l10n.t('The New Ones…'),
        description: l10n.t('who are not in an earlier list or batch'),
        choose: async () => {
          const since = await this.sides.pick(earlier, l10n.t('New since which list or batch?'), '');
          return this.newOnes(list, source, {
            source: await this.sides.source(since),
            name: sideName(since),
          });
        },
      });
    items.push({
      label: l10n.t('A Sample…'),
      description: l10n.t('so many of them, spread evenly over the list'),
      choose: () => this.sample(list, source),
    });
    const placeHolder = l10n.t('Fetch whose profiles? {0}', name);
    const picked = await window.showQuickPick(items, { placeHolder });
    if (!picked) throw new Cancelled();
    return picked.choose();
  }

  private async newOnes(
    list: FollowerList,
    later: OpenidSource,
    earlier: { readonly source: OpenidSource; readonly name: string },
  ): Promise<Wanted> {
    const { came, allCame } = await withProgress(l10n.t('Comparing with {0}', earlier.name), signal =>
      compareLists(earlier.source, later, signal),
    );
    if (came === 0) throw new Hint(l10n.t('Nobody is new since {0}.', earlier.name));
    const name = l10n.t('{0}, new since {1}', listTitle(list), earlier.name);
    return { source: allCame, count: came, name };
  }

  private async sample(list: FollowerList, source: OpenidSource): Promise<Wanted> {
    const answer = await ask({
      title: l10n.t('Fetch the Profiles of a Sample'),
      prompt: l10n.t('How many of {0}? They are spread evenly over the list.', countText(list.found)),
      value: String(Math.min(someOf, list.found)),
      check: text => {
        const count = Number(text.trim());
        return Number.isInteger(count) && count >= 1 && count <= list.found
          ? undefined
          : l10n.t('Enter a whole number from 1 to {0}.', countText(list.found));
      },
    });
    if (typeof answer !== 'string') throw new Cancelled();
    const openids = await sample(source, list.found, Number(answer.trim()));
    return {
      source: sourceOf(openids),
      count: openids.length,
      name: l10n.t('{0}, a sample of {1}', listTitle(list), countText(openids.length)),
    };
  }
}
