import { l10n, type QuickPickItem, window } from 'vscode';

import { type Account, type AccountRegistry, type Clients, type SecretStoreName } from '../../accounts';
import { type AccountPicker } from '../../ui/pickAccount';
import { type CredentialCheck } from '../../jobs/credentials/credentialCheck';
import { cleanCredential, secretAdvice } from '../../jobs/credentials/credentialShape';
import { keepSecret } from '../../jobs/credentials/secretKeeping';
import { ask } from '../../ui/steps';
import { storeLabel } from '../../ui/storeLabel';
import { nameRefusal } from './addAccount';
import { type Handler } from '../command';

interface EditItem extends QuickPickItem {
  edit(): Promise<void>;
}

/** `wechatOpenid.editAccount`: the name, the AppSecret, or where it is kept. An AppID is never edited. */
export function editAccount(
  pick: AccountPicker,
  registry: AccountRegistry,
  clients: Clients,
  check: CredentialCheck,
): Handler {
  async function rename(account: Account): Promise<void> {
    const title = l10n.t('Name of {0}', account.appId);
    const answer = await ask({
      title,
      prompt: l10n.t('Display name'),
      value: account.name,
      check: nameRefusal,
    });
    if (typeof answer === 'string') await registry.rename(account, answer.trim());
  }

  async function replaceSecret(account: Account): Promise<void> {
    let secret = '';
    do {
      const answer = await ask({
        title: l10n.t('AppSecret of {0} ({1})', account.name, account.appId),
        prompt: l10n.t('The new AppSecret replaces the old one.'),
        masked: true,
        value: secret,
        check: text => (cleanCredential(text) === '' ? l10n.t('Type or paste the AppSecret.') : undefined),
        advise: secretAdvice,
      });
      if (typeof answer !== 'string') return;
      secret = cleanCredential(answer);
    } while ((await check.verdict(account.appId, secret)) === 'reconsidered');
    await keepSecret(registry, place => registry.replaceSecret(account, secret, place));
    clients.forget(account.appId);
    void window.showInformationMessage(l10n.t('The new AppSecret of {0} is saved.', account.name));
  }

  async function moveSecret(account: Account, target: SecretStoreName): Promise<void> {
    const secret = await clients.secretOf(account.appId);
    await registry.replaceSecret(account, secret, { preference: target });
    void window.showInformationMessage(
      l10n.t('The AppSecret of {0} is now kept in: {1}', account.name, storeLabel(target)),
    );
  }

  return async argument => {
    const account = await pick(argument, l10n.t('Edit which account?'));
    const other = account.secretStore === 'keychain' ? 'vscode' : 'keychain';
    const items: EditItem[] = [
      { label: l10n.t('Name'), description: account.name, edit: () => rename(account) },
      {
        label: l10n.t('AppSecret'),
        description: l10n.t('kept in: {0}', storeLabel(account.secretStore)),
        edit: () => replaceSecret(account),
      },
      {
        label: l10n.t('Move the AppSecret to: {0}', storeLabel(other)),
        edit: () => moveSecret(account, other),
      },
    ];
    const title = l10n.t('Edit {0} ({1})', account.name, account.appId);
    const picked = await window.showQuickPick(items, { title, placeHolder: l10n.t('What should change?') });
    await picked?.edit();
    return undefined;
  };
}
