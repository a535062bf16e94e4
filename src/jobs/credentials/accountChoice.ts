import { l10n } from 'vscode';

import {
  type Account,
  AccountGone,
  type AccountRegistry,
  type ActiveAccount,
  type LearnedPrefixes,
  usesApi,
} from '../../accounts';
import { noAccountYet, pickAccount } from '../../ui/pickAccount';

/**
 * Which account an openid is asked under: the one named, else the only one, else the one whose openids begin
 * like it, else the active one, else the user says. Once an answer has come the prefix is known, so the user
 * is asked once.
 */
export class AccountChoice {
  constructor(
    private readonly registry: AccountRegistry,
    private readonly active: ActiveAccount,
    private readonly prefixes: LearnedPrefixes,
  ) {}

  /** @throws a cancellation, a `Problem` where no account is registered, or {@link AccountGone} */
  async for(openid: string, appId?: string): Promise<Account> {
    if (appId !== undefined) return this.named(appId);
    const accounts = (await this.registry.all()).filter(usesApi);
    const [first, second] = accounts;
    if (!first) throw noAccountYet();
    if (!second) return first;
    const known = await this.prefixes.accountOf(openid);
    const owner = accounts.find(account => account.appId === known);
    if (owner) return owner;
    const active = await this.active.get();
    // An active account with a prefix of its own does not own an openid that begins otherwise.
    if (active && !(await this.prefixes.knows(active.appId))) return active;
    return pickAccount(
      this.registry,
      this.active,
      l10n.t('Which account does {0} belong to?', openid),
      usesApi,
    );
  }

  async named(appId: string): Promise<Account> {
    const account = await this.registry.find(appId);
    if (!account) throw new AccountGone(appId);
    return account;
  }
}
