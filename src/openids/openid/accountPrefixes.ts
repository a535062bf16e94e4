import * as v from 'valibot';
import { openidPrefix, openidShape } from './shape';

const saved = v.object({
  accounts: v.array(v.object({ appId: v.string(), prefixes: v.array(v.string()) })),
  unionids: v.array(v.string()),
});

export type SavedPrefixes = v.InferOutput<typeof saved>;

/**
 * What earlier answers taught about prefixes: which account an openid belongs to, and what unionids begin with.
 * WeChat documents neither, so this serves to suggest and to explain, never to refuse. Knows nothing of storage.
 */
export class AccountPrefixes {
  private readonly accounts = new Map<string, Set<string>>();
  private readonly unionids = new Set<string>();

  /** Reads what `toJSON` gave; `undefined` for anything else. */
  static parse(value: unknown): AccountPrefixes | undefined {
    const result = v.safeParse(saved, value);
    if (!result.success) return undefined;
    const prefixes = new AccountPrefixes();
    for (const account of result.output.accounts) {
      for (const prefix of account.prefixes) prefixes.remember(account.appId, prefix);
    }
    for (const prefix of result.output.unionids) prefixes.unionids.add(prefix);
    return prefixes;
  }

  /** To be called for every `following` or `notFollowing` outcome; returns whether there was anything new in it. */
  learn(appId: string, openid: string): boolean {
    return openidShape(openid) === 'usual' && this.remember(appId, openidPrefix(openid));
  }

  /** To be called for every unionid in a profile; returns whether there was anything new in it. */
  learnUnionid(unionid: string): boolean {
    const prefix = openidPrefix(unionid);
    if (openidShape(unionid) === 'odd' || this.unionids.has(prefix)) return false;
    this.unionids.add(prefix);
    return true;
  }

  /** Forgets an account that was removed. */
  forget(appId: string): void {
    this.accounts.delete(appId);
  }

  /** The AppID of the only account known to have openids that begin like this one. */
  accountOf(openid: string): string | undefined {
    const prefix = openidPrefix(openid);
    const owners = [...this.accounts].filter(([, prefixes]) => prefixes.has(prefix));
    const [owner] = owners;
    return owners.length === 1 ? owner?.[0] : undefined;
  }

  /** Whether it begins like a unionid seen in a profile, and like no openid. */
  looksLikeUnionid(openid: string): boolean {
    const prefix = openidPrefix(openid);
    return this.unionids.has(prefix) && ![...this.accounts.values()].some(prefixes => prefixes.has(prefix));
  }

  toJSON(): SavedPrefixes {
    return {
      accounts: [...this.accounts].map(([appId, prefixes]) => ({ appId, prefixes: [...prefixes] })),
      unionids: [...this.unionids],
    };
  }

  private remember(appId: string, prefix: string): boolean {
    const prefixes = this.accounts.get(appId) ?? new Set();
    if (prefixes.has(prefix)) return false;
    this.accounts.set(appId, prefixes.add(prefix));
    return true;
  }
}
