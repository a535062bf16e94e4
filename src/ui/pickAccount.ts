import { commands as vscodeCommands, l10n, type QuickPickItem, window } from 'vscode';

import { type Account, type AccountRegistry, type ActiveAccount } from '../accounts';
import { commands } from '../manifest';
import { Problem } from './problem';
import { Cancelled } from './steps';

interface AccountItem extends QuickPickItem {
  readonly account: Account;
}

/** The account that a command's argument names (a node, `{ appId }`), or else the one the user picks. */
export type AccountPicker = (argument: unknown, placeHolder: string) => Promise<Account>;

/** Asks which account is meant. With one account there is nothing to ask; with none it says how to add one. */
export async function pickAccount(
  registry: AccountRegistry,
  active: ActiveAccount,
  placeHolder: string,
  accepts: (account: Account) => boolean = () => true,
): Promise<Account> {
  const accounts = (await registry.all()).filter(accepts);
  const [first, second] = accounts;
  if (!first) throw noAccountYet();
  if (!second) return first;
  const current = await active.get();
  const items = accounts.map((account): AccountItem => {
    const isActive = account.appId === current?.appId;
    return {
      account,
      label: account.name,
      // Accounts of the same name are told apart by their AppID.
      description: isActive ? `${account.appId} · ${l10n.t('active')}` : account.appId,
    };
  });
  const picked = await window.showQuickPick(items, { placeHolder, matchOnDescription: true });
  if (!picked) throw new Cancelled();
  return picked.account;
}

export function noAccountYet(): Problem {
  return new Problem(l10n.t('No Official Account is registered yet. Add one with its AppID and AppSecret.'), [
    { label: l10n.t('Add Official Account…'), run: () => vscodeCommands.executeCommand(commands.addAccount) },
  ]);
}
