import { TransportError } from '../errors/failure';
import { type TransportFault } from '../errors/fault';

/** Where an API host is: its origin, and the path prefix of a relay. */
export class ApiAddress {
  private base: string | undefined;

  constructor(private readonly baseUrl: string) {}

  /**
   * The URL of an API path.
   * @throws TransportError `address` unless the base is https, or http to this very machine, and no more than that.
   */
  of(path: string, query: Readonly<Record<string, string>>): string {
    this.base ??= baseOf(this.baseUrl, path);
    return `${this.base}${path}?${new URLSearchParams(query).toString()}`;
  }
}

function baseOf(baseUrl: string, endpoint: string): string {
  const base = URL.canParse(baseUrl) ? new URL(baseUrl) : undefined;
  const refused = (fault: Pick<TransportFault, 'detail'>) =>
    new TransportError({ reason: 'address', endpoint, ...fault });
  if (!base || !isPrivate(base)) throw refused({});
  // Left out silently they would be missed; sent along they would be secrets in settings, which are synced.
  if (hasPassword(base) || base.search !== '') throw refused({ detail: 'secrets' });
  return base.origin + base.pathname.replace(/\/+$/, '');
}

/** WeChat's own hosts: the one, and its sisters by region. */
export function isWeChatHost({ hostname }: URL): boolean {
  return /^(?:[\w-]+\.)*weixin\.qq\.com$/.test(hostname);
}

/** Secrets and tokens travel in these requests, so nobody on the way may read them. */
export function isPrivate({ protocol, hostname }: URL): boolean {
  if (protocol === 'https:') return true;
  return protocol === 'http:' && isLoopback({ hostname });
}

/** This very machine: what is sent there meets nobody on the way. */
export function isLoopback({ hostname }: Pick<URL, 'hostname'>): boolean {
  return /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname);
}

/** Whoever sees the address sees it. */
export function hasPassword({ username, password }: URL): boolean {
  return username !== '' || password !== '';
}
