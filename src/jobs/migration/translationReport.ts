import { env, l10n } from 'vscode';

import { type MigratedOpenid } from '../../lists';
import { bounds } from '../../protocol/bounds';
import { type ReportTable, type ReportView, type StepState } from '../../protocol/views/reportView';
import { countText, inARow } from '../../ui/texts/formats';
import { plainText } from '../../ui/texts/plainText';
import { codeAndCause, displayLanguage, explainError } from '../../wechat';
import { firstOf } from '../reports/firstOf';
import { type Translation, type TranslationCounts } from './translation';

type Kind = keyof TranslationCounts;

/** What somebody has to look at comes first. */
const order = [
  'refused',
  'notReturned',
  'noFollower',
  'notAsked',
  'migrated',
] as const satisfies readonly Kind[];

const states: Readonly<Record<Kind, StepState>> = {
  migrated: 'pass',
  noFollower: 'skipped',
  notReturned: 'warn',
  refused: 'fail',
  notAsked: 'waiting',
};

export function translationTitle({ old }: Translation): string {
  return l10n.t('New OpenIDs of {0}', plainText(old.source));
}

/** The openids of the old account, each with its new one or why there is none. */
export function translationReport(translation: Translation): ReportView {
  const { account, old, oldAccount, counts, isRunning } = translation;
  return {
    title: translationTitle(translation),
    origin: [account.name, account.appId, l10n.t('Old account: {0}', oldAccount)],
    summary: summaryOf(translation),
    busy: isRunning,
    steps: [],
    facts: [
      { label: l10n.t('OpenIDs'), value: countText(old.openids.length) },
      ...order
        .filter(kind => counts[kind] > 0)
        .map(kind => ({ label: kindText(kind), value: countText(counts[kind]) })),
    ],
    table: tableOf(translation),
    blocks: [],
    buttons: [
      ...(isRunning ? [{ action: 'cancel' as const, label: l10n.t('Cancel') }] : []),
      ...(!isRunning && counts.notAsked > 0 ? [{ action: 'resume' as const, label: l10n.t('Resume…') }] : []),
      { action: 'export', label: l10n.t('Export…') },
    ],
  };
}

export function translationCountsText({ counts }: Translation): string {
  return [...order]
    .reverse()
    .filter(kind => counts[kind] > 0)
    .map(kind => l10n.t('{0}: {1}', kindText(kind), countText(counts[kind])))
    .join(' · ');
}

function summaryOf({ counts, stoppedBy, isRunning, old }: Translation): ReportView['summary'] {
  const asked = countText(old.openids.length - counts.notAsked);
  if (isRunning)
    return {
      state: 'running',
      text: l10n.t('{0} of {1} openids so far.', asked, countText(old.openids.length)),
    };
  if (stoppedBy) {
    const why = explainError(stoppedBy, displayLanguage(env.language));
    return { state: 'fail', text: inARow(l10n.t('Stopped.'), codeAndCause(why), why.nextStep) };
  }
  if (counts.notAsked > 0)
    return {
      state: 'warn',
      text: l10n.t('Cancelled: {0} openids were not asked for.', countText(counts.notAsked)),
    };
  return counts.migrated === old.openids.length
    ? { state: 'pass', text: l10n.t('Done.') }
    : { state: 'warn', text: l10n.t('Done, but not for everybody.') };
}

function tableOf(translation: Translation): ReportTable {
  const { old, mapping } = translation;
  const rows = firstOf(order, kind => translation.those(kind), bounds.reportRows);
  return {
    columns: [
      { label: l10n.t('Old OpenID'), isCode: true },
      { label: l10n.t('New OpenID'), isCode: true },
      { label: l10n.t('Outcome') },
    ],
    rows: rows.map(({ kind, one: openid }) => {
      const outcome = mapping.get(openid);
      const cells = [openid, outcome?.kind === 'migrated' ? outcome.new : '', reasonText(kind, outcome)];
      return { state: states[kind], cells: cells.map(text => text.slice(0, bounds.cellText)) };
    }),
    ...(old.openids.length > bounds.reportRows && {
      note: l10n.t(
        'The first {0} of {1} openids. Export has all of them.',
        countText(bounds.reportRows),
        countText(old.openids.length),
      ),
    }),
  };
}

function kindText(kind: Kind): string {
  switch (kind) {
    case 'migrated':
      return l10n.t('Translated');
    case 'noFollower':
      return l10n.t('No follower of the old account');
    case 'notReturned':
      return l10n.t('Not in the answer');
    case 'refused':
      return l10n.t('Refused');
    case 'notAsked':
      return l10n.t('Not asked for');
  }
}

function reasonText(kind: Kind, outcome: MigratedOpenid | undefined): string {
  if (outcome?.kind === 'noFollower' && outcome.message !== '')
    return `${kindText(kind)} · ${outcome.message}`;
  if (outcome?.kind !== 'refused') return kindText(kind);
  return codeAndCause(explainError(outcome.fault, displayLanguage(env.language)));
}
