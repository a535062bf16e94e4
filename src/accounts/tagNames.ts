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
 * are a courtesy, so nobody is prompted for a secret because of them. WeChat's own groups, which it does not always
 * name, have their names wherever people are shown.
 */
export class TagNames {
  private readonly asked = new Map<string, Promise<Names>>();

  constructor(
    private readonly folder: string,
    private readonly clients: Pick<Clients, 'inUse'>,
    /** The names of WeChat's own. */
    private readonly own: () => Names,
    private readonly disk: FileLayer = nodeFiles,
    /** Told of the account whose tags are called otherwise by now. */
    private readonly changed: (appId: string) => void = () => undefined,
  ) {}

  /** From WeChat where the account is in use in this window, or else as last kept. */
  async of(appId: string): Promise<Names> {
    const client = this.clients.inUse(appId);
    if (!client) return this.kept(appId);
    const asking = this.asked.get(appId) ?? this.ask(appId, () => client.tags());
    this.asked.set(appId, asking);
    return asking;
  }

  /** Takes in the names of all tags, as tags/get has just told them or a change has made them. */
  async learn(appId: string, told: Names): Promise<void> {
    const before = await this.asked.get(appId);
    const names = this.withOwn(told);
    this.asked.set(appId, Promise.resolve(names));
    // A courtesy: where they cannot be kept, this window knows them all the same.
    await this.keep(appId, told).catch(() => undefined);
    if (!isSame(before, names)) this.changed(appId);
  }

  /** As last kept, without asking anybody. */
  async kept(appId: string): Promise<Names> {
    return this.withOwn(await this.told(appId));
  }

  /** The tags that WeChat has named, as last kept: its groups are none. Undefined where it was never asked. */
  async told(appId: string): Promise<Names | undefined> {
    try {
      return new Map(v.parse(TagFile, JSON.parse(await this.disk.readFile(this.fileOf(appId)))).tags);
    } catch {
      return undefined; // or written by another version
    }
  }

  private async ask(appId: string, tags: () => Promise<readonly NamedTag[]>): Promise<Names> {
    try {
      const told = new Map((await tags()).map(({ id, name }) => [id, name]));
      await this.keep(appId, told);
      return this.withOwn(told);
    } catch {
      // The request is in the log; the next one who wants the names asks again.
      this.asked.delete(appId);
      return this.kept(appId);
    }
  }

  private withOwn(told: Names | undefined): Names {
    const own = this.own();
    return told ? new Map([...own, ...told]) : own;
  }

  private keep(appId: string, told: Names): Promise<void> {
    const text = `${JSON.stringify({ version: 1, tags: [...told] })}\n`;
    return keepWhole(this.disk, this.fileOf(appId), text);
  }

  private fileOf(appId: string): string {
    return path.join(this.folder, `${appId}.json`);
  }
}

function isSame(one: Names | undefined, other: Names): boolean {
  return one?.size === other.size && [...other].every(([id, name]) => one.get(id) === name);
}
