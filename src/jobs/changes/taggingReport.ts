import { env, l10n } from 'vscode';

import { type TagOutcome, type TagRun } from '../../changes';
import { bounds } from '../../protocol/bounds';
import {
  type ReportButton,
  type ReportTable,
  type ReportView,
  type StepState,
} from '../../protocol/views/reportView';
import { countText, inARow, timeText } from '../../ui/texts/formats';
import { codeAndCause, displayLanguage, explainError } from '../../wechat';
import { firstOf } from '../reports/firstOf';
import { outcomeOrder, outcomeText, reasonText, runTitle } from './taggingTexts';

const states: Readonly<Record<TagOutcome['kind'], StepState>> = {
  done: 'pass',
  already: 'skipped',
  full: 'warn',
  refused: 'fail',
  notTried: 'waiting',
};

/** What became of each person of a run, those first whom somebody has to look at. */
export function taggingReport(run: TagRun, isRunning: boolean): ReportView {
  const { head, action, counts } = run;
  return {
    title: runTitle(run),
    origin: [head.accountName, head.appId, timeText(head.startedAt)],
    summary: summaryOf(run, isRunning),
    busy: isRunning,
    steps: [],
    facts: [
      { label: l10n.t('People'), value: countText(run.people.length) },
      ...outcomeOrder
        .filter(kind => counts[kind] > 0)
        .map(kind => ({ label: outcomeText(kind, action), value: countText(counts[kind]) })),
    ],
    table: tableOf(run),
    blocks: [],
    buttons: buttonsOf(run, isRunning),
  };
}

function summaryOf(run: TagRun, isRunning: boolean): ReportView['summary'] {
  const { counts, stoppedBy, people } = run;
  const text = countText(people.length - counts.notTried);
  if (isRunning)
    return {
      state: 'running',
      text: l10n.t('{0} of {1} people so far.', text, countText(people.length)),
    };
  if (stoppedBy) {
    const why = explainError(stoppedBy, displayLanguage(env.language));
    return { state: 'fail', text: inARow(l10n.t('Stopped.'), codeAndCause(why), why.nextStep) };
  }
  if (counts.notTried > 0)
    return {
      state: 'warn',
      text: l10n.t('Cancelled: {0} people were not tried.', countText(counts.notTried)),
    };
  return counts.refused + counts.full > 0
    ? { state: 'warn', text: l10n.t('Done, but not for everybody.') }
    : { state: 'pass', text: l10n.t('Done.') };
}

function tableOf(run: TagRun): ReportTable {
  const rows = firstOf(outcomeOrder, kind => run.those(kind), bounds.reportRows);
  return {
    columns: [
      { label: l10n.t('OpenID'), isCode: true },
      { label: l10n.t('Outcome') },
      { label: l10n.t('Reason or time') },
    ],
    rows: rows.map(({ kind, one: person }) => ({
      state: states[kind],
      cells: [person.openid, outcomeText(kind, run.action), reasonText(run.outcomeOf(person))].map(text =>
        text.slice(0, bounds.cellText),
      ),
    })),
    ...(run.people.length > bounds.reportRows && {
      note: l10n.t(
        'The first {0} of {1} people. Export has all of them.',
        countText(bounds.reportRows),
        countText(run.people.length),
      ),
    }),
  };
}

function buttonsOf(run: TagRun, isRunning: boolean): ReportButton[] {
  const exporting: ReportButton = { action: 'export', label: l10n.t('Export…') };
  if (isRunning) return [{ action: 'cancel', label: l10n.t('Cancel') }, exporting];
  return [
    ...(run.counts.notTried > 0 ? [{ action: 'resume' as const, label: l10n.t('Resume…') }] : []),
    ...(run.undoableCount > 0 ? [{ action: 'undo' as const, label: undoText(run.undoableCount) }] : []),
    exporting,
  ];
}

function undoText(people: number): string {
  return people === 1 ? l10n.t('Undo for 1 Person…') : l10n.t('Undo for {0} People…', countText(people));
}
