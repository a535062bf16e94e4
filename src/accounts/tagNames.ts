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
    /** Told of the account whose tags are called otherwise by now. */
    private readonly changed: (appId: string) => void = () => undefined,
  ) {}

  /** From WeChat where the account is in use in this window, or else as last kept. Undefined where unknown. */
  async of(appId: string): Promise<Names | undefined> {
    const client = this.clients.inUse(appId);
    if (!client) return this.kept(appId);
    const asking = this.asked.get(appId) ?? this.ask(appId, () => client.tags());
    this.asked.set(appId, asking);
    return asking;
  }

  /** Takes in the names of all tags, as tags/get has just told them or a change has made them. */
  async learn(appId: string, names: Names): Promise<void> {
    const before = await this.asked.get(appId);
    this.asked.set(appId, Promise.resolve(names));
    // A courtesy: where they cannot be kept, this window knows them all the same.
    await this.keep(appId, names).catch(() => undefined);
    if (!isSame(before, names)) this.changed(appId);
  }

  /** As last kept, without asking anybody. */
  async kept(appId: string): Promise<Names | undefined> {
    try {
      return new Map(v.parse(TagFile, JSON.parse(await this.disk.readFile(this.fileOf(appId)))).tags);
    } catch {
      return undefined; // never asked, or written by another version
    }
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

function isSame(one: Names | undefined, other: Names): boolean {
  return one?.size === other.size && [...other].every(([id, name]) => one.get(id) === name);
}
