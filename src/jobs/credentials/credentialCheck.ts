import { env, l10n, type MessageItem, Uri, window } from 'vscode';

import { type Account, type Clients, CredentialNeeded, type EnteredRelay } from '../../accounts';
import { type Log } from '../../ui/log/log';
import { whitelistPage } from '../../ui/whitelistPage';
import { withProgress } from '../../ui/asking/progress';
import { codeAndCause, displayLanguage, explainError, WeChatFailure } from '../../wechat';
import { type Entered } from './entry/credentialEntry';
import { type TokenOwner } from './tokenOwner';

/** WeChat took them; it did not or could not, and the user keeps them nevertheless; or the user changes them. */
export type Verdict = 'accepted' | 'refused' | 'reconsidered';

/**
 * Proves an AppID and a credential that is not kept yet against WeChat. A failure is explained and the user decides:
 * keep them all the same (an IP may be whitelisted later), or go back and change them.
 */
export class CredentialCheck {
  constructor(
    private readonly clients: Clients,
    private readonly owner: Pick<TokenOwner, 'other'>,
    private readonly log: Log,
  ) {}

  async verdict(appId: string, { credential, relay }: Entered): Promise<Verdict> {
    if (credential.kind === 'none') return 'accepted';
    return this.judge(appId, async signal => {
      const client = this.clients.trial(appId, credential, relay);
      await client.checkCredentials({ signal });
      // WeChat itself holds an AppSecret against the AppID; nobody does that with a token.
      return credential.kind === 'appSecret' ? undefined : this.owner.other(appId, client, signal);
    });
  }

  /** Of a header for the relay, with the credential that the account has; without that nothing can be said. */
  async ofRelay(appId: string, relay: EnteredRelay | undefined): Promise<Verdict> {
    return this.judge(appId, async signal => {
      try {
        await this.clients.relayTrial(appId, relay).checkCredentials({ signal });
      } catch (error) {
        if (!(error instanceof CredentialNeeded)) throw error;
      }
      return undefined;
    });
  }

  private async judge(
    appId: string,
    ask: (signal: AbortSignal) => Promise<Account | undefined>,
  ): Promise<Verdict> {
    try {
      const other = await withProgress(l10n.t('Checking {0} with WeChat', appId), ask);
      return other ? await this.ofOther(other) : 'accepted';
    } catch (error) {
      if (!(error instanceof WeChatFailure)) throw error;
      return this.keepAnyway(error);
    }
  }

  private async ofOther({ name, appId }: Account): Promise<Verdict> {
    const change: MessageItem = { title: l10n.t('Change Entries'), isCloseAffordance: true };
    const save: MessageItem = { title: l10n.t('Save Anyway') };
    const choice = await window.showWarningMessage(
      l10n.t('The access token belongs to another account: {0} ({1}).', name, appId),
      {
        modal: true,
        detail: l10n.t(
          'WeChat answers with openids that begin like those of that account. Look-ups of this one would all fail. Get a token of this account, or correct the AppID.',
        ),
      },
      change,
      save,
    );
    return choice === save ? 'refused' : 'reconsidered';
  }

  private async keepAnyway(failure: WeChatFailure): Promise<Verdict> {
    const why = explainError(failure.fault, displayLanguage(env.language));
    const { nextStep, ip } = why;
    const save: MessageItem = { title: l10n.t('Save Anyway') };
    const change: MessageItem = { title: l10n.t('Change Entries'), isCloseAffordance: true };
    const copyIp: MessageItem = { title: l10n.t('Copy IP') };
    const openConsole: MessageItem = { title: l10n.t('Open WeChat Console') };
    const showLog: MessageItem = { title: l10n.t('Show Log') };
    for (;;) {
      const choice = await window.showWarningMessage(
        codeAndCause(why),
        { modal: true, detail: nextStep },
        // The first is the default: most of what WeChat refuses was mistyped.
        change,
        save,
        ...(ip === undefined ? [] : [copyIp, openConsole]),
        showLog,
      );
      // Neither is an answer to the question, which is asked again.
      if (choice === copyIp) await env.clipboard.writeText(ip ?? '');
      else if (choice === openConsole) await env.openExternal(Uri.parse(whitelistPage));
      else if (choice === showLog) this.log.show();
      else return choice === save ? 'refused' : 'reconsidered';
    }
  }
}
