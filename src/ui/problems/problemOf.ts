import { commands as vscodeCommands, env, l10n, Uri } from 'vscode';

import { type CommandId, commands } from '../../manifest';
import {
  codeAndCause,
  displayLanguage,
  type ErrorKind,
  type Explanation,
  explainError,
  type Fault,
  isKeptRequest,
} from '../../wechat';
import { byHand } from '../asking/byHand';
import { inARow, timeText } from '../texts/formats';
import { type Action, Problem } from './problem';
import { whitelistPage } from '../whitelistPage';

/** WeChat's explanation as one message: what happened, what to do, and which request it was. */
export function sentencesOf(explanation: Explanation): string {
  return inARow(codeAndCause(explanation), explanation.nextStep, requestText(explanation));
}

function requestText({ cause, rid, ridTime }: Explanation): string | undefined {
  // WeChat's own words about a code that nobody knows hold it.
  if (rid !== undefined && cause.includes(rid)) return undefined;
  if (rid === undefined || ridTime === undefined) return rid && `rid ${rid}`;
  return l10n.t('rid {0} (about {1})', rid, timeText(ridTime * 1000));
}

/** A fault explained, with what can be done about it. `appId` is the account that asked, where it is registered. */
export function problemOf(fault: Fault, appId?: string, now = Date.now()): Problem {
  const explanation = explainError(fault, displayLanguage(env.language));
  const { code, kind, ip, rid } = explanation;
  const onAccount = (label: string, command: CommandId): Action => ({
    label,
    run: () => vscodeCommands.executeCommand(command, byHand({ appId, rid, path: fault.endpoint })),
  });
  const actions: Action[] = [];
  if (ip !== undefined)
    actions.push(
      { label: l10n.t('Copy IP'), run: () => env.clipboard.writeText(ip) },
      { label: l10n.t('Open WeChat Console'), run: () => env.openExternal(Uri.parse(whitelistPage)) },
    );
  if (appId !== undefined) {
    // Clearing takes a token, which is what was refused there.
    if (code === 45009 && !isOfToken(fault))
      actions.push(onAccount(l10n.t('Reset API Quota…'), commands.clearApiQuota));
    // It was refreshed once already: what survives that is not the token's age.
    if (code === 40001 && kind === 'token')
      actions.push(onAccount(l10n.t('Force New Access Token…'), commands.forceNewAccessToken));
    if (rid !== undefined && isKeptRequest(rid, now) && canTrace(fault, kind))
      actions.push(onAccount(l10n.t('Look Up Request'), commands.lookUpRequestByRid));
  }
  if (kind === 'bug') actions.push(reportIssue());
  return new Problem(sentencesOf(explanation), actions);
}

/** Looking a request up takes a token that WeChat accepts. */
function canTrace(fault: Fault, kind: ErrorKind): boolean {
  return kind !== 'network' && kind !== 'token' && !isOfToken(fault);
}

function isOfToken({ endpoint }: Fault): boolean {
  return endpoint?.endsWith('token') ?? false;
}

export function reportIssue(): Action {
  return { label: l10n.t('Report Issue…'), run: () => vscodeCommands.executeCommand(commands.reportIssue) };
}
