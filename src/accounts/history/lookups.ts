import { createHash } from 'node:crypto';
import path from 'node:path';
import * as v from 'valibot';

import { type Outcome, parseOutcome } from '../../batch';
import { type FileLayer, keepWhole, nodeFiles, remove, removeTemporaries } from '../../files';
import { isUsableAppId } from '../account/account';

/** One openid that was looked up, and what became of it. */
export interface Lookup {
  /** `<AppID>-<hash of the openid>`: looking the same person up again replaces the older answer. */
  readonly id: string;
  readonly appId: string;
  readonly accountName: string;
  readonly outcome: Outcome;
  /** Milliseconds since 1970. */
  readonly fetchedAt: number;
}

const perAccount = 200;
/** A file that another window writes aside is touched all the time; this old (milliseconds), its window is gone. */
const forsakenAfter = 3_600_000;
const idPattern = /^([A-Za-z0-9_-]{1,64})-([0-9a-f]{32})$/;

const LookupFile = v.object({
  version: v.literal(1),
  accountName: v.string(),
  outcome: v.unknown(),
  fetchedAt: v.number(),
});

/**
 * Recent lookups, one file each, so that windows never overwrite each other's. An openid is case sensitive and
 * file systems may not be, and odd openids hold anything: files are named after a hash.
 */
export class LookupHistory {
  private readonly inMemory = new Map<string, Lookup>();
  private readonly listeners = new Set<(lookup: Lookup | undefined) => void>();

  constructor(
    private readonly folder: string,
    private readonly retentionDays: () => number,
    /** Told of what could not be written. */
    private readonly failed: (error: unknown) => void,
    private readonly now: () => number = Date.now,
    private readonly disk: FileLayer = nodeFiles,
  ) {}

  /** Calls the listener with each lookup kept, and with undefined after a removal. */
  onDidChange(listener: (lookup: Lookup | undefined) => void): { dispose(): void } {
    this.listeners.add(listener);
    return { dispose: () => this.listeners.delete(listener) };
  }

  /**
   * Keeps an answer and lets go of the account's oldest: on disk, or in memory where the retention is 0 or the disk
   * is full. An answer that has come is never lost.
   */
  async keep(appId: string, accountName: string, outcome: Outcome): Promise<Lookup> {
    const lookup = {
      id: lookupId(appId, outcome.openid),
      appId,
      accountName,
      outcome,
      fetchedAt: this.now(),
    };
    this.inMemory.delete(lookup.id);
    if (this.retentionDays() === 0 || !(await this.write(lookup))) this.remember(lookup);
    for (const listener of this.listeners) listener(lookup);
    return lookup;
  }

  async open(id: string): Promise<Lookup | undefined> {
    const kept = this.inMemory.get(id);
    if (kept) return kept;
    const appId = idPattern.exec(id)?.[1];
    if (!appId) return undefined;
    try {
      const { accountName, outcome, fetchedAt } = v.parse(
        LookupFile,
        JSON.parse(await this.disk.readFile(this.fileOf(id))),
      );
      const parsed = parseOutcome(outcome);
      return parsed && { id, appId, accountName, outcome: parsed, fetchedAt };
    } catch {
      return undefined; // gone, or written by another version
    }
  }

  /** The account's lookups, the latest first. */
  async recent(appId: string): Promise<Lookup[]> {
    const all = await Promise.all([...(await this.ids(appId))].map(id => this.open(id)));
    return all.filter(lookup => lookup !== undefined).sort((a, b) => b.fetchedAt - a.fetchedAt);
  }

  async count(appId: string): Promise<number> {
    return (await this.ids(appId)).size;
  }

  /** Of all accounts, of those that are no longer registered too. */
  async countAll(): Promise<number> {
    const appIds = new Set([...this.inMemory.values()].map(({ appId }) => appId));
    for (const appId of await this.disk.readdir(this.folder).catch(() => []))
      if (isUsableAppId(appId)) appIds.add(appId);
    const counts = await Promise.all([...appIds].map(appId => this.count(appId)));
    return counts.reduce((sum, count) => sum + count, 0);
  }

  async clearAll(): Promise<void> {
    this.inMemory.clear();
    await this.disk.removeFolder(this.folder);
    for (const listener of this.listeners) listener(undefined);
  }

  async clear(appId: string): Promise<void> {
    for (const [id, lookup] of this.inMemory) if (lookup.appId === appId) this.inMemory.delete(id);
    await this.disk.removeFolder(this.folderOf(appId));
    for (const listener of this.listeners) listener(undefined);
  }

  /**
   * Lets go of what is older than the retention, of every account, and of what killed windows have left.
   * @param trustsClock whether the clock can be believed that the newest file was written then
   */
  async removeOld(trustsClock: (newest: number) => boolean = () => true): Promise<void> {
    const appIds = (await this.disk.readdir(this.folder).catch(() => [])).filter(isUsableAppId);
    const folders = appIds.map(appId => this.folderOf(appId));
    await Promise.all(folders.map(each => removeTemporaries(this.disk, each, this.now() - forsakenAfter)));
    const newest = Math.max(...(await Promise.all(appIds.map(appId => this.newest(appId)))));
    if (!trustsClock(newest)) return;
    const since = this.now() - this.retentionDays() * 86_400_000;
    await Promise.all(appIds.map(appId => this.prune(appId, since)));
  }

  /** When the account's newest lookup was written; 0 where there is none. */
  private async newest(appId: string): Promise<number> {
    const files = (await this.files(appId)).map(name => this.fileOf(`${appId}-${name}`));
    return Math.max(0, ...(await this.dated(files)).map(({ at }) => at));
  }

  private async write({ id, appId, accountName, fetchedAt, outcome }: Lookup): Promise<boolean> {
    try {
      const text = JSON.stringify({ version: 1, accountName, fetchedAt, outcome });
      await keepWhole(this.disk, this.fileOf(id), `${text}\n`);
      await this.prune(appId);
      return true;
    } catch (error) {
      this.failed(error);
      return false;
    }
  }

  private remember(lookup: Lookup): void {
    this.inMemory.set(lookup.id, lookup);
    const own = [...this.inMemory.values()].filter(({ appId }) => appId === lookup.appId);
    for (const old of own.slice(0, -perAccount)) this.inMemory.delete(old.id);
  }

  private async ids(appId: string): Promise<Set<string>> {
    const inMemory = [...this.inMemory.values()].filter(lookup => lookup.appId === appId).map(({ id }) => id);
    return new Set([...(await this.files(appId)).map(hash => `${appId}-${hash}`), ...inMemory]);
  }

  /** Lets go of an account's oldest lookups beyond those it may have, and of those from before `since`. */
  private async prune(appId: string, since = -Infinity): Promise<void> {
    const files = (await this.files(appId)).map(name => this.fileOf(`${appId}-${name}`));
    if (files.length <= perAccount && since === -Infinity) return;
    const dated = await this.dated(files);
    dated.sort((a, b) => b.at - a.at);
    const gone = dated.filter(({ at }, index) => index >= perAccount || at < since);
    await Promise.all(gone.map(({ file }) => remove(this.disk, file)));
  }

  /** Hashes of the account's openids. */
  private async files(appId: string): Promise<string[]> {
    const names = await this.disk.readdir(this.folderOf(appId)).catch(() => []);
    return names.flatMap(name => /^([0-9a-f]{32})\.json$/.exec(name)?.[1] ?? []);
  }

  /** When files were written; without those that have gone, or do not say it now: of these nothing is known. */
  private async dated(files: readonly string[]): Promise<{ file: string; at: number }[]> {
    const dated = files.map(async file => {
      const stat = await this.disk.stat(file).catch(() => undefined);
      return stat ? [{ file, at: stat.mtimeMs }] : [];
    });
    return (await Promise.all(dated)).flat();
  }

  private folderOf(appId: string): string {
    if (!isUsableAppId(appId)) throw new RangeError('not an AppID');
    return path.join(this.folder, appId);
  }

  private fileOf(id: string): string {
    const [, appId = '', hash = ''] = idPattern.exec(id) ?? [];
    return path.join(this.folderOf(appId), `${hash}.json`);
  }
}

export function lookupId(appId: string, openid: string): string {
  return `${appId}-${createHash('sha256').update(openid).digest('hex').slice(0, 32)}`;
}
