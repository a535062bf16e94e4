import { commands as vscodeCommands, l10n, window } from 'vscode';

import {
  type Account,
  type AccountRegistry,
  type Clients,
  type EnteredCredential,
  relayOrigin,
} from '../../accounts';
import { askForAppId, askForName } from '../../jobs/credentials/entry/accountQuestions';
import { blank, type Entered, enterCredential } from '../../jobs/credentials/entry/credentialEntry';
import { type CredentialCheck, type Verdict } from '../../jobs/credentials/credentialCheck';
import { cleanCredential } from '../../jobs/credentials/entry/credentialShape';
import { type Lesson } from '../../jobs/accounts/prefixLesson';
import { keepSecret } from '../../jobs/credentials/secretKeeping';
import { commands } from '../../manifest';
import { inARow } from '../../ui/texts/formats';
import { back, runSteps } from '../../ui/asking/steps';
import { setting } from '../../ui/settings';
import { fallbackNotice } from '../../ui/texts/storeLabel';
import { type Handler } from '../command';

interface Entries extends Entered {
  readonly appId: string;
  readonly name: string;
}

/** `wechatOpenid.addAccount`: AppID, AppSecret or another credential, name; checked with WeChat before anything is saved. */
export function addAccount(
  registry: AccountRegistry,
  clients: Clients,
  check: CredentialCheck,
  edit: Handler,
  learn: Lesson,
): Handler {
  return async () => {
    const title = l10n.t('Add Official Account');
    let entries: Entries = { appId: '', credential: blank('appSecret'), name: '' };
    let verdict: Verdict;
    do {
      const asked = await askForEntries(title, entries, registry);
      if ('registered' in asked) return edit({ appId: asked.registered.appId });
      entries = asked;
      verdict = await check.verdict(entries.appId, entries);
    } while (verdict === 'reconsidered');

    const { credential, ...details } = entries;
    const account = await keepSecret(registry, place => registry.add(details, credential, place));
    clients.renew(account.appId, credential);
    if (verdict === 'accepted') void learn(account);
    void tellSaved(account, verdict);
    return undefined;
  };
}

async function tellSaved({ appId, name, credential }: Account, verdict: Verdict): Promise<void> {
  if (credential.kind === 'none') {
    await window.showInformationMessage(
      l10n.t('{0} is saved. It does not use the API: nobody is looked up with it.', name),
    );
    return;
  }
  const notice = credential.kind === 'appSecret' && credential.secretStore === 'vscode' && fallbackNotice();
  if (verdict === 'accepted') {
    const ready = l10n.t('{0} is ready.', name);
    const how = l10n.t('Select an openid anywhere and right-click it to look it up.');
    await window.showInformationMessage(inARow(ready, notice || how));
    return;
  }
  const check = l10n.t('Check Official Account');
  const saved = l10n.t(
    '{0} is saved, but WeChat has not accepted it yet. Check it when that is settled.',
    name,
  );
  if ((await window.showWarningMessage(inARow(saved, notice), check)) === check)
    await vscodeCommands.executeCommand(commands.checkAccount, { appId });
}

/** An AppID that is already registered ends the steps: it is edited instead. */
type Asked = Entries | { readonly registered: Account };

async function askForEntries(title: string, start: Entries, registry: AccountRegistry): Promise<Asked> {
  let registered: Account | undefined;
  const entries = await runSteps<Entries>(start, [
    async (entries, step, total) => {
      const prompt = l10n.t('AppID of the Official Account');
      const answer = await askForAppId({ title, step, total }, prompt, entries.appId);
      if (answer === back) return back;
      const appId = cleanCredential(answer);
      registered = await registry.find(appId);
      return { ...entries, appId };
    },
    async (entries, step, total) => {
      if (registered) return entries;
      const secretPrompt = l10n.t('AppSecret. It is never written to settings or logs.');
      const place = { title, step, total, secretPrompt, relayOrigin: relayOrigin(setting('apiBaseUrl')) };
      const entered = await enterCredential(place, entries);
      return entered === back ? back : { ...entries, ...entered };
    },
    async (entries, step, total) => {
      if (registered) return entries;
      const value = entries.name === '' ? usualName(entries.credential) : entries.name;
      const name = await askForName({ title, step, total }, value);
      return name === back ? back : { ...entries, name };
    },
  ]);
  return registered ? { registered } : entries;
}

function usualName({ kind }: EnteredCredential): string {
  return kind === 'none' ? l10n.t('My Mini Program') : l10n.t('My Official Account');
}
