import { type Account, type Clients, keptSecretOf, usesApi, type Vault } from '../../accounts';

/**
 * Whether a call of an account needs nobody: what it calls with is where it is kept, or in this window. It is read, and
 * given to nobody.
 */
export async function needsNobody(
  account: Account,
  {
    vault,
    clients,
  }: { readonly vault: Pick<Vault, 'read'>; readonly clients: Pick<Clients, 'holdsPastedToken'> },
): Promise<boolean> {
  const { appId, credential } = account;
  if (!usesApi(account)) return false;
  if (credential.kind === 'accessToken') return clients.holdsPastedToken(appId);
  const kept = keptSecretOf(credential);
  if (!kept) return true;
  try {
    return (await vault.read({ appId, ...kept })) !== undefined;
  } catch {
    return false;
  }
}
