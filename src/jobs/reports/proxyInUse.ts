/** What decides about a proxy: VS Code's settings `http.*`, and the environment. */
export interface ProxySettings {
  readonly proxy: string;
  /** `off`, `on`, `fallback` or `override`. */
  readonly support: string;
  readonly noProxy: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
}

export interface Proxy {
  /** Host and port, without user name and password. */
  readonly address: string;
  readonly source: 'setting' | 'environment';
}

/**
 * The proxy that requests to an address go through, as VS Code decides it: the setting before the environment, none
 * for this very machine and for what is exempt. The operating system's own proxy settings stay invisible here.
 * @see https://code.visualstudio.com/docs/setup/network#_legacy-proxy-server-support
 */
export function proxyInUse(
  address: string,
  { proxy, support, noProxy, env }: ProxySettings,
): Proxy | undefined {
  if (support === 'off' || !URL.canParse(address)) return undefined;
  const { hostname, protocol } = new URL(address);
  if (/^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname)) return undefined;
  const exempt = [...noProxy, ...(variable(env, 'no_proxy') ?? '').split(',')];
  if (exempt.some(rule => isExempt(hostname, rule.trim()))) return undefined;

  const fromSetting = hostOf(proxy);
  if (fromSetting !== undefined) return { address: fromSetting, source: 'setting' };
  const secure = protocol === 'https:' ? variable(env, 'https_proxy') : undefined;
  const fromEnvironment = hostOf(secure ?? variable(env, 'http_proxy') ?? '');
  return fromEnvironment === undefined ? undefined : { address: fromEnvironment, source: 'environment' };
}

function variable(env: ProxySettings['env'], name: string): string | undefined {
  return env[name] ?? env[name.toUpperCase()];
}

/** `*`, a host, or a domain with all below it, with or without the dot in front; a port is not looked at. */
function isExempt(hostname: string, rule: string): boolean {
  const domain = rule.replace(/:\d+$/, '').replace(/^\*?\./, '');
  return rule === '*' || (domain !== '' && (hostname === domain || hostname.endsWith(`.${domain}`)));
}

function hostOf(proxy: string): string | undefined {
  const url = URL.canParse(proxy) ? new URL(proxy) : undefined;
  return url && url.host !== '' ? url.host : undefined;
}
