import path from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';

import { type Outcome } from '../batch';
import { type FileLayer, nodeFiles, keepWhole } from '../files';
import { AccountPrefixes, type PrefixClaim } from '../openids';

/** A few milliseconds of work. */
const atOnce = 2_000;

/**
 * What answers taught about the prefixes of openids and unionids, one file an account. Two windows that learn at
 * once may forget a prefix, and a full disk may; the next answer teaches it again.
 */
export class LearnedPrefixes {
  private loaded: Promise<Map<string, AccountPrefixes>> | undefined;

  constructor(
    private readonly folder: string,
    /** Told of what could not be written. */
    private readonly failed: (error: unknown) => void,
    private readonly disk: FileLayer = nodeFiles,
  ) {}

  /**
   * Learns from however many outcomes, a few at a time: the extension host answers in between. Only a follower proves
   * whose openid it is.
   */
  async learn(appId: string, outcomes: Iterable<Outcome>): Promise<void> {
    const known = await this.of(appId);
    let isNew = false;
    let seen = 0;
    for (const outcome of outcomes) {
      if (++seen % atOnce === 0) await turn();
      if (outcome.kind !== 'following' && outcome.kind !== 'notFollowing') continue;
      const { unionid } = outcome.profile;
      isNew = (outcome.kind === 'following' && known.learn(appId, outcome.openid)) || isNew;
      isNew = (typeof unionid === 'string' && known.learnUnionid(unionid.trim())) || isNew;
    }
    if (isNew) await this.keep(appId, known);
  }

  /** Learns from a page of the account's followers. Nothing of it is kept but how they begin, and how many there are. */
  async learnFollowers(appId: string, openids: readonly string[], total?: number): Promise<void> {
    const known = await this.of(appId);
    let isNew = false;
    for (const openid of openids) isNew = known.learn(appId, openid) || isNew;
    if (total !== undefined) isNew = known.learnTotal(appId, total) || isNew;
    // Without any beginning it stays unknown: no file says otherwise.
    if (isNew && openids.length > 0) await this.keep(appId, known);
  }

  /** AppIDs of the accounts whose openids begin like this one, those first of whom it is certain. */
  async accountsOf(openid: string): Promise<string[]> {
    const { known, hint } = await this.claims(openid);
    return [...known, ...hint];
  }

  /**
   * Which of these accounts has openids that begin like this one. A hint decides as long as it is the only one, and is
   * confirmed by the first follower; where anything is certain, hints count for nothing.
   */
  async ownerOf<T extends { readonly appId: string }>(
    openid: string,
    among: readonly T[],
  ): Promise<{ readonly account: T; readonly isCertain: boolean } | undefined> {
    const { known, hint } = await this.claims(openid);
    const certain = among.filter(({ appId }) => known.includes(appId));
    const [account, second] =
      certain.length > 0 ? certain : among.filter(({ appId }) => hint.includes(appId));
    if (!account || second) return undefined;
    return { account, isCertain: certain.length > 0 };
  }

  /** Whether anything is known about the account's openids. */
  async knows(appId: string): Promise<boolean> {
    return (await this.load()).get(appId)?.knows(appId) ?? false;
  }

  /** How many people followed the account when WeChat was asked last. */
  async followersOf(appId: string): Promise<number | undefined> {
    return (await this.load()).get(appId)?.followersOf(appId);
  }

  /** Whether it begins like a unionid seen in a profile, and like no account's openids. */
  async looksLikeUnionid(openid: string): Promise<boolean> {
    const all = [...(await this.load()).values()];
    return all.some(known => known.looksLikeUnionid(openid)) && (await this.accountsOf(openid)).length !== 1;
  }

  private async claims(openid: string): Promise<Record<PrefixClaim, string[]>> {
    const claims: Record<PrefixClaim, string[]> = { known: [], hint: [] };
    for (const [appId, prefixes] of await this.load()) {
      const claim = prefixes.claim(appId, openid);
      if (claim) claims[claim].push(appId);
    }
    return claims;
  }

  private async of(appId: string): Promise<AccountPrefixes> {
    const all = await this.load();
    const known = all.get(appId) ?? new AccountPrefixes();
    all.set(appId, known);
    return known;
  }

  private async keep(appId: string, known: AccountPrefixes): Promise<void> {
    const file = path.join(this.folder, `${appId}.json`);
    await keepWhole(this.disk, file, `${JSON.stringify(known)}\n`).catch(this.failed);
  }

  private load(): Promise<Map<string, AccountPrefixes>> {
    this.loaded ??= this.read();
    return this.loaded;
  }

  private async read(): Promise<Map<string, AccountPrefixes>> {
    const names = await this.disk.readdir(this.folder).catch(() => []);
    const entries = await Promise.all(
      names
        .filter(name => name.endsWith('.json'))
        .map(
          async name =>
            [path.basename(name, '.json'), await this.readPrefixes(path.join(this.folder, name))] as const,
        ),
    );
    return new Map(entries);
  }

  /** A damaged file is no loss: the next answer teaches the same again. */
  private async readPrefixes(file: string): Promise<AccountPrefixes> {
    try {
      return AccountPrefixes.parse(JSON.parse(await this.disk.readFile(file))) ?? new AccountPrefixes();
    } catch {
      return new AccountPrefixes();
    }
  }
}
