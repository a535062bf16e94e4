import path from 'node:path';
import * as v from 'valibot';

import { type FileLayer, nodeFiles, keepWhole } from '../files';
import { type Clients } from './clients/clients';

export type Names = ReadonlyMap<number, string>;

interface NamedTag {
  readonly id: number;
  readonly name: string;
}

const TagFile = v.object({ version: v.literal(1), tags: v.array(v.tuple([v.number(), v.string()])) });

/**
 * The names of an account's tags: asked for once a window, and kept so that they are there after a reload. They
 * are a courtesy, so nobody is prompted for a secret because of them.
 */
export class TagNames {
  private readonly asked = new Map<string, Promise<Names | undefined>>();

  constructor(
    private readonly folder: string,
    private readonly clients: Clients,
    private readonly disk: FileLayer = nodeFiles,
  ) {}

  /** From WeChat where the account is in use in this window, or else as last kept. Undefined where unknown. */
  async of(appId: string): Promise<Names | undefined> {
    const client = this.clients.inUse(appId);
    if (!client) return this.kept(appId);
    const asking = this.asked.get(appId) ?? this.ask(appId, () => client.tags());
    this.asked.set(appId, asking);
    return asking;
  }

  /** As last kept, without asking anybody. */
  async kept(appId: string): Promise<Names | undefined> {
    try {
      return new Map(v.parse(TagFile, JSON.parse(await this.disk.readFile(this.fileOf(appId)))).tags);
    } catch {
      return undefined; // never asked, or written by another version
    }
  }

  /** Takes names that WeChat gave to somebody else. What cannot be written is known in this window all the same. */
  async learn(appId: string, tags: readonly NamedTag[]): Promise<void> {
    const names = new Map(tags.map(({ id, name }) => [id, name]));
    this.asked.set(appId, Promise.resolve(names));
    await this.keep(appId, names).catch(() => undefined);
  }

  private async ask(appId: string, tags: () => Promise<readonly NamedTag[]>): Promise<Names | undefined> {
    try {
      const names = new Map((await tags()).map(({ id, name }) => [id, name]));
      await this.keep(appId, names);
      return names;
    } catch {
      // The request is in the log; the next one who wants the names asks again.
      this.asked.delete(appId);
      return this.kept(appId);
    }
  }

  private keep(appId: string, names: Names): Promise<void> {
    const text = `${JSON.stringify({ version: 1, tags: [...names] })}\n`;
    return keepWhole(this.disk, this.fileOf(appId), text);
  }

  private fileOf(appId: string): string {
    return path.join(this.folder, `${appId}.json`);
  }
}
