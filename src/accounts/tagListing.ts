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
  }

  private async fetch(appId: string): Promise<readonly Tag[]> {
    try {
      const tags = await this.ask(appId);
      await this.names.learn(appId, new Map(tags.map(({ id, name }) => [id, name])));
      return tags;
    } catch (error) {
      this.asked.delete(appId);
      throw error;
    }
  }
}
