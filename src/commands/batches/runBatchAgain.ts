import { l10n, window } from 'vscode';

import {
  type Batch,
  type BatchEntry,
  type BatchStore,
  noAccount,
  type OutcomeKind,
  stillToAsk,
} from '../../batch';
import { type BatchJob } from '../../jobs/batches/batchJob';
import { confirmationNeeded } from '../../jobs/accounts/quietly';
import { countText } from '../../ui/texts/formats';
import { Hint, Problem } from '../../ui/problems/problem';
import { setting } from '../../ui/settings';
import { Cancelled } from '../../ui/asking/steps';
import { isQuiet } from '../arguments';
import { type Handler } from '../command';
import { type BatchPicker } from './pickBatch';

interface Question {
  readonly placeHolder: string;
  readonly none: string;
  fits(batch: Pick<BatchEntry, 'counts' | 'toAskAgain'>): boolean;
  /** What the user is told before, where it costs calls that nobody expects. */
  warn?(batch: Batch): string;
}

type Again = (
  pick: BatchPicker,
  store: BatchStore,
  job: BatchJob,
  show: (batchId: string) => Promise<void>,
  /** Rejects where a call of the account would open a box. */
  demandReady: (appId: string) => Promise<void>,
) => Handler;

/** `wechatOpenid.resumeBatch`: asks WeChat for what is still to be asked for, and for nothing else. */
export const resumeBatch = again([], () => ({
  placeHolder: l10n.t('Resume which batch?'),
  none: l10n.t('No batch waits to be resumed.'),
  fits: batch => stillToAsk(batch) > 0,
}));

/** `wechatOpenid.retryFailed`: asks again for what failed or was not returned. */
export const retryFailed = again(['failed', 'notReturned'], () => ({
  placeHolder: l10n.t('Retry the failed openids of which batch?'),
  none: l10n.t('No batch has failed openids.'),
  fits: ({ counts }) => counts.failed + counts.notReturned > 0,
}));

/** `wechatOpenid.recheckNotFollowing`: real followers come back as not following at times. */
export const recheckNotFollowing = again(['notFollowing'], () => ({
  placeHolder: l10n.t('Re-check those not following in which batch?'),
  none: l10n.t('No batch has people who do not follow.'),
  fits: ({ counts }) => counts.notFollowing > 0,
  warn: ({ counts }) =>
    l10n.t(
      'People who did not follow: {0}. API calls to ask again: about {1}.',
      countText(counts.notFollowing),
      countText(Math.ceil(counts.notFollowing / 100)),
    ),
}));

function again(kinds: readonly OutcomeKind[], questionOf: () => Question): Again {
  return (pick, store, job, show, demandReady) => async argument => {
    const asked = questionOf();
    // A saved answer has no account that could be asked again.
    const fits = (batch: Pick<BatchEntry, 'appId' | 'counts' | 'toAskAgain'>) =>
      batch.appId !== noAccount && asked.fits(batch);
    const question = { ...asked, fits };
    const rests = (batch: BatchEntry) => batch.state !== 'running' && fits(batch);
    const batch = await store.open(await pick(argument, { ...question, fits: rests }));
    if (!batch) throw new Problem(l10n.t('This batch is no longer kept.'), [], 'unknownBatch');
    if (!question.fits(batch)) throw new Hint(l10n.t('There is nothing left to ask for in this batch.'));
    const quiet = isQuiet(argument);
    if (quiet) {
      await demandReady(batch.appId);
      const count = sum(kinds.map(kind => batch.counts[kind]));
      if (count > setting('confirmAbove')) throw confirmationNeeded(count);
    } else if (question.warn) {
      const go = l10n.t('Ask Again');
      if ((await window.showWarningMessage(question.warn(batch), { modal: true }, go)) !== go)
        throw new Cancelled();
    }
    if (!quiet) await show(batch.id);
    return job.run(batch, kinds, { quiet });
  };
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}
