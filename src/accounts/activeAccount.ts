import { type Memento } from 'vscode';

import { type Account, usesApi } from './account/account';
import { type AccountRegistry } from './registry/registry';

const key = 'activeAppId';

/**
 * The account that commands use unless told otherwise. A choice of the workspace: a project belongs to one
 * account as a rule. It is a convenience, so VS Code's memento is durable enough.
 */
export class ActiveAccount {
  constructor(
    private readonly registry: AccountRegistry,
    private readonly memento: Memento,
  ) {}

  /** The chosen account, or the only one. Undefined where there is a choice and none was made. */
  async get(): Promise<Account | undefined> {
    const accounts = (await this.registry.all()).filter(usesApi);
    const chosen = this.memento.get<unknown>(key);
    return (
      accounts.find(account => account.appId === chosen) ?? (accounts.length === 1 ? accounts[0] : undefined)
    );
  }

  async set(account: Account): Promise<void> {
    await this.memento.update(key, account.appId);
    this.registry.refresh();
  }
}
