import path from 'node:path';
import { type FileLayer, keepWhole, MemoryFiles, nodeFiles, remove, unless } from '../files';
import { AppendedLines } from './appendedLines';
import { type Change, changesOf } from './change';
import { InTurn } from './inTurn';
import { Overlay } from './overlay';

/** Made of an AppID alone, never of a path. */
const appIdShape = /^[\w-]+$/;
const logName = /^([\w-]+)\.ndjson$/;
const dayMs = 86_400_000;

/**
 * What was changed at WeChat from here, one file an account: laid over answers that are older than the change, wherever
 * a person is shown. It is no part of any answer.
 */
export class ChangeLog {
  readonly #memory = new MemoryFiles();
  readonly #turns = new InTurn();
  readonly #read = new Map<string, { readonly sizes: string; readonly overlay: Overlay }>();

  constructor(
    private readonly folder: string,
    /** At 0 days, changes live as long as the window. */
    private readonly retentionDays: () => number,
    /** Told of the account whose people are shown otherwise from now on. */
    private readonly changed: (appId: string) => void = () => undefined,
    private readonly files: FileLayer = nodeFiles,
  ) {}

  async append(appId: string, changes: readonly Change[]): Promise<void> {
    const layer = this.retentionDays() > 0 ? this.files : this.#memory;
    await this.#turns.act(appId, () => this.#lines(appId, layer).append(changes));
    this.changed(appId);
  }

  /** The changes of an account, as they are by now. */
  async overlay(appId: string): Promise<Overlay> {
    const both = [this.#lines(appId, this.files), this.#lines(appId, this.#memory)];
    const sizes = (await Promise.all(both.map(lines => lines.size()))).join();
    const known = this.#read.get(appId);
    if (known?.sizes === sizes) return known.overlay;
    const values = (await Promise.all(both.map(lines => lines.read()))).flat();
    const overlay = new Overlay(changesOf(values));
    this.#read.set(appId, { sizes, overlay });
    return overlay;
  }

  /**
   * Forgets what is older than a time: every answer that it could be laid over is gone by then. Where another window
   * notes changes meanwhile, nothing is forgotten today.
   */
  async forgetBefore(appId: string, time: number): Promise<void> {
    await this.#turns.act(appId, async () => {
      const lines = this.#lines(appId, this.files);
      const size = await lines.size();
      const changes = changesOf(await lines.read());
      const kept = changes.filter(({ at }) => at >= time);
      if (kept.length === changes.length) return;
      const isAsRead = async () => (await lines.size()) === size;
      const texts = kept.map(change => `${JSON.stringify(change)}\n`);
      if (kept.length > 0) await keepWhole(this.files, lines.file, texts, isAsRead);
      else if (await isAsRead()) await remove(this.files, lines.file);
    });
  }

  /**
   * Forgets, of every account, what is older than the retention.
   * @param trustsClock whether the clock can be believed that the newest change was made then
   */
  async removeOld(
    trustsClock: (newest: number) => boolean = () => true,
    now: number = Date.now(),
  ): Promise<void> {
    const names = await this.files.readdir(this.folder).catch(unless<string[]>('ENOENT', []));
    const appIds = names.flatMap(name => logName.exec(name)?.[1] ?? []);
    const oldest = now - this.retentionDays() * dayMs;
    for (const appId of appIds) {
      const changes = changesOf(await this.#lines(appId, this.files).read());
      const newest = changes.reduce((latest, { at }) => Math.max(latest, at), 0);
      if (trustsClock(newest)) await this.forgetBefore(appId, oldest);
    }
  }

  /** With the account. */
  async forget(appId: string): Promise<void> {
    await this.#turns.act(appId, async () => {
      for (const layer of [this.files, this.#memory]) await remove(layer, this.#lines(appId, layer).file);
      this.#read.delete(appId);
    });
    this.changed(appId);
  }

  #lines(appId: string, layer: FileLayer): AppendedLines {
    if (!appIdShape.test(appId)) throw new RangeError('No AppID.');
    return new AppendedLines(layer, path.join(this.folder, `${appId}.ndjson`));
  }
}
