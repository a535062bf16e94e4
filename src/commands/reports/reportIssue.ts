import { homedir } from 'node:os';
import { env, extensions, l10n, version, window, workspace } from 'vscode';

import { issueReport } from '../../jobs/reports/issueReport';
import { extensionId } from '../../manifest';
import { type Log } from '../../ui/log/log';
import { setting } from '../../ui/settings';
import { type Handler } from '../command';

/** `wechatOpenid.reportIssue`: an untitled document that the user reads, completes and sends where they like. */
export function reportIssue(log: Log): Handler {
  return async () => {
    const packageJson: unknown = extensions.getExtension(extensionId)?.packageJSON;
    const content = issueReport({
      advice: l10n.t(
        'Say below what you did, what you expected and what happened. Secrets, access tokens and openids are taken out; read the rest before you pass it on.',
      ),
      headings: {
        what: l10n.t('What happened'),
        versions: l10n.t('Versions'),
        log: l10n.t('Last lines of the log'),
      },
      versions: [
        ['WeChat OpenID Lens', versionOf(packageJson)],
        [env.appName, version],
        ['Node.js', process.versions.node],
        ['OS', `${process.platform} ${process.arch}`],
        ['remoteName', env.remoteName ?? '–'],
        ['language', env.language],
        ['wechatOpenid.apiBaseUrl', hostOf(setting('apiBaseUrl'))],
        ['wechatOpenid.credentialStore', setting('credentialStore')],
        ['wechatOpenid.concurrency', String(setting('concurrency'))],
      ],
      lines: log.recent(),
      home: homedir(),
    });
    const document = await workspace.openTextDocument({ language: 'markdown', content });
    await window.showTextDocument(document);
  };
}

function versionOf(packageJson: unknown): string {
  return typeof packageJson === 'object' &&
    packageJson !== null &&
    'version' in packageJson &&
    typeof packageJson.version === 'string'
    ? packageJson.version
    : '?';
}

/** A relay's path may be its key. */
function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).origin : '?';
}
