import { commands as vscodeCommands, l10n, window } from 'vscode';

import { type Clients, type LearnedPrefixes, RateLimits } from '../../accounts';
import {
  type Batch,
  type BatchStore,
  type BatchSummary,
  isOfWrongAccount,
  type OutcomeKind,
  StoreError,
  stillToAsk,
  toAskIn,
} from '../../batch';
import { commands } from '../../manifest';
import { byHand } from '../../ui/asking/byHand';
import { clockText, countText, inARow } from '../../ui/texts/formats';
import { countsSentence } from '../../ui/texts/outcomes';
import { Problem } from '../../ui/problems/problem';
import { problemOf } from '../../ui/problems/problemOf';
import { type Problems } from '../../ui/problems/problems';
import { type Report, withProgress } from '../../ui/asking/progress';
import { setting } from '../../ui/settings';
import { failureReason, outcomesOf } from './failureReason';
import { RunProgress } from './runProgress';

/** Notifications are read by people: a few drawings a second do. */
const drawEveryMs = 200;

/** Runs a batch with a progress notification and says at its end what became of it. */
export class BatchJob {
  private readonly running = new Map<string, AbortController>();
  private readonly rateLimits = new RateLimits();

  constructor(
    private readonly store: BatchStore,
    private readonly clients: Clients,
    private readonly prefixes: LearnedPrefixes,
    private readonly problems: Problems,
  ) {}

  /** Cancels a run of this window; false where it has none. */
  cancel(batchId: string): boolean {
    const run = this.running.get(batchId);
    run?.abort();
    return run !== undefined;
  }

  /**
   * @param again outcomes of these kinds are asked for once more, beside what is still to be asked for
   * @param quiet for callers that only want the result: no notification, neither meanwhile nor at the end
   * @param tellsEnd false where the caller says itself what became of it
   */
  async run(
    batch: Batch,
    again: readonly OutcomeKind[] = [],
    { quiet = false, tellsEnd = !quiet }: { readonly quiet?: boolean; readonly tellsEnd?: boolean } = {},
  ): Promise<BatchSummary> {
    // Before the store says so: what cancels the run that is under way must stay at hand.
    if (this.running.has(batch.id)) throw new StoreError('busy');
    const controller = new AbortController();
    this.running.set(batch.id, controller);
    const total = toAskIn(batch, again);
    try {
      const work = (cancelled: AbortSignal, report: Report) => {
        const signal = AbortSignal.any([cancelled, controller.signal]);
        const drawing = drawProgress(batch, total, report);
        const { appId } = batch;
        const client = quiet ? this.clients.unattended(appId) : this.clients.for(appId);
        const rateLimit = (ending: AbortSignal) => this.rateLimits.of(client, ending);
        const options = { concurrency: setting('concurrency'), signal, again, rateLimit };
        return this.store.run(batch, client, options).finally(() => drawing.dispose());
      };
      await withProgress(this.titleOf(batch, total), work, { quiet });
    } finally {
      this.running.delete(batch.id);
    }
    await this.prefixes.learn(batch.appId, outcomesOf(batch));
    if (batch.storageFailure) void this.problems.show(batch.storageFailure);
    if (tellsEnd) this.tellEnd(batch);
    return batch.toSummary();
  }

  private titleOf({ accountName, isInMemory }: Batch, total: number): string {
    const title =
      total === 1
        ? l10n.t('Fetching 1 profile ({0})', accountName)
        : l10n.t('Fetching {0} profiles ({1})', countText(total), accountName);
    // The user asked for no history on disk when it was begun; what follows from it can still be undone.
    return !isInMemory
      ? title
      : l10n.t('{0}, kept in memory only: it cannot be resumed once this window closes', title);
  }

  private tellEnd(batch: Batch): void {
    const counts = countsSentence(batch.counts, batch.toAskAgain);
    const resume = { label: l10n.t('Resume'), run: () => this.again(commands.resumeBatch, batch.id) };
    switch (batch.state) {
      case 'stopped': {
        const { sentence, actions } = stopReason(batch) ?? {};
        if (sentence === undefined) break;
        const stopped = new Problem(l10n.t('The batch stopped. So far: {0}. {1}', counts, sentence), [
          resume,
          ...(actions ?? []),
        ]);
        void this.problems.show(stopped, batch.accountName);
        break;
      }
      case 'cancelled':
        void this.offer(l10n.t('The batch was cancelled. So far: {0}.', counts), [resume]);
        break;
      case 'done': {
        const { failed, notReturned } = batch.counts;
        const retry = {
          label: l10n.t('Retry Failed'),
          run: () => this.again(commands.retryFailed, batch.id),
        };
        const sentence = inARow(l10n.t('The batch is done: {0}.', counts), failureReason([batch]));
        void this.offer(sentence, failed + notReturned > 0 ? [retry] : []);
        break;
      }
      case 'running':
      case 'interrupted':
        break;
    }
  }

  private again(command: string, batchId: string): Thenable<unknown> {
    return vscodeCommands.executeCommand(command, byHand({ batchId }));
  }

  private async offer(message: string, actions: readonly { label: string; run(): unknown }[]): Promise<void> {
    const label = await window.showInformationMessage(message, ...actions.map(action => action.label));
    await actions.find(action => action.label === label)?.run();
  }
}

/** Why a batch stopped, and what can be done about it; undefined where it did not. */
export function stopReason(batch: Batch): Problem | undefined {
  if (batch.state !== 'stopped' || !batch.stoppedBy) return undefined;
  return isOfWrongAccount(batch) ? wrongAccount(batch) : problemOf(batch.stoppedBy, batch.appId);
}

function wrongAccount({ counts }: Batch): Problem {
  return new Problem(
    l10n.t(
      'None of the first {0} openids belongs to this account. Run the list with the account that they are from, or resume it to go on nevertheless.',
      countText(counts.invalid),
    ),
  );
}

/** Counts and rate in the notification, or until when WeChat's limit a minute holds the run up. */
function drawProgress(batch: Batch, total: number, report: Report): { dispose(): void } {
  const progress = new RunProgress(total);
  // Before it runs, what it is to ask again is not marked yet.
  const left = () => (batch.runsHere ? stillToAsk(batch) : total);
  const answers = batch.onDidChange(() => progress.observe(left()));
  const draw = () => {
    const done = Math.max(0, total - left());
    const message =
      batch.pausedUntil === undefined
        ? l10n.t('{0} of {1} · {2} a second', countText(done), countText(total), countText(batch.rate))
        : l10n.t(
            '{0} of {1} · per-minute limit reached, continues at {2}',
            countText(done),
            countText(total),
            clockText(batch.pausedUntil),
          );
    report.report({ message, increment: progress.takeIncrement() });
  };
  const timer = setInterval(draw, drawEveryMs);
  return {
    dispose() {
      clearInterval(timer);
      answers.dispose();
    },
  };
}
