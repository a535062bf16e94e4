import { l10n } from 'vscode';

import { type Account, type Clients, type TagNames } from '../../accounts';
import { withProgress } from '../../ui/asking/progress';
import { createTag, renameTag, type Tag } from '../../wechat';
import { type Consent } from './consent';

/** The tags of accounts, asked for once a window and when somebody wants them anew. */
export class TagBook {
  private readonly known = new Map<string, readonly Tag[]>();

  constructor(
    private readonly clients: Pick<Clients, 'for'>,
    private readonly names: Pick<TagNames, 'learn'>,
    private readonly log: { info(message: string): void },
  ) {}

  async of({ appId, name }: Account, { anew = false } = {}): Promise<readonly Tag[]> {
    const known = this.known.get(appId);
    if (known && !anew) return known;
    const tags = await withProgress(l10n.t('Reading the tags of {0}', name), signal =>
      this.clients.for(appId).tags({ signal }),
    );
    await this.note(appId, tags);
    return tags;
  }

  /** Makes a tag. @throws WeChatFailure */
  async create(_: Consent, account: Account, name: string, signal: AbortSignal): Promise<Tag> {
    const { appId } = account;
    const tags = await this.of(account);
    const tag = await this.clients.for(appId).ask(createTag, name, { signal });
    this.log.info(`changed ${appId}: 1 tag was created`);
    await this.note(appId, [...tags, tag]);
    return tag;
  }

  /** Calls a tag otherwise. @throws WeChatFailure */
  async rename(_: Consent, account: Account, { id }: Tag, name: string, signal: AbortSignal): Promise<void> {
    const { appId } = account;
    const tags = await this.of(account);
    await this.clients.for(appId).ask(renameTag, id, name, { signal });
    this.log.info(`changed ${appId}: 1 tag was renamed`);
    await this.note(
      appId,
      tags.map(tag => (tag.id === id ? { ...tag, name } : tag)),
    );
  }

  /** Somebody else may have changed them: the next who wants them asks WeChat. */
  forget(appId: string): void {
    this.known.delete(appId);
  }

  private async note(appId: string, tags: readonly Tag[]): Promise<void> {
    this.known.set(appId, tags);
    await this.names.learn(appId, new Map(tags.map(({ id, name }) => [id, name])));
  }
}
