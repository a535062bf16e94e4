import { l10n, type QuickPickItem, window } from 'vscode';

import {
  type Account,
  type AccountRegistry,
  type Clients,
  type CredentialKind,
  type EnteredCredential,
  keptSecretsOf,
  relayOrigin,
  type SecretStoreName,
  usesApi,
  type Vault,
} from '../../accounts';
import { askForName } from '../../jobs/credentials/entry/accountQuestions';
import { blank, enterCredential, pickKind } from '../../jobs/credentials/entry/credentialEntry';
import { type CredentialCheck } from '../../jobs/credentials/credentialCheck';
import { keptEntries, keptRelay, serverEntries } from '../../jobs/credentials/entry/keptEntries';
import { enterRelay } from '../../jobs/credentials/entry/relayEntry';
import { keepSecret } from '../../jobs/credentials/secretKeeping';
import { credentialLabel, hostOfAddress } from '../../ui/texts/credentialTexts';
import { type AccountPicker } from '../../ui/asking/pickAccount';
import { setting } from '../../ui/settings';
import { storeLabel } from '../../ui/texts/storeLabel';
import { type Handler } from '../command';

interface EditItem extends QuickPickItem {
  edit(): Promise<void>;
}

/** `wechatOpenid.editAccount`: the name, the credential, or where its secret is kept. An AppID is never edited. */
export function editAccount(
  pick: AccountPicker,
  registry: AccountRegistry,
  vault: Vault,
  clients: Clients,
  check: CredentialCheck,
): Handler {
  async function rename(account: Account): Promise<void> {
    const name = await askForName({ title: l10n.t('Name of {0}', account.appId) }, account.name);
    if (typeof name === 'string') await registry.rename(account, name);
  }

  async function replace(account: Account, start: EnteredCredential): Promise<void> {
    const { appId, name, credential } = account;
    const place = {
      title: l10n.t('{0} of {1} ({2})', credentialLabel(start.kind), name, appId),
      step: 1,
      total: 1,
      secretPrompt:
        credential.kind === 'appSecret'
          ? l10n.t('The new AppSecret replaces the old one.')
          : l10n.t('AppSecret. It is never written to settings or logs.'),
    };
    let entered = start;
    do {
      // A choice is asked for once; what is typed, as long as it is to be changed.
      const credential = entered;
      const answer = start.kind === 'none' ? { credential } : await enterCredential(place, { credential });
      if (typeof answer === 'symbol') return;
      entered = answer.credential;
    } while ((await check.verdict(appId, { credential: entered })) === 'reconsidered');
    await keepSecret(registry, secretPlace => registry.replaceCredential(account, entered, secretPlace));
    clients.renew(appId, entered);
    void window.showInformationMessage(savedText(entered.kind, name));
  }

  async function changeKind(account: Account): Promise<void> {
    const title = l10n.t('Credential of {0} ({1})', account.name, account.appId);
    await replace(account, blank(await pickKind(title, account.credential.kind)));
  }

  async function moveSecret(account: Account, target: SecretStoreName): Promise<void> {
    const place = { preference: target };
    const { credential, relay } = await keptEntries(account, clients, vault);
    if (credential) await registry.replaceCredential(account, credential, place);
    if (relay) await registry.replaceRelay(account, relay, place);
    void window.showInformationMessage(
      credential?.kind === 'appSecret' && !relay
        ? l10n.t('The AppSecret of {0} is now kept in: {1}', account.name, storeLabel(target))
        : l10n.t('The secrets of {0} are now kept in: {1}', account.name, storeLabel(target)),
    );
  }

  async function changeRelay(account: Account, origin: string): Promise<void> {
    const { appId, name, relay: now } = account;
    const title = l10n.t('Relay Header of {0} ({1})', name, appId);
    let relay = await keptRelay(account, vault);
    do {
      const answer = await enterRelay(title, origin, relay?.origin === origin ? relay : undefined);
      if (typeof answer === 'symbol') return;
      if (!answer && !now) return;
      relay = answer;
    } while ((await check.ofRelay(appId, relay)) === 'reconsidered');
    await keepSecret(registry, place => registry.replaceRelay(account, relay, place));
    void window.showInformationMessage(
      relay
        ? l10n.t('The header {0} of {1} goes to {2} from now on.', relay.name, name, hostOfAddress(origin))
        : l10n.t('No header of {0} goes to a relay any more.', name),
    );
  }

  /** What the account has now, to be entered anew. */
  function currentItem(account: Account): EditItem[] {
    const { credential } = account;
    const label = credentialLabel(credential.kind);
    switch (credential.kind) {
      case 'appSecret': {
        const description = l10n.t('kept in: {0}', storeLabel(credential.secretStore));
        return [{ label, description, edit: () => replace(account, blank('appSecret')) }];
      }
      case 'tokenServer':
        return [
          {
            label,
            description: hostOfAddress(credential.address),
            edit: async () => replace(account, await serverEntries(account.appId, credential, vault)),
          },
        ];
      case 'accessToken': {
        const description = clients.holdsPastedToken(account.appId)
          ? l10n.t('pasted in this window')
          : l10n.t('none in this window');
        return [{ label, description, edit: () => replace(account, blank('accessToken')) }];
      }
      case 'none':
        return [];
    }
  }

  function moveItem(account: Account): EditItem[] {
    const [kept, another] = keptSecretsOf(account);
    if (!kept) return [];
    const target = kept.secretStore === 'keychain' ? 'vscode' : 'keychain';
    const store = storeLabel(target);
    const label =
      account.credential.kind === 'appSecret' && !another
        ? l10n.t('Move the AppSecret to: {0}', store)
        : l10n.t('Move the secrets to: {0}', store);
    return [{ label, edit: () => moveSecret(account, target) }];
  }

  /** Where calls go through a relay; and where the account has a header for one, so that it can be taken away. */
  function relayItem(account: Account): EditItem[] {
    const origin = relayOrigin(setting('apiBaseUrl')) ?? account.relay?.origin;
    if (origin === undefined || !usesApi(account)) return [];
    const description = account.relay
      ? l10n.t('{0}, for {1}', account.relay.name, hostOfAddress(account.relay.origin))
      : l10n.t('none for {0}', hostOfAddress(origin));
    return [{ label: l10n.t('Relay Header…'), description, edit: () => changeRelay(account, origin) }];
  }

  return async argument => {
    const account = await pick(argument, l10n.t('Edit which account?'));
    const items: EditItem[] = [
      { label: l10n.t('Name'), description: account.name, edit: () => rename(account) },
      ...currentItem(account),
      ...relayItem(account),
      ...moveItem(account),
      {
        label: l10n.t('Other Credential…'),
        description: l10n.t('AppSecret, token server, access token, or no API'),
        edit: () => changeKind(account),
      },
    ];
    const title = l10n.t('Edit {0} ({1})', account.name, account.appId);
    const picked = await window.showQuickPick(items, { title, placeHolder: l10n.t('What should change?') });
    await picked?.edit();
    return undefined;
  };
}

function savedText(kind: CredentialKind, name: string): string {
  switch (kind) {
    case 'appSecret':
      return l10n.t('The new AppSecret of {0} is saved.', name);
    case 'tokenServer':
      return l10n.t('The access tokens of {0} now come from its token server.', name);
    case 'accessToken':
      return l10n.t(
        '{0} uses the access token that you pasted, until WeChat refuses it or this window closes.',
        name,
      );
    case 'none':
      return l10n.t('{0} no longer uses the API: nobody is looked up with it.', name);
  }
}
