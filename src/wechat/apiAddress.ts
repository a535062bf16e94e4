import { TransportError } from './failure';

/**
 * The URL of an API path below the base URL, whose own path (of a relay) is kept.
 * @throws TransportError `address` unless the base is https, or http to this very machine.
 */
export function apiAddress(baseUrl: string, path: string, query: Readonly<Record<string, string>>): URL {
  const base = URL.canParse(baseUrl) ? new URL(baseUrl) : undefined;
  if (base === undefined || !isPrivate(base)) {
    throw new TransportError({ reason: 'address', endpoint: path });
  }
  const url = new URL(base.origin);
  url.pathname = base.pathname.replace(/\/+$/, '') + path;
  url.search = new URLSearchParams(query).toString();
  return url;
}

/** Secrets and tokens travel in these requests, so nobody on the way may read them. */
function isPrivate({ protocol, hostname }: URL): boolean {
  if (protocol === 'https:') return true;
  return protocol === 'http:' && /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname);
}
