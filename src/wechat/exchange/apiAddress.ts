import { TransportError } from '../errors/failure';

/** Where an API host is: its origin, and the path prefix of a relay. */
export class ApiAddress {
  private base: string | undefined;

  constructor(private readonly baseUrl: string) {}

  /**
   * The URL of an API path.
   * @throws TransportError `address` unless the base is https, or http to this very machine.
   */
  of(path: string, query: Readonly<Record<string, string>>): string {
    this.base ??= baseOf(this.baseUrl);
    if (this.base === undefined) throw new TransportError({ reason: 'address', endpoint: path });
    return `${this.base}${path}?${new URLSearchParams(query).toString()}`;
  }
}

function baseOf(baseUrl: string): string | undefined {
  const base = URL.canParse(baseUrl) ? new URL(baseUrl) : undefined;
  return base && isPrivate(base) ? base.origin + base.pathname.replace(/\/+$/, '') : undefined;
}

/** Secrets and tokens travel in these requests, so nobody on the way may read them. */
function isPrivate({ protocol, hostname }: URL): boolean {
  if (protocol === 'https:') return true;
  return protocol === 'http:' && /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname);
}
