import { lookup } from 'node:dns/promises';
import { l10n, workspace } from 'vscode';

import {
  type Account,
  type Clients,
  type QuotaNotes,
  relayOrigin,
  usesApi,
  type Vault,
} from '../../accounts';
import { performReportAction } from './reportActions';
import { type Reporter } from '../../panels/report/reportPanels';
import { type ReportAction, type ReportView } from '../../protocol/views/reportView';
import { clockText } from '../../ui/texts/formats';
import { setting } from '../../ui/settings';
import {
  callerIp,
  type CheckStep,
  diagnosis,
  type Finding,
  isWeChatFault,
  type OpenidPage,
  type RequestEntry,
} from '../../wechat';
import { accountReport, type CheckProgress, type SecretFinding } from './accountReport';
import { credentialFinding } from './credentialFinding';
import { quotaText, stepTitle } from './checkTexts';
import { proxyInUse } from './proxyInUse';

export interface AccountReporterParts {
  readonly account: (appId: string) => Promise<Account>;
  readonly vault: Vault;
  readonly clients: Clients;
  readonly quotaNotes: QuotaNotes;
  readonly onRequest: (entry: RequestEntry) => void;
  /** Told of the page of followers that the check asks for. */
  readonly onFollowers: (appId: string, page: OpenidPage) => void;
}

/** Checks one account and reports each step as soon as it is known. */
export class AccountReporter implements Reporter {
  readonly title: string;
  private report: ReportView | undefined;
  private ip: string | undefined;

  constructor(
    private readonly subject: { readonly appId: string; readonly name: string },
    private readonly parts: AccountReporterParts,
  ) {
    this.title = l10n.t('Check of {0}', subject.name);
  }

  async make(show: (report: ReportView) => void, signal: AbortSignal): Promise<void> {
    const { checkAccount, checkSteps, reachApi } = await diagnosis();
    // Read anew each time: it may have been edited since the last check.
    const account = await this.parts.account(this.subject.appId);
    const baseUrl = setting('apiBaseUrl');
    const options = {
      ...{ baseUrl, timeoutMs: setting('requestTimeout') * 1000, onRequest: this.parts.onRequest },
      relayHeader: this.parts.clients.relayHeaderOf(account.appId),
    };
    const found = new Map<CheckStep, Finding>();
    const startedAt = Date.now();
    const proxy = proxyInUse(baseUrl, proxySettings());
    let [host, secret, done]: [string, SecretFinding | undefined, boolean] = [
      hostOf(baseUrl),
      undefined,
      false,
    ];
    const tell = () => {
      const progress: CheckProgress = {
        account,
        startedAt,
        done,
        steps: checkSteps,
        secret,
        found,
        host,
        relay: relayOrigin(baseUrl),
        proxy,
      };
      this.report = accountReport(progress);
      show(this.report);
    };
    try {
      tell();
      if (!proxy && usesApi(account))
        void withAddresses(host).then(named => {
          host = named;
          tell();
        });
      secret = await credentialFinding(account, this.parts);
      tell();
      if (!usesApi(account)) return;
      const checked = {
        client: this.parts.clients.for(account.appId),
        reach: (how: { signal: AbortSignal }) => reachApi(options, how),
        hasSecret: secret.verdict === 'pass',
        onFollowers: (page: OpenidPage) => this.parts.onFollowers(account.appId, page),
      };
      for await (const finding of checkAccount(checked, signal)) {
        found.set(finding.step, finding);
        tell();
      }
    } finally {
      done = true;
      this.ip = ipIn(found);
      this.noteQuotas(found, startedAt);
      tell();
    }
  }

  act(action: ReportAction): Promise<unknown> {
    const { report, ip } = this;
    return performReportAction(action, { report, ip, appId: this.subject.appId });
  }

  private noteQuotas(found: ReadonlyMap<CheckStep, Finding>, at: number): void {
    const lines = [...found.values()].flatMap(finding =>
      'quota' in finding
        ? [l10n.t('{0}: {1}', stepTitle(finding.step, 'appSecret'), quotaText(finding))]
        : [],
    );
    if (lines.length === 0) return;
    const heading = l10n.t('Checked at {0}', clockText(at));
    this.parts.quotaNotes.set(this.subject.appId, [heading, ...lines].join('\n'));
  }
}

function ipIn(found: ReadonlyMap<CheckStep, Finding>): string | undefined {
  const finding = found.get('ip');
  return finding && 'fault' in finding && isWeChatFault(finding.fault)
    ? callerIp(finding.fault.errmsg)
    : undefined;
}

function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host : address;
}

/** The name with what it resolves to here; the name alone where it does not, which the request itself will say. */
async function withAddresses(host: string): Promise<string> {
  const name = host.replace(/:\d+$/, '');
  try {
    const addresses = (await lookup(name, { all: true })).map(({ address }) => address);
    return addresses.includes(name) ? host : `${host} (${addresses.slice(0, 3).join(', ')})`;
  } catch {
    return host;
  }
}

function proxySettings() {
  const http = workspace.getConfiguration('http');
  return {
    proxy: http.get('proxy', ''),
    support: http.get('proxySupport', 'override'),
    noProxy: http.get<string[]>('noProxy', []),
    env: process.env,
  };
}
