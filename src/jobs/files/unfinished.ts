import { l10n, window } from 'vscode';

import { type Batch } from '../../batch';
import { Cancelled } from '../../ui/asking/steps';
import { countText, inARow } from '../../ui/texts/formats';
import { countsSentence } from '../../ui/texts/outcomes';
import { type BatchJob, stopReason } from '../batches/batchJob';
import { type FetchedPeople } from './fetchedPeople';

/**
 * Sees to it that the batches come to their end, or that the user wants what is known without it.
 * @throws a cancellation where the question is closed: the batches stay, and can be resumed
 */
export async function finish(
  batches: readonly Batch[],
  people: FetchedPeople,
  job: Pick<BatchJob, 'run'>,
): Promise<void> {
  const write = l10n.t('Write What Is Known');
  const resume = l10n.t('Resume');
  for (;;) {
    const open = batches.filter(({ state }) => state !== 'done');
    const [first] = open;
    if (!first) return;
    const { sentence = '', actions = [] } = stopReason(first) ?? {};
    const counts = countsSentence(people.counts);
    const choice = await window.showWarningMessage(
      inARow(
        first.state === 'stopped'
          ? l10n.t('The batch stopped. So far: {0}. {1}', counts, sentence)
          : l10n.t('The batch was cancelled. So far: {0}.', counts),
        l10n.t(
          'The file still lacks {0} of {1} profiles.',
          countText(people.counts.pending),
          countText(people.size),
        ),
      ),
      resume,
      write,
      ...actions.map(({ label }) => label),
    );
    if (choice === undefined) throw new Cancelled();
    if (choice === write) return;
    if (choice === resume) await resumeAll(open, job);
    else await actions.find(({ label }) => label === choice)?.run();
  }
}

/** In turn, until one does not come to its end. */
async function resumeAll(batches: readonly Batch[], job: Pick<BatchJob, 'run'>): Promise<void> {
  for (const batch of batches) {
    // The question may have stood there while the batch was resumed from elsewhere.
    if (batch.state === 'running') await ended(batch);
    else if (batch.state !== 'done') await job.run(batch, [], { tellsEnd: false });
    if (batch.state !== 'done') return;
  }
}

function ended(batch: Batch): Promise<void> {
  return new Promise(resolve => {
    const listening = batch.onDidChange(() => {
      if (batch.state === 'running') return;
      listening.dispose();
      resolve();
    });
  });
}
