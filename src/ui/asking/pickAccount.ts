import { commands as vscodeCommands, env, l10n, type QuickPickItem, window } from 'vscode';

import { type Account, type AccountRegistry, type AccountStanding, type ActiveAccount } from '../../accounts';
import { commands } from '../../manifest';
import { displayLanguage, explainError, type Fault, isWeChatFault } from '../../wechat';
import { tamed } from '../texts/tamed';
import { Problem } from '../problems/problem';
import { Cancelled } from './steps';

export interface AccountItem extends QuickPickItem {
  readonly account: Account;
}

/** The account that a command's argument names (a node, `{ appId }`), or else the one the user picks. */
export type AccountPicker = (argument: unknown, placeHolder: string) => Promise<Account>;

/** What is known of accounts when one of them is to be picked. */
export interface KnownAccounts {
  readonly registry: AccountRegistry;
  readonly active: ActiveAccount;
  readonly standing: AccountStanding;
}

/** Asks which account is meant. With one account there is nothing to ask; with none it says how to add one. */
export async function pickAccount(
  known: KnownAccounts,
  placeHolder: string,
  accepts: (account: Account) => boolean = () => true,
): Promise<Account> {
  const accounts = (await known.registry.all()).filter(accepts);
  const [first, second] = accounts;
  if (!first) throw noAccountYet();
  if (!second) return first;
  const items = await accountItems(known, accounts);
  const picked = await window.showQuickPick(items, { placeHolder, matchOnDescription: true });
  if (!picked) throw new Cancelled();
  return picked.account;
}

/**
 * The likely ones first, then the active one, then those used last. One that WeChat refuses stands last and says why.
 */
export async function accountItems(
  { active, standing }: KnownAccounts,
  accounts: readonly Account[],
  likely: readonly string[] = [],
): Promise<AccountItem[]> {
  const current = await active.get();
  return standing.inOrder(accounts, [...likely, current?.appId]).map((account): AccountItem => {
    const { appId, name } = account;
    const refusal = standing.refusal(appId);
    // Accounts of the same name are told apart by their AppID.
    const facts = [appId, appId === current?.appId && l10n.t('active'), refusal && refusalText(refusal)];
    const detail = refusal && explainError(refusal, displayLanguage(env.language)).cause;
    return {
      account,
      label: tamed(name),
      description: facts.filter(Boolean).join(' · '),
      ...(detail !== undefined && { detail }),
    };
  });
}

function refusalText(refusal: Fault): string {
  if (isWeChatFault(refusal)) return l10n.t('refused by WeChat ({0})', refusal.errcode);
  return refusal.status === undefined
    ? l10n.t('its token server gives no token')
    : l10n.t('refused by its token server (HTTP {0})', refusal.status);
}

export function noAccountYet(): Problem {
  return new Problem(
    l10n.t('No Official Account is registered yet. Add one with its AppID and AppSecret.'),
    [
      {
        label: l10n.t('Add Official Account…'),
        run: () => vscodeCommands.executeCommand(commands.addAccount),
      },
    ],
    'noAccount',
  );
}
