import {
  type Account,
  type Clients,
  type Credential,
  type EnteredCredential,
  HeaderGone,
  type Vault,
} from '../../accounts';

type TokenServer = Extract<Credential, { kind: 'tokenServer' }>;

/** What the boxes for a token server begin with; a header that cannot be read is entered anew. */
export async function serverEntries(
  appId: string,
  { kind, address, header }: TokenServer,
  vault: Vault,
): Promise<EnteredCredential> {
  const value = header && (await vault.read({ appId, ...header }).catch(() => undefined));
  return { kind, address, ...(header && value !== undefined && { header: { name: header.name, value } }) };
}

/**
 * A credential with its secret, for moving it to another store. An AppSecret is asked for where it is gone.
 * @throws {HeaderGone} where a header is
 */
export async function keptEntries(
  { appId, credential }: Account,
  clients: Clients,
  vault: Vault,
): Promise<EnteredCredential | undefined> {
  if (credential.kind === 'appSecret') return { kind: 'appSecret', secret: await clients.secretOf(appId) };
  if (credential.kind !== 'tokenServer' || !credential.header) return undefined;
  const { kind, address, header } = credential;
  const value = await vault.read({ appId, ...header });
  if (value === undefined) throw new HeaderGone(appId);
  return { kind, address, header: { name: header.name, value } };
}
