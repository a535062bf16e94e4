import { type Tag } from '../wechat';
import { type TagNames } from './tagNames';

/**
 * An account's tags with how many people carry each: asked for when somebody wants to see them, and kept for the
 * window until somebody asks anew.
 */
export class TagListing {
  private readonly asked = new Map<string, Promise<readonly Tag[]>>();

  constructor(
    private readonly ask: (appId: string) => Promise<readonly Tag[]>,
    private readonly names: Pick<TagNames, 'learn'>,
    /** Tells that an account's tags are other ones, or called otherwise. */
    private readonly changed: (appId: string) => void = () => undefined,
  ) {}

  of(appId: string): Promise<readonly Tag[]> {
    const asking = this.asked.get(appId) ?? this.fetch(appId);
    this.asked.set(appId, asking);
    return asking;
  }

  /** As WeChat told last, without asking it. */
  async known(appId: string): Promise<readonly Tag[] | undefined> {
    return this.asked.get(appId)?.catch(() => undefined);
  }

  /** The next one who wants to see them asks WeChat. */
  forget(appId: string): void {
    this.asked.delete(appId);
    this.changed(appId);
  }

  /** Takes in what a change has made of them. */
  async note(appId: string, tags: readonly Tag[]): Promise<void> {
    this.asked.set(appId, Promise.resolve(tags));
    await this.learn(appId, tags);
    this.changed(appId);
  }

  private async fetch(appId: string): Promise<readonly Tag[]> {
    try {
      const tags = await this.ask(appId);
      await this.learn(appId, tags);
      return tags;
    } catch (error) {
      this.asked.delete(appId);
      throw error;
    }
  }

  private learn(appId: string, tags: readonly Tag[]): Promise<void> {
    return this.names.learn(appId, new Map(tags.map(({ id, name }) => [id, name])));
  }
}
