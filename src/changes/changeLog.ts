import path from 'node:path';
import { type FileLayer, keepWhole, MemoryFiles, nodeFiles, remove } from '../files';
import { AppendedLines } from './appendedLines';
import { type Change, changesOf } from './change';
import { InTurn } from './inTurn';
import { Overlay } from './overlay';

/** Made of an AppID alone, never of a path. */
const appIdShape = /^[\w-]+$/;

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
    private readonly files: FileLayer = nodeFiles,
  ) {}

  async append(appId: string, changes: readonly Change[]): Promise<void> {
    const layer = this.retentionDays() > 0 ? this.files : this.#memory;
    await this.#turns.act(appId, () => this.#lines(appId, layer).append(changes));
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

  /** Forgets what is older than a time: every answer that it could be laid over is gone by then. */
  async forgetBefore(appId: string, time: number): Promise<void> {
    await this.#turns.act(appId, async () => {
      const lines = this.#lines(appId, this.files);
      const changes = changesOf(await lines.read());
      const kept = changes.filter(({ at }) => at >= time);
      if (kept.length === changes.length) return;
      if (kept.length === 0) await remove(this.files, lines.file);
      else
        await keepWhole(
          this.files,
          lines.file,
          kept.map(change => `${JSON.stringify(change)}\n`),
        );
    });
  }

  /** With the account. */
  async forget(appId: string): Promise<void> {
    await this.#turns.act(appId, async () => {
      for (const layer of [this.files, this.#memory]) await remove(layer, this.#lines(appId, layer).file);
      this.#read.delete(appId);
    });
  }

  #lines(appId: string, layer: FileLayer): AppendedLines {
    if (!appIdShape.test(appId)) throw new RangeError('No AppID.');
    return new AppendedLines(layer, path.join(this.folder, `${appId}.ndjson`));
  }
}
