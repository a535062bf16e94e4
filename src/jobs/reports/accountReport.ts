import { l10n } from 'vscode';

import { type Account, usesApi } from '../../accounts';
import {
  type ReportButton,
  type ReportStep,
  type ReportView,
  type StepState,
} from '../../protocol/views/reportView';
import { inARow, timeText } from '../../ui/texts/formats';
import { type CheckStep, type Finding } from '../../wechat';
import { buttonsOf, checkAgain, editAccount } from './checkButtons';
import { findingText, proxyText, stateLabel, stepTitle } from './checkTexts';
import { type Proxy } from './proxyInUse';

/** How the credential of the account was found. */
export interface SecretFinding {
  readonly verdict: 'pass' | 'fail';
  readonly detail: string;
}

/** What is known of a check so far. */
export interface CheckProgress {
  readonly account: Account;
  readonly startedAt: number;
  readonly done: boolean;
  readonly steps: readonly CheckStep[];
  readonly secret: SecretFinding | undefined;
  readonly found: ReadonlyMap<CheckStep, Finding>;
  /** Name, and addresses where known, of the API host. */
  readonly host: string;
  /** Its origin, where it is not WeChat's own. */
  readonly relay?: string | undefined;
  readonly proxy: Proxy | undefined;
}

/** A check as its page shows it, finished or not. */
export function accountReport(progress: CheckProgress): ReportView {
  const { account, startedAt, done, secret, found } = progress;
  const { kind } = account.credential;
  const step = (name: CheckStep | 'secret', state: StepState, detail: string, buttons: ReportButton[]) => ({
    title: stepTitle(name, kind),
    state,
    stateLabel: stateLabel(state),
    detail,
    buttons,
  });
  /** The step in the way is named where the state stands: one line is enough for what was not asked. */
  const skipped = (name: CheckStep, after: CheckStep | 'secret'): ReportStep => ({
    ...step(name, 'skipped', '', []),
    stateLabel: l10n.t('Not checked: needs "{0}"', stepTitle(after, kind)),
  });
  const steps: ReportStep[] = [
    step('secret', secret?.verdict ?? 'waiting', secret?.detail ?? '', secretButtons(secret)),
    ...askedSteps(progress).map(name => {
      const finding = found.get(name);
      if (finding && 'after' in finding) return skipped(name, finding.after);
      return finding
        ? step(name, finding.verdict, detailOf(finding, progress), buttonsOf(finding, progress))
        : step(name, 'waiting', '', []);
    }),
  ];
  const next = steps.findIndex(({ state }) => state === 'waiting');
  return {
    title: l10n.t('Check of {0}', account.name),
    origin: [account.appId, timeText(startedAt)],
    summary: summaryOf(progress, steps),
    busy: !done,
    steps: done ? steps : steps.map((each, index) => (index === next ? running(each) : each)),
    facts: [],
    blocks: [],
    buttons: [checkAgain(), { action: 'copyMarkdown', label: l10n.t('Copy as Markdown') }],
  };
}

/** Nothing is asked of WeChat for an account that does not use its API. */
function askedSteps({ account, steps }: CheckProgress): readonly CheckStep[] {
  return usesApi(account) ? steps : [];
}

function running(each: ReportStep): ReportStep {
  return { ...each, state: 'running', stateLabel: stateLabel('running') };
}

function detailOf(
  finding: Exclude<Finding, { after: unknown }>,
  { account, host, relay, proxy }: CheckProgress,
): string {
  const text = findingText(finding, { host, kind: account.credential.kind });
  return finding.step === 'host' ? inARow(text, relayText(relay), proxyText(proxy)) : text;
}

function relayText(relay: string | undefined): string | false {
  return (
    relay !== undefined &&
    l10n.t('{0} is not a host of WeChat: AppSecrets and access tokens go there.', relay)
  );
}

/** What may fail while people can be looked up. */
const besideLookups: readonly CheckStep[] = ['tags', 'batchGetQuota', 'followersQuota'];

function summaryOf(progress: CheckProgress, steps: readonly ReportStep[]): ReportView['summary'] {
  const { done, secret, found } = progress;
  const { name } = progress.account;
  if (!done) return { state: 'running', text: l10n.t('Asking WeChat…') };
  if (!usesApi(progress.account))
    return { state: 'pass', text: l10n.t('{0} does not use the API: there is nothing to ask WeChat.', name) };
  const isInTheWay = ({ step, verdict }: Finding) => verdict === 'fail' && !besideLookups.includes(step);
  if (secret?.verdict === 'fail' || [...found.values()].some(isInTheWay)) {
    return {
      state: 'fail',
      text: l10n.t('{0} cannot look people up at the moment. What failed is below, with what to do.', name),
    };
  }
  return steps.some(({ state }) => state === 'warn' || state === 'fail')
    ? { state: 'warn', text: l10n.t('{0} works. Some steps need attention.', name) }
    : { state: 'pass', text: l10n.t('{0} works: ready to look people up.', name) };
}

function secretButtons(secret: SecretFinding | undefined): ReportButton[] {
  return secret?.verdict === 'fail' ? [editAccount()] : [];
}
