import * as v from 'valibot';
import { openidPrefix, openidShape } from './shape';

const saved = v.object({
  accounts: v.array(
    v.object({
      appId: v.string(),
      // All of them, as earlier versions read and write them: those that are not among the confirmed are hints.
      prefixes: v.array(v.string()),
      confirmed: v.optional(v.array(v.string()), []),
      followers: v.optional(v.number()),
    }),
  ),
  unionids: v.array(v.string()),
});

/**
 * What {@link AccountPrefixes} are kept as: how openids of each account begin and about how many followers it has, and
 * how unionids begin.
 */
export type SavedPrefixes = v.InferOutput<typeof saved>;

/**
 * `known`: a follower of the account has an openid that begins so. `hint`: an earlier version learned it from an answer
 * that proves less, since WeChat may call somebody of another account "not following".
 */
export type PrefixClaim = 'known' | 'hint';

/**
 * What earlier answers taught about prefixes: which account an openid belongs to, and what unionids begin with.
 * WeChat documents neither, so this serves to suggest and to explain, never to refuse. Knows nothing of storage.
 */
export class AccountPrefixes {
  private readonly accounts = new Map<string, Map<string, PrefixClaim>>();
  private readonly totals = new Map<string, number>();
  private readonly unionids = new Set<string>();

  /** Reads what `toJSON` gave; `undefined` for anything else. */
  static parse(value: unknown): AccountPrefixes | undefined {
    const result = v.safeParse(saved, value);
    if (!result.success) return undefined;
    const prefixes = new AccountPrefixes();
    for (const { appId, prefixes: all, confirmed, followers } of result.output.accounts) {
      if (followers !== undefined) prefixes.totals.set(appId, followers);
      for (const prefix of all) prefixes.remember(appId, prefix, 'hint');
      for (const prefix of confirmed) prefixes.remember(appId, prefix, 'known');
    }
    for (const prefix of result.output.unionids) prefixes.unionids.add(prefix);
    return prefixes;
  }

  /** To be called for the openid of every follower; returns whether there was anything new in it. */
  learn(appId: string, openid: string): boolean {
    return openidShape(openid) === 'usual' && this.remember(appId, openidPrefix(openid), 'known');
  }

  /** How many people follow the account; returns whether that is new. */
  learnTotal(appId: string, followers: number): boolean {
    if (this.totals.get(appId) === followers) return false;
    this.totals.set(appId, followers);
    return true;
  }

  /** How many people followed the account when WeChat was asked last. */
  followersOf(appId: string): number | undefined {
    return this.totals.get(appId);
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
    this.totals.delete(appId);
  }

  /** What is held of the account's openids beginning like this one. */
  claim(appId: string, openid: string): PrefixClaim | undefined {
    return this.accounts.get(appId)?.get(openidPrefix(openid));
  }

  /** Whether anything is held of the account's openids. */
  knows(appId: string): boolean {
    return this.accounts.has(appId);
  }

  /** Whether it begins like a unionid seen in a profile, and like no openid. */
  looksLikeUnionid(openid: string): boolean {
    const prefix = openidPrefix(openid);
    return this.unionids.has(prefix) && ![...this.accounts.values()].some(prefixes => prefixes.has(prefix));
  }

  /** What is kept of it. */
  toJSON(): SavedPrefixes {
    return {
      accounts: [...this.accounts].map(([appId, prefixes]) => {
        const followers = this.totals.get(appId);
        return {
          appId,
          prefixes: [...prefixes.keys()],
          confirmed: [...prefixes].filter(([, claim]) => claim === 'known').map(([prefix]) => prefix),
          ...(followers !== undefined && { followers }),
        };
      }),
      unionids: [...this.unionids],
    };
  }

  private remember(appId: string, prefix: string, claim: PrefixClaim): boolean {
    const prefixes = this.accounts.get(appId) ?? new Map<string, PrefixClaim>();
    if (prefixes.get(prefix) === 'known') return false;
    this.accounts.set(appId, prefixes.set(prefix, claim));
    return true;
  }
}
