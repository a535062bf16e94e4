import { env, l10n } from 'vscode';

import { type StepState } from '../../protocol/views/reportView';
import { countText, inARow } from '../../ui/texts/formats';
import { type CredentialKind } from '../../accounts';
import { credentialLabel } from '../../ui/texts/credentialTexts';
import { sentencesOf } from '../../ui/problems/problemOf';
import { type CheckStep, displayLanguage, explainError, type Finding } from '../../wechat';
import { type Proxy } from './proxyInUse';

export function stepTitle(step: CheckStep | 'secret', kind: CredentialKind): string {
  switch (step) {
    case 'secret':
      return credentialLabel(kind);
    case 'host':
      return l10n.t('API host');
    case 'clock':
      return l10n.t('Clock');
    case 'token':
      return kind === 'accessToken' ? l10n.t('Life of the token') : l10n.t('Access token');
    case 'ip':
      return l10n.t('IP address');
    case 'permission':
      return l10n.t('User API permission');
    case 'tags':
      return l10n.t('Tags');
    case 'userInfoQuota':
      return l10n.t('Quota of {0}', 'user/info');
    case 'batchGetQuota':
      return l10n.t('Quota of {0}', 'batchget');
    case 'followersQuota':
      return l10n.t('Quota of {0}', 'user/get');
    case 'unionid':
      return l10n.t('UnionID');
  }
}

export function stateLabel(state: StepState): string {
  switch (state) {
    case 'waiting':
      return l10n.t('Waiting');
    case 'running':
      return l10n.t('Checking…');
    case 'pass':
      return l10n.t('OK');
    case 'warn':
      return l10n.t('Warning');
    case 'fail':
      return l10n.t('Failed');
    case 'skipped':
      return l10n.t('Not checked');
  }
}

/** What was found about a step that was asked about, as one or two sentences. */
export function findingText(
  finding: Exclude<Finding, { after: unknown }>,
  { host, kind }: { readonly host: string; readonly kind: CredentialKind },
): string {
  if ('fault' in finding) return sentencesOf(explainError(finding.fault, displayLanguage(env.language)));
  if ('quota' in finding) return quotaText(finding);
  switch (finding.step) {
    case 'host':
      return l10n.t('{0} answers in {1} ms.', host, Math.round(finding.milliseconds));
    case 'clock':
      return clockText(finding.aheadMs);
    case 'token':
      return tokenText(kind, finding.lifeSeconds);
    case 'ip':
      return l10n.t('WeChat accepts calls from this machine.');
    case 'permission':
      return l10n.t('The account may call the user APIs.');
    case 'tags':
      return l10n.t('Tags that can be read: {0}.', finding.tags);
    case 'unionid':
      return unionidText(finding.sample);
  }
}

/** How long the token lives, and what an account without its AppSecret cannot know. */
function tokenText(kind: CredentialKind, lifeSeconds: number): string {
  const minutes = Math.round(lifeSeconds / 60);
  switch (kind) {
    case 'appSecret':
      return l10n.t('WeChat gave one; it lives for {0} min more.', minutes);
    case 'tokenServer':
      return inARow(
        Number.isFinite(minutes)
          ? l10n.t('The token server gave one; it says that it lives for {0} min more.', minutes)
          : l10n.t('The token server gave one, and does not say how long it lives.'),
        l10n.t('Whether the AppSecret is right, and when the token ends, only the server knows.'),
      );
    case 'accessToken':
    case 'none':
      return l10n.t(
        'How long a pasted token still lives cannot be told: two hours at most from when it was made.',
      );
  }
}

export function proxyText(proxy: Proxy | undefined): string {
  if (!proxy) return l10n.t('No proxy is set for it in VS Code or in the environment.');
  return proxy.source === 'setting'
    ? l10n.t('Requests go through the proxy {0}, set by http.proxy.', proxy.address)
    : l10n.t('Requests go through the proxy {0}, set in the environment.', proxy.address);
}

/** "12 of 500,000 calls used today." */
export function quotaText({ quota, verdict }: Extract<Finding, { quota: unknown }>): string {
  const used = l10n.t('{0} of {1} calls used today.', countText(quota.used), countText(quota.dailyLimit));
  return inARow(used, verdict !== 'pass' && l10n.t('The count usually restarts at midnight, Beijing time.'));
}

function clockText(aheadMs: number | undefined): string {
  if (aheadMs === undefined) return l10n.t('The API host does not tell the time.');
  const minutes = Math.round(Math.abs(aheadMs) / 60_000);
  if (minutes === 0) return l10n.t('The clock of this machine agrees with the API host.');
  return aheadMs > 0
    ? l10n.t('The clock of this machine is {0} min fast. Set it by an internet time server.', minutes)
    : l10n.t('The clock of this machine is {0} min slow. Set it by an internet time server.', minutes);
}

function unionidText(sample: Extract<Finding, { sample: unknown }>['sample']): string {
  switch (sample) {
    case 'given':
      return l10n.t('Profiles carry one: the account is bound to an Open Platform account.');
    case 'missing':
      return l10n.t(
        'A follower was looked up and has none: most likely the account is not bound to an Open Platform account. Bind it there if you need one id for a person across accounts.',
      );
    case 'nobody':
      return l10n.t('There is no follower to check this with.');
  }
}
