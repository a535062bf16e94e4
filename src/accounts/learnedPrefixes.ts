import path from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';

import { type Outcome } from '../batch';
import { type FileLayer, nodeFiles, keepWhole } from '../files';
import { AccountPrefixes } from '../openids';

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

  /** Learns from however many outcomes, a few at a time: the extension host answers in between. */
  async learn(appId: string, outcomes: Iterable<Outcome>): Promise<void> {
    const all = await this.load();
    const known = all.get(appId) ?? new AccountPrefixes();
    let isNew = false;
    let seen = 0;
    for (const outcome of outcomes) {
      if (++seen % atOnce === 0) await turn();
      if (outcome.kind !== 'following' && outcome.kind !== 'notFollowing') continue;
      const { unionid } = outcome.profile;
      isNew = known.learn(appId, outcome.openid) || isNew;
      isNew = (typeof unionid === 'string' && known.learnUnionid(unionid.trim())) || isNew;
    }
    if (!isNew) return;
    all.set(appId, known);
    const file = path.join(this.folder, `${appId}.json`);
    await keepWhole(this.disk, file, `${JSON.stringify(known)}\n`).catch(this.failed);
  }

  /** AppIDs of the accounts whose openids begin like this one. */
  async accountsOf(openid: string): Promise<string[]> {
    return [...(await this.load())]
      .filter(([, known]) => known.accountOf(openid) !== undefined)
      .map(([appId]) => appId);
  }

  /** The AppID of the only account whose openids begin like this one. */
  async accountOf(openid: string): Promise<string | undefined> {
    const [owner, second] = await this.accountsOf(openid);
    return second === undefined ? owner : undefined;
  }

  /** Whether anything is known about the account's openids. */
  async knows(appId: string): Promise<boolean> {
    return (await this.load()).has(appId);
  }

  /** Whether it begins like a unionid seen in a profile, and like no account's openids. */
  async looksLikeUnionid(openid: string): Promise<boolean> {
    const all = [...(await this.load()).values()];
    return all.some(known => known.looksLikeUnionid(openid)) && !(await this.accountOf(openid));
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
