import { type Account, type Clients, keptSecretsOf, usesApi, type Vault } from '../../accounts';

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
  if (credential.kind === 'accessToken' && !clients.holdsPastedToken(appId)) return false;
  try {
    const secrets = keptSecretsOf(account).map(kept => vault.read({ appId, ...kept }));
    return (await Promise.all(secrets)).every(secret => secret !== undefined);
  } catch {
    return false;
  }
}
