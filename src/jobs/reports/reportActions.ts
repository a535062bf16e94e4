import { commands as vscodeCommands, env, l10n, Uri, window } from 'vscode';

import { commands, extensionId } from '../../manifest';
import { type ReportAction, type ReportView } from '../../protocol/views/reportView';
import { byHand } from '../../ui/asking/byHand';
import { whitelistPage } from '../../ui/whitelistPage';
import { reportMarkdown } from './reportMarkdown';

/** Where an account is bound, so that profiles carry a unionid. */
const openPlatform = 'https://open.weixin.qq.com/';

/** What a report is about, as far as its buttons need it. */
export interface ReportSubject {
  readonly report: ReportView | undefined;
  readonly appId?: string;
  /** The caller's address, where WeChat refused it. */
  readonly ip?: string | undefined;
}

/** Does what a button of a report says. */
export async function performReportAction(
  action: ReportAction,
  { report, appId, ip }: ReportSubject,
): Promise<unknown> {
  switch (action) {
    case 'again': // the panel's own business
    case 'resume': // and these the business of who made the report
    case 'cancel':
    case 'undo':
    case 'export':
      return undefined;
    case 'copyMarkdown':
      return report && copy(reportMarkdown(report));
    case 'copyIp':
      return ip === undefined ? undefined : copy(ip);
    case 'openConsole':
      return env.openExternal(Uri.parse(whitelistPage));
    case 'openPlatform':
      return env.openExternal(Uri.parse(openPlatform));
    case 'editAccount':
      return vscodeCommands.executeCommand(commands.editAccount, byHand({ appId }));
    case 'clearQuota':
      return vscodeCommands.executeCommand(commands.clearApiQuota, byHand({ appId }));
    case 'forceRefresh':
      return vscodeCommands.executeCommand(commands.forceNewAccessToken, byHand({ appId }));
    case 'proxySettings':
      return vscodeCommands.executeCommand('workbench.action.openSettings', 'http.proxy');
    case 'extensionSettings':
      return vscodeCommands.executeCommand('workbench.action.openSettings', `@ext:${extensionId}`);
  }
}

async function copy(text: string): Promise<void> {
  await env.clipboard.writeText(text);
  window.setStatusBarMessage(l10n.t('Copied to the clipboard.'), 3000);
}
