import { createHash } from 'node:crypto';
import path from 'node:path';
import { commands as vscodeCommands, l10n, window } from 'vscode';
import * as v from 'valibot';

import { type FileLayer, keepWhole, nodeFiles } from '../../files';
import { settingsSection } from '../../manifest';
import { Cancelled } from '../../ui/asking/steps';
import { CallRefused } from '../../ui/problems/problem';

const HostFile = v.object({ version: v.literal(1), origin: v.string() });

/**
 * Hosts other than WeChat's to which the user lets secrets go: asked once for each, before the first secret does. The
 * setting alone is no answer, since other extensions can change it, and it may be synced from elsewhere.
 */
export class TrustedHosts {
  private readonly trusted = new Set<string>();
  private readonly asking = new Map<string, Promise<void>>();

  constructor(
    private readonly folder: string,
    private readonly disk: FileLayer = nodeFiles,
  ) {}

  /** @throws a cancellation where the user says no, `CallRefused` where nobody may be asked */
  async confirm(origin: string, unattended: boolean): Promise<void> {
    if (await this.knows(origin)) return;
    if (unattended) throw notAsked(origin);
    const pending = this.asking.get(origin) ?? this.ask(origin).finally(() => this.asking.delete(origin));
    this.asking.set(origin, pending);
    return pending;
  }

  private async ask(origin: string): Promise<void> {
    const send = l10n.t('Send Them There');
    const settings = l10n.t('Open Settings');
    const choice = await window.showWarningMessage(
      l10n.t('Send AppSecrets and access tokens to {0}?', origin),
      {
        modal: true,
        detail: l10n.t(
          'The setting {0} names this host, which is not of WeChat. Whoever runs it can read them, and everything about your followers. Agree only where it is a relay of your own. You are asked once for each host.',
          `${settingsSection}.apiBaseUrl`,
        ),
      },
      send,
      settings,
    );
    if (choice === settings)
      void vscodeCommands.executeCommand('workbench.action.openSettings', `${settingsSection}.apiBaseUrl`);
    if (choice !== send) throw new Cancelled();
    this.trusted.add(origin);
    // Where it cannot be kept, the next window asks again.
    const file = JSON.stringify({ version: 1, origin });
    await keepWhole(this.disk, this.fileOf(origin), `${file}\n`).catch(() => undefined);
  }

  private async knows(origin: string): Promise<boolean> {
    if (this.trusted.has(origin)) return true;
    const text = await this.disk.readFile(this.fileOf(origin)).catch(() => '');
    const { success, output } = v.safeParse(v.pipe(v.string(), v.parseJson(), HostFile), text);
    if (!success || output.origin !== origin) return false;
    this.trusted.add(origin);
    return true;
  }

  private fileOf(origin: string): string {
    return path.join(this.folder, `${createHash('sha256').update(origin).digest('hex').slice(0, 32)}.json`);
  }
}

function notAsked(origin: string): CallRefused {
  return new CallRefused(
    'confirmationNeeded',
    l10n.t(
      'The user has not agreed yet that secrets go to {0}, which is not a host of WeChat. Look somebody up by hand first.',
      origin,
    ),
  );
}
