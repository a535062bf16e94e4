import { type Header, isLoopback, isPrivate, isWeChatHost } from '../../wechat';
import { type Account } from '../account/account';
import { HeaderGone } from '../account/accountErrors';
import { type EnteredRelay } from '../account/credential';
import { type Vault } from '../vault/vault';

/** Where the API is reached through somebody's relay; undefined for WeChat's own hosts, and for what is no address. */
export function relayOrigin(baseUrl: string): string | undefined {
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : undefined;
  return url && !isWeChatHost(url) ? url.origin : undefined;
}

/**
 * The same where secrets leave this machine for somebody else's; undefined also for an address that is refused before
 * anything is sent to it.
 */
export function foreignOrigin(baseUrl: string): string | undefined {
  const origin = relayOrigin(baseUrl);
  const url = origin === undefined ? undefined : new URL(origin);
  return url && isPrivate(url) && !isLoopback(url) ? origin : undefined;
}

/**
 * The header for the relay at `baseUrl`, of an account as it stands then. It was entered for one origin, and goes to no
 * other: settings may name another relay tomorrow.
 */
export function keptRelayHeader(
  accounts: { find(appId: string): Promise<Account | undefined> },
  vault: Pick<Vault, 'read'>,
  { appId, baseUrl }: { readonly appId: string; readonly baseUrl: string },
): () => Promise<Header | undefined> {
  let read: { readonly secretId: string; readonly header: Promise<Header> } | undefined;
  return async () => {
    const relay = (await accounts.find(appId))?.relay;
    if (!relay || relay.origin !== relayOrigin(baseUrl)) return undefined;
    const { secretId } = relay;
    // A keychain is too slow to be asked at each call.
    if (read?.secretId !== secretId) {
      const header = vault.read({ appId, ...relay }).then(value => {
        if (value === undefined) throw new HeaderGone(appId, 'relay');
        return { name: relay.name, value };
      });
      header.catch(() => (read = undefined));
      read = { secretId, header };
    }
    return read.header;
  };
}

/** Of a header that is not kept yet, for checking it first. */
export function enteredRelayHeader(
  { origin, name, value }: EnteredRelay,
  baseUrl: string,
): () => Promise<Header | undefined> {
  return () => Promise.resolve(origin === relayOrigin(baseUrl) ? { name, value } : undefined);
}
