import { l10n, window } from 'vscode';

import { type BatchStore, type JournalCheck, type OutcomeCounts, stillToAsk } from '../../batch';
import { countText, inARow, timeText } from '../../ui/texts/formats';
import { countsSentence } from '../../ui/texts/outcomes';
import { Problem } from '../../ui/problems/problem';
import { type Problems } from '../../ui/problems/problems';
import { withProgress } from '../../ui/asking/progress';
import { type Handler } from '../command';
import { type BatchPicker } from './pickBatch';

/** So many line numbers fit into a sentence. */
const named = 10;

/** `wechatOpenid.checkBatch`: reads a saved batch whole, and says what is in it, what is damaged, and whether it adds up. */
export function checkBatch(
  pick: BatchPicker,
  store: BatchStore,
  problems: Pick<Problems, 'explain'>,
): Handler {
  return async argument => {
    const id = await pick(argument, { placeHolder: l10n.t('Check which batch?'), unreadableToo: true });
    if ((await store.open(id).catch(() => undefined))?.isInMemory) {
      throw new Problem(l10n.t('This batch is in memory only: it has no file that could be damaged.'));
    }
    const check = await withProgress(l10n.t('Reading the batch'), signal => store.check(id, signal));
    const failure =
      check.failure && ((await problems.explain(check.failure))?.sentence ?? check.failure.message);
    const verdict = failure ?? verdictOf(check);
    const isSound = failure === undefined && check.damaged.length === 0 && check.addsUp;
    const show = isSound ? window.showInformationMessage : window.showWarningMessage;
    void show(verdict, { modal: true, detail: detailOf(id, check).join('\n') });
  };
}

function verdictOf({ damaged, addsUp, progress }: JournalCheck): string {
  const resume = progress !== undefined && stillToAsk(progress) > 0;
  if (damaged.length > 0) {
    return inARow(
      l10n.t('The batch is damaged: {0} of its lines cannot be read.', countText(damaged.length)),
      resume
        ? l10n.t('Resume asks WeChat again for what was lost.')
        : l10n.t('No openid has lost its outcome.'),
    );
  }
  return addsUp
    ? l10n.t('The batch is whole: every line can be read, and its counts add up.')
    : l10n.t('Every line can be read, but the counts noted last are not those of the rows. The rows count.');
}

function detailOf(id: string, check: JournalCheck): string[] {
  const { origin, version, openids, answers, answeredFrom, answeredTo, damaged, unknown, progress } = check;
  const lines = damaged.slice(0, named).map(line => countText(line));
  return [
    origin && `${origin.source} · ${origin.accountName}`,
    l10n.t('File: {0}', `${id}.ndjson`),
    version !== undefined && l10n.t('Format: {0}', version),
    l10n.t('OpenIDs: {0}', countText(openids)),
    progress && countsOf(progress.counts),
    progress && stillToAsk(progress) > 0 && l10n.t('Still to be asked: {0}', countText(stillToAsk(progress))),
    l10n.t('Answers, superseded ones included: {0}', countText(answers)),
    answeredFrom !== undefined &&
      answeredTo !== undefined &&
      l10n.t('Answered from {0} to {1}', timeText(answeredFrom), timeText(answeredTo)),
    damaged.length > 0 &&
      l10n.t(
        'Damaged lines, counted behind the list: {0}',
        [...lines, ...(damaged.length > named ? ['…'] : [])].join(', '),
      ),
    unknown > 0 && l10n.t('Notes of a newer version: {0}', countText(unknown)),
  ].filter(line => typeof line === 'string');
}

function countsOf(counts: OutcomeCounts): string {
  return l10n.t('Outcomes: {0}', countsSentence(counts));
}
