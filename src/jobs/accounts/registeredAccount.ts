import { type Account, AccountGone, type AccountRegistry } from '../../accounts';

/** @throws {AccountGone} */
export async function registeredAccount(registry: AccountRegistry, appId: string): Promise<Account> {
  const account = await registry.find(appId);
  if (!account) throw new AccountGone(appId);
  return account;
}
