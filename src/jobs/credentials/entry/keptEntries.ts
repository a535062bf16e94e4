import {
  type Account,
  type Clients,
  type Credential,
  type EnteredCredential,
  type EnteredRelay,
  HeaderGone,
  type KeptSecret,
  type Vault,
} from '../../../accounts';

type TokenServer = Extract<Credential, { kind: 'tokenServer' }>;

/** What the boxes for a token server begin with; what cannot be read is entered anew. */
export async function serverEntries(
  appId: string,
  { kind, address, query, header }: TokenServer,
  vault: Vault,
): Promise<EnteredCredential> {
  const read = async (kept: KeptSecret | undefined) =>
    kept && (await vault.read({ appId, ...kept }).catch(() => undefined));
  const [queryText = '', value] = await Promise.all([read(query), read(header)]);
  return {
    kind,
    address: `${address}${queryText}`,
    ...(header && value !== undefined && { header: { name: header.name, value } }),
  };
}

/** What the box for the header of a relay begins with. */
export async function keptRelay({ appId, relay }: Account, vault: Vault): Promise<EnteredRelay | undefined> {
  const value = relay && (await vault.read({ appId, ...relay }).catch(() => undefined));
  return relay && value !== undefined ? { origin: relay.origin, name: relay.name, value } : undefined;
}

/** All secrets of an account, for moving them to another store. */
export interface KeptEntries {
  /** Undefined where the credential has no secret in the vault. */
  readonly credential: EnteredCredential | undefined;
  readonly relay: EnteredRelay | undefined;
}

/**
 * An AppSecret is asked for where it is gone.
 * @throws {HeaderGone} where what a server wants to see is
 */
export async function keptEntries(account: Account, clients: Clients, vault: Vault): Promise<KeptEntries> {
  const { appId, relay } = account;
  const relayValue = relay && (await valueOf(appId, relay, 'relay', vault));
  return {
    credential: await keptCredential(account, clients, vault),
    relay:
      relay && relayValue !== undefined
        ? { origin: relay.origin, name: relay.name, value: relayValue }
        : undefined,
  };
}

async function keptCredential(
  { appId, credential }: Account,
  clients: Clients,
  vault: Vault,
): Promise<EnteredCredential | undefined> {
  if (credential.kind === 'appSecret') return { kind: 'appSecret', secret: await clients.secretOf(appId) };
  if (credential.kind !== 'tokenServer') return undefined;
  const { kind, address, query, header } = credential;
  if (!query && !header) return undefined;
  const queryText = query ? await valueOf(appId, query, 'tokenServer', vault) : '';
  const entered = { kind, address: `${address}${queryText}` } as const;
  if (!header) return entered;
  const value = await valueOf(appId, header, 'tokenServer', vault);
  return { ...entered, header: { name: header.name, value } };
}

async function valueOf(appId: string, kept: KeptSecret, of: HeaderGone['of'], vault: Vault): Promise<string> {
  const value = await vault.read({ appId, ...kept });
  if (value === undefined) throw new HeaderGone(appId, of);
  return value;
}
