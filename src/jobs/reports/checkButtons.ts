import { l10n } from 'vscode';

import { type ReportButton } from '../../protocol/views/reportView';
import {
  callerIp,
  type CheckStep,
  errorKind,
  type Finding,
  isWeChatFault,
  tokenServerName,
  type TransportFault,
  transportKind,
  type WeChatFault,
} from '../../wechat';

/** What a check has come to, as far as its buttons depend on it. */
interface Progress {
  readonly done: boolean;
  readonly found: ReadonlyMap<CheckStep, Finding>;
}

/** What to do about one finding, after its cause, where something can be done from here. */
export function buttonsOf(finding: Finding, { done, found }: Progress): ReportButton[] {
  const buttons = helpFor(finding, found);
  return done ? buttons : buttons.filter(({ action }) => action !== 'again');
}

export function checkAgain(): ReportButton {
  return { action: 'again', label: l10n.t('Check Again') };
}

export function editAccount(): ReportButton {
  return { action: 'editAccount', label: l10n.t('Edit Account…') };
}

function helpFor(finding: Finding, found: ReadonlyMap<CheckStep, Finding>): ReportButton[] {
  if ('sample' in finding) {
    return finding.sample === 'missing'
      ? [{ action: 'openPlatform', label: l10n.t('Go to Open Platform') }]
      : [];
  }
  if (finding.verdict !== 'fail' && finding.verdict !== 'warn') return [];
  // Clearing concerns all APIs at once: the first one that is used up offers it. It takes a token.
  if (isUsedUp(finding)) {
    const isFirst = [...found.values()].find(isUsedUp) === finding;
    return isFirst && finding.step !== 'token'
      ? [{ action: 'clearQuota', label: l10n.t('Reset API Quota…') }]
      : [];
  }
  if ('fault' in finding) {
    return isWeChatFault(finding.fault)
      ? againstRefusal(finding.step, finding.fault)
      : againstSilence(finding.fault);
  }
  // The clock is set outside of VS Code; a quota that is merely low is no reason to spend one of ten clearings.
  return finding.step === 'clock' ? [checkAgain()] : [];
}

function againstRefusal(step: CheckStep, fault: WeChatFault): ReportButton[] {
  switch (errorKind(fault)) {
    case 'retry':
      return [checkAgain()];
    case 'token':
      return [{ action: 'forceRefresh', label: l10n.t('Force New Access Token…') }];
    case 'network':
      return callerIp(fault.errmsg) === undefined
        ? [openConsole()]
        : [{ action: 'copyIp', label: l10n.t('Copy IP') }, openConsole()];
    case 'config':
      return step === 'token' ? [editAccount(), openConsole()] : [openConsole()];
    default:
      return [];
  }
}

function againstSilence(fault: TransportFault): ReportButton[] {
  if (fault.endpoint === tokenServerName) return [checkAgain(), editAccount()];
  if (fault.reason === 'proxy') return [{ action: 'proxySettings', label: l10n.t('Proxy Settings') }];
  const settings: ReportButton = { action: 'extensionSettings', label: l10n.t('Open Settings') };
  return transportKind(fault) === 'retry' ? [checkAgain(), settings] : [settings];
}

function isUsedUp(finding: Finding): boolean {
  if ('quota' in finding) return finding.verdict === 'fail';
  return 'fault' in finding && isWeChatFault(finding.fault) && finding.fault.errcode === 45009;
}

function openConsole(): ReportButton {
  return { action: 'openConsole', label: l10n.t('Open WeChat Console') };
}
