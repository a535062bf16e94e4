import { l10n, window } from 'vscode';

import { type Account, type AccountRegistry, type Clients } from '../../../accounts';
import { type Batch, type BatchStore, noAccount, type OutcomeKind, stillToAsk } from '../../../batch';
import { inPortions, type ListStore, type OpenidSource, sourceOf } from '../../../lists';
import { maxOpenids } from '../../../openids';
import { knownOpenids, type People } from '../../../people';
import { withProgress } from '../../../ui/asking/progress';
import { Cancelled } from '../../../ui/asking/steps';
import { Hint, Problem } from '../../../ui/problems/problem';
import { setting } from '../../../ui/settings';
import { countText, inARow } from '../../../ui/texts/formats';
import { listTitle } from '../../../ui/texts/listTexts';
import { type BatchJob, stopReason } from '../../batches/batchJob';
import { registeredAccount } from '../../accounts/registeredAccount';
import { type SharedIndex } from '../sharedIndex';
import { chooseStep } from './refreshCost';
import { type RefreshTarget } from './refreshTarget';
import { type RefreshedPage } from './refreshedPage';

/** Of an openid that WeChat has called wrong there is nothing to ask again, and each would cost calls of its own. */
const asked: readonly OutcomeKind[] = ['following', 'notFollowing', 'notReturned', 'failed'];

export interface RefreshParts {
  readonly known: Pick<SharedIndex, 'people'>;
  readonly registry: AccountRegistry;
  readonly batches: BatchStore;
  readonly lists: Pick<ListStore, 'source'>;
  readonly clients: Pick<Clients, 'unattended'>;
  readonly job: Pick<BatchJob, 'run'>;
  readonly isReady: (account: Account) => Promise<boolean>;
  readonly page: Pick<RefreshedPage, 'show'>;
}

/**
 * Asks for people again to learn their unionids of now, and shows what has changed. Every refresh is a batch that notes
 * when it was begun: what was known before that moment stays in the journals, so that it can be resumed in any window,
 * and shown again.
 */
export class UnionidRefresh {
  constructor(private readonly parts: RefreshParts) {}

  run(target: RefreshTarget): Promise<void> {
    switch (target.kind) {
      case 'batch':
        return this.batch(target.batchId);
      case 'list':
        return this.list(target.list.id, target.list.appId, listTitle(target.list), target.list.found);
      case 'account':
        return this.account(target.account);
    }
  }

  private async batch(batchId: string): Promise<void> {
    const { batches, registry } = this.parts;
    const batch = await batches.open(batchId);
    if (!batch) throw new Problem(l10n.t('This batch is no longer kept.'), [], 'unknownBatch');
    if (batch.appId === noAccount)
      throw new Hint(l10n.t('This is a saved answer, which has no account that could be asked again.'));
    if (batch.state === 'running')
      throw new Hint(l10n.t('This batch is running. Wait until it finishes, and try again.'));
    const account = await registeredAccount(registry, batch.appId);
    const all = batch.openids.length - batch.counts.invalid;
    if (all === 0)
      throw new Hint(l10n.t('Nobody of this batch can be asked for: all of its openids are invalid.'));
    const rest = batch.refreshedAt === undefined ? undefined : stillToAsk(batch);
    const step = await this.choose(account, all, rest);
    const people = await this.people();
    if (step === 'show') return this.show(people, account, [batch]);
    if (step === 'rest') return this.finish(people, account, [batch], []);
    // Its earlier answers are nowhere but in its rows: they would be gone.
    if (batch.isInMemory) {
      const openids = batch.openidsOf(['pending', ...asked]);
      return this.ask(people, account, sourceOf(openids), batch.source);
    }
    return this.finish(people, account, [batch], asked);
  }

  private async list(listId: string, appId: string, name: string, count: number): Promise<void> {
    const account = await registeredAccount(this.parts.registry, appId);
    if (count === 0) throw new Hint(l10n.t('Nobody is in this list.'));
    await this.choose(account, count);
    const openids = await this.parts.lists.source(listId);
    await this.ask(await this.people(), account, openids, l10n.t('Refresh of {0}', name));
  }

  private async account(account: Account): Promise<void> {
    const people = await this.people();
    const { count, openids } = knownOpenids(people, account.appId);
    if (count === 0)
      throw new Hint(
        l10n.t(
          'Nobody of {0} is known here yet. Browse its followers, or fetch profiles first.',
          account.name,
        ),
      );
    await this.choose(account, count);
    await this.ask(people, account, sourceOf(openids()), l10n.t('Refresh of {0}', account.name));
  }

  private people(): Promise<People> {
    return withProgress(l10n.t('Putting together who is who'), signal => this.parts.known.people(signal));
  }

  private choose(account: Account, all: number, rest?: number) {
    const { clients, isReady } = this.parts;
    return chooseStep({ account, all, rest }, clients, () => isReady(account));
  }

  /** As new batches: all are kept before the first runs, and can be resumed. */
  private async ask(people: People, account: Account, openids: OpenidSource, source: string): Promise<void> {
    const { appId, name: accountName } = account;
    const batches: Batch[] = [];
    for await (const portion of inPortions(openids, maxOpenids)) {
      const lang = setting('lang');
      batches.push(await this.parts.batches.create({ appId, accountName, source, openids: portion, lang }));
    }
    await this.finish(people, account, batches, asked);
  }

  /** Runs what is not done, until all is, or the user wants to see what is known without the rest. */
  private async finish(
    people: People,
    account: Account,
    batches: readonly Batch[],
    again: readonly OutcomeKind[],
  ): Promise<void> {
    const begun = new Set<Batch>();
    for (;;) {
      for (const batch of batches) {
        if (begun.has(batch) && stillToAsk(batch) === 0) continue;
        // What is to be asked for is marked once: the marks are what is left of it.
        const kinds = begun.has(batch) ? [] : again;
        begun.add(batch);
        await this.parts.job.run(batch, kinds, { tellsEnd: false });
        if (batch.state !== 'done') break;
      }
      const open = batches.find(({ state }) => state !== 'done');
      if (!open || !(await this.goesOn(open, batches))) break;
    }
    await this.show(people, account, batches);
  }

  /** @throws a cancellation where the question is closed: the refresh stays, and can be gone on with */
  private async goesOn(batch: Batch, batches: readonly Batch[]): Promise<boolean> {
    const { sentence = '', actions = [] } = stopReason(batch) ?? {};
    const resume = l10n.t('Resume');
    const show = l10n.t('Show What Has Changed');
    const left = batches.reduce((sum, each) => sum + stillToAsk(each), 0);
    for (;;) {
      const choice = await window.showWarningMessage(
        inARow(
          l10n.t('The refresh has not come to its end. Still to ask: {0}.', countText(left)),
          sentence,
          batch.isInMemory
            ? l10n.t('It is in memory only, and ends with this window.')
            : l10n.t('Run Refresh UnionIDs… again to go on later, from any window.'),
        ),
        resume,
        show,
        ...actions.map(({ label }) => label),
      );
      if (choice === undefined) throw new Cancelled();
      if (choice === resume) return true;
      if (choice === show) return false;
      await actions.find(({ label }) => label === choice)?.run();
    }
  }

  private show(people: People, account: Account, batches: readonly Batch[]): Promise<void> {
    return this.parts.page.show(people, account, batches);
  }
}
